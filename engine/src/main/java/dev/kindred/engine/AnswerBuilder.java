package dev.kindred.engine;

import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.Fragment;
import dev.kindred.indexer.catalog.WordMatch;
import dev.kindred.indexer.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Cuts the page out of what a read path found and dresses the hits: reasons and highlights. */
final class AnswerBuilder {
  private static final double NANOS_PER_MILLI = 1e6;

  private final CatalogView view;
  private final AnswerParts parts;
  private final Page page;
  private final boolean explain;
  private final Store store;
  private final ReviewSignal reviews;

  AnswerBuilder(
      CatalogView view,
      AnswerParts parts,
      Page page,
      boolean explain,
      Store store,
      ReviewSignal reviews) {
    this.view = view;
    this.store = store;
    this.reviews = reviews;
    this.parts = parts;
    this.page = page;
    this.explain = explain;
  }

  Answer build(String queryId, long startNanos) {
    List<Scored> unseen =
        parts.ranked().stream()
            .filter(s -> !page.seen().contains(s.candidate().number()))
            .limit(page.limit() + 1L)
            .toList();
    boolean isLast = unseen.size() <= page.limit();
    List<Scored> shown = isLast ? unseen : unseen.subList(0, page.limit());
    List<Hit> hits = shown.stream().map(this::hit).toList();
    int[] numbers = shown.stream().mapToInt(s -> s.candidate().number()).toArray();
    return new Answer(
        queryId,
        parts.found(),
        hits,
        parts.facets(),
        isLast ? Optional.empty() : page.cursor(numbers),
        parts.understanding().corrected(),
        parts.understanding().relaxed(),
        (System.nanoTime() - startNanos) / NANOS_PER_MILLI,
        view.generation());
  }

  private Hit hit(Scored scored) {
    Map<String, List<Fragment>> highlights =
        parts.understanding().wording().isBlank()
            ? Map.of()
            : view.highlight(parts.understanding().wording(), scored.candidate().product());
    return new Hit(
        scored.candidate().product(),
        scored.score(),
        explain ? reasons(scored) : List.of(),
        highlights,
        scored.candidate().variants());
  }

  private List<Reason> reasons(Scored scored) {
    List<Reason> reasons = new ArrayList<>();
    for (Scored.Part part : scored.parts()) {
      List<String> because = part.signal().equals("personal") ? pastEvents(scored) : List.of();
      List<String> praised = part.signal().equals(ReviewSignal.NAME) ? praised(scored) : List.of();
      List<WordMatch> words = part.signal().equals("lexical") ? words(scored) : List.of();
      List<String> rules = part.rule().isEmpty() ? List.of() : List.of(part.rule());
      reasons.add(new Reason(part.signal(), part.value(), because, praised, words, rules));
    }
    return reasons;
  }

  private List<String> praised(Scored scored) {
    return parts
        .compared()
        .map(other -> reviews.praisedBoth(scored.id(), other))
        .orElseGet(() -> reviews.praised(scored.id(), parts.understanding().wording().text()));
  }

  private List<WordMatch> words(Scored scored) {
    return view.wordMatches(parts.understanding().wording(), scored.candidate().product());
  }

  private List<String> pastEvents(Scored scored) {
    List<Integer> numbers =
        parts
            .taste()
            .flatMap(taste -> view.factor(scored.candidate().number()).map(taste::because))
            .orElse(List.of());
    Map<Integer, String> ids = store.productIds(numbers);
    return numbers.stream().filter(ids::containsKey).map(ids::get).toList();
  }
}
