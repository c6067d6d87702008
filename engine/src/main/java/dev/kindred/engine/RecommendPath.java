package dev.kindred.engine;

import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.ProductNumbers;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.indexer.generation.Generation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The read path of recommendations: fold the person in, retrieve by factor, sum the signals, make
 * the list diverse. Somebody of whom nothing is known gets what is wanted lately.
 */
final class RecommendPath {
  private static final int WINDOW = 100;

  private final TasteReader tastes;
  private final Signals signals;
  private final RuleBook rules;

  RecommendPath(TasteReader tastes, Signals signals, RuleBook rules) {
    this.tastes = tastes;
    this.signals = signals;
    this.rules = rules;
  }

  AnswerParts answer(RecommendRequest request, CatalogView view, Optional<Generation> generation) {
    History history = tastes.history(request.audience());
    Optional<Taste> taste =
        request.audience().isNobody()
            ? Optional.empty()
            : generation.flatMap(g -> tastes.taste(request.audience(), history, view, g));
    return taste.isPresent()
        ? personal(request, history, view, taste.get())
        : trending(request, history, view);
  }

  /** What everybody wants lately. */
  AnswerParts trending(RecommendRequest request, CatalogView view) {
    return trending(request, tastes.history(request.audience()), view);
  }

  private AnswerParts trending(RecommendRequest request, History history, CatalogView view) {
    Retrieval retrieval = retrieval(request, history).rankedBy(new Ranking.ByPopularity());
    return finish(request, view, retrieval, Optional.empty(), signals::trending);
  }

  private AnswerParts personal(
      RecommendRequest request, History history, CatalogView view, Taste taste) {
    Retrieval retrieval =
        retrieval(request, history).withFactor(taste.factor()).rankedBy(new Ranking.ByFactor());
    Signals.Liking liking = new Signals.Liking(taste);
    return finish(
        request, view, retrieval, Optional.of(taste), c -> signals.recommendation(c, liking));
  }

  private AnswerParts finish(
      RecommendRequest request,
      CatalogView view,
      Retrieval asked,
      Optional<Taste> taste,
      Function<Candidate, Scored> scoring) {
    Decisions decisions = rules.forRequest("", request.filter());
    Retrieval retrieval = decisions.hide(asked);
    Retrieved retrieved = view.retrieve(retrieval);
    List<Scored> scored =
        decisions.boost(retrieved.candidates().stream().map(scoring).toList(), view);
    List<Scored> window = new ArrayList<>(scored.subList(0, Math.min(WINDOW, scored.size())));
    window.sort(Scored.BEST_FIRST);
    Page page = request.page();
    List<Scored> ranked =
        new ArrayList<>(
            Diversifier.diversify(
                window,
                (a, b) -> view.likeness(a.number(), b.number()),
                request.diversity(),
                Math.min(WINDOW, page.offset() + page.limit())));
    ranked.addAll(scored.subList(window.size(), scored.size()));
    List<Scored> pinned = decisions.pin(ranked, retrieval, view);
    return new AnswerParts(retrieved.found(), pinned, retrieved.facets(), taste);
  }

  private Retrieval retrieval(RecommendRequest request, History history) {
    Page page = request.page();
    Audience audience = request.audience();
    Set<String> excluded = new HashSet<>(audience.notItems());
    if (request.excludeSeen()) {
      excluded.addAll(audience.items());
    }
    return Retrieval.all(0)
        .withFilter(request.filter())
        .without(excluded)
        .withoutNumbers(request.excludeSeen() ? history.seen() : ProductNumbers.NONE)
        .counting(request.facets())
        .window(0, Math.min(10_000, Math.max(WINDOW, page.offset() + page.limit())));
  }
}
