package dev.kindred.engine;

import dev.kindred.analyzers.review.AspectSummary;
import dev.kindred.analyzers.review.Praise;
import dev.kindred.indexer.aspect.AspectBook;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The signal {@code reviews}: how much people praise a product in the words of the query, or, where
 * nothing is asked for, how much of what they like about it there is.
 *
 * <p>In a search it is the mean praise of the query's words, -1 (blamed) to 1, so that a blender
 * praised for being quiet comes before one that only says so, and one blamed for its noise behind.
 * In a recommendation it is small: it breaks near ties in favour of what people are pleased with.
 * Of similar products it is how alike people speak of both, see {@link ProductContent}.
 */
final class ReviewSignal {
  static final String NAME = "reviews";

  private static final double SEARCH = 0.25;
  private static final double LIKED = 0.02;
  private static final double EVEN = 0.5;
  private static final int MOST_NAMED = 3;

  private final AspectBook aspects;

  ReviewSignal(AspectBook aspects) {
    this.aspects = aspects;
  }

  /** Candidates of a search with the signal added. */
  List<Scored> search(List<Scored> candidates, String query) {
    if (aspects.isEmpty() || query.isBlank()) {
      return candidates;
    }
    Set<String> words = Praise.stems(query);
    return words.isEmpty() ? candidates : candidates.stream().map(c -> asked(c, words)).toList();
  }

  private Scored asked(Scored candidate, Set<String> words) {
    Optional<AspectSummary> summary = aspects.of(candidate.id());
    if (summary.isEmpty()) {
      return candidate;
    }
    double sum = words.stream().mapToDouble(summary.get().praise()::of).sum();
    return sum == 0 ? candidate : candidate.plus(NAME, SEARCH * sum / words.size());
  }

  /** A candidate of a recommendation with the signal added. */
  Scored recommendation(Scored candidate) {
    return aspects
        .of(candidate.id())
        .flatMap(AspectSummary::mostLiked)
        .map(best ->
            candidate.plus(NAME, LIKED * (best.positive() - EVEN) / EVEN * best.confidence()))
        .orElse(candidate);
  }

  /** What people praise in both of two products, what they mention most in the first before. */
  List<String> praisedBoth(String product, String other) {
    List<String> others = aspects.liked(other);
    return aspects.liked(product).stream().filter(others::contains).limit(MOST_NAMED).toList();
  }

  /** What people praise: of a query its praised words, else the aspects they like; most first. */
  List<String> praised(String product, String query) {
    Optional<AspectSummary> summary = aspects.of(product);
    if (summary.isEmpty()) {
      return List.of();
    }
    if (query.isBlank()) {
      return summary.get().liked().stream().limit(MOST_NAMED).toList();
    }
    Praise praise = summary.get().praise();
    return Praise.stems(query).stream().filter(word -> praise.of(word) > 0).sorted().toList();
  }
}
