package dev.kindred.analyzers.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the reviews of a product say, aspect by aspect.
 *
 * @param reviews that were read
 * @param samples how many of all reviews are sample text that nobody left
 * @param setAside reviews that do not count, by the reason
 * @param aspects most mentioned first, then by name
 * @param praise in which words people praise or blame it
 */
public record AspectSummary(
    int reviews,
    int samples,
    Map<ReviewFindings.Fate, Integer> setAside,
    List<Aspect> aspects,
    Praise praise) {
  /** Mentions that people would have made anyway, as many in favour as against. */
  private static final double PRIOR = 2;

  private static final double CLEARLY = 0.2;
  private static final double LIKED = 0.65;

  public AspectSummary {
    setAside = Map.copyOf(setAside);
    aspects = List.copyOf(aspects);
  }

  /**
   * What is said of one aspect.
   *
   * @param mentions reviews that mention it
   * @param positive share of praise among them with two mentions added, one of either kind, so that
   *     few mentions stay near a half: 0 to 1
   * @param confidence how sure the share is, 0 to 1: 1 less the width of its 90 % interval
   * @param praise the most telling sentence in favour
   * @param blame the most telling sentence against
   */
  public record Aspect(
      String name,
      int mentions,
      double positive,
      double confidence,
      Optional<String> praise,
      Optional<String> blame) {
    private boolean isLiked() {
      return mentions > 1 && positive >= LIKED;
    }
  }

  /** The names of the aspects that people like: more than one mentions them, mostly with praise. */
  public List<String> liked() {
    return aspects.stream().filter(Aspect::isLiked).map(Aspect::name).toList();
  }

  /** The most mentioned of the aspects that people like. */
  public Optional<Aspect> mostLiked() {
    for (Aspect aspect : aspects) {
      if (aspect.isLiked()) {
        return Optional.of(aspect);
      }
    }
    return Optional.empty();
  }

  /** The same of a product some of whose reviews are sample text. */
  public AspectSummary withSamples(int count) {
    return new AspectSummary(reviews, count, setAside, aspects, praise);
  }

  /** Sums up the findings of a product's reviews; sentences that repeat each other count once. */
  public static AspectSummary of(Collection<ReviewFindings> findings) {
    Map<ReviewFindings.Fate, Integer> setAside = new LinkedHashMap<>();
    Map<String, List<ReviewFindings.Opinion>> byAspect = new LinkedHashMap<>();
    Map<String, Set<String>> said = new LinkedHashMap<>();
    int read = 0;
    for (ReviewFindings review : findings) {
      if (review.fate() != ReviewFindings.Fate.READ) {
        setAside.merge(review.fate(), 1, Integer::sum);
        continue;
      }
      read++;
      for (ReviewFindings.Opinion opinion : review.opinions()) {
        boolean isNew =
            said.computeIfAbsent(opinion.aspect(), a -> new LinkedHashSet<>())
                .add(opinion.sentence());
        if (isNew) {
          byAspect.computeIfAbsent(opinion.aspect(), a -> new ArrayList<>()).add(opinion);
        }
      }
    }
    List<Aspect> aspects = new ArrayList<>();
    byAspect.forEach((name, opinions) -> aspects.add(aspect(name, opinions)));
    aspects.sort(Comparator.comparingInt(Aspect::mentions).reversed().thenComparing(Aspect::name));
    return new AspectSummary(
        read,
        0,
        setAside,
        aspects,
        Praise.of(byAspect.values().stream().flatMap(List::stream).toList()));
  }

  private static Aspect aspect(String name, List<ReviewFindings.Opinion> opinions) {
    double praise = PRIOR / 2;
    double all = PRIOR;
    for (ReviewFindings.Opinion opinion : opinions) {
      praise += opinion.positive();
      all += opinion.positive() + opinion.negative();
    }
    double share = praise / all;
    double width = 2 * 1.645 * Math.sqrt(share * (1 - share) / (all + 1));
    return new Aspect(
        name,
        opinions.size(),
        share,
        Math.max(0, 1 - width),
        telling(opinions, 1),
        telling(opinions, -1));
  }

  private static Optional<String> telling(List<ReviewFindings.Opinion> opinions, int side) {
    return opinions.stream()
        .filter(o -> side * o.leaning() > CLEARLY)
        .max(
            Comparator.comparingDouble((ReviewFindings.Opinion o) -> side * o.leaning())
                .thenComparing(ReviewFindings.Opinion::sentence, Comparator.reverseOrder()))
        .map(ReviewFindings.Opinion::sentence);
  }
}
