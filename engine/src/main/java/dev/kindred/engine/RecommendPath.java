package dev.kindred.engine;

import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.indexer.generation.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The read path of recommendations: fold the person in, retrieve by factor, sum the signals, make
 * the list diverse. Somebody of whom nothing is known gets what is wanted lately.
 */
final class RecommendPath {
  private static final int WINDOW = 200;

  private final TasteReader tastes;
  private final Signals signals;

  RecommendPath(TasteReader tastes, Signals signals) {
    this.tastes = tastes;
    this.signals = signals;
  }

  AnswerParts answer(RecommendRequest request, CatalogView view, Optional<Generation> generation) {
    Optional<Taste> taste =
        request.audience().isNobody()
            ? Optional.empty()
            : generation.flatMap(g -> tastes.read(request.audience(), view, g));
    return taste.isPresent() ? personal(request, view, taste.get()) : trending(request, view);
  }

  /** What everybody wants lately. */
  AnswerParts trending(RecommendRequest request, CatalogView view) {
    Retrieved retrieved = view.retrieve(retrieval(request).rankedBy(new Ranking.ByPopularity()));
    List<Scored> scored =
        new ArrayList<>(retrieved.candidates().stream().map(signals::trending).toList());
    return finish(request, view, retrieved, scored, Optional.empty());
  }

  private AnswerParts personal(RecommendRequest request, CatalogView view, Taste taste) {
    Retrieved retrieved =
        view.retrieve(
            retrieval(request).withFactor(taste.factor()).rankedBy(new Ranking.ByFactor()));
    List<Scored> scored = new ArrayList<>();
    Signals.Liking liking = new Signals.Liking(taste);
    retrieved.candidates().forEach(c -> scored.add(signals.recommendation(c, liking)));
    return finish(request, view, retrieved, scored, Optional.of(taste));
  }

  private AnswerParts finish(
      RecommendRequest request,
      CatalogView view,
      Retrieved retrieved,
      List<Scored> scored,
      Optional<Taste> taste) {
    List<Scored> window = new ArrayList<>(scored.subList(0, Math.min(WINDOW, scored.size())));
    window.sort(Scored.BEST_FIRST);
    List<Scored> ranked =
        new ArrayList<>(
            Diversifier.diversify(
                window,
                view.factors(Diversifier.ids(window)),
                request.diversity(),
                Math.min(WINDOW, request.page().offset() + request.page().limit())));
    ranked.addAll(scored.subList(window.size(), scored.size()));
    return new AnswerParts(retrieved.found(), ranked, retrieved.facets(), taste);
  }

  private Retrieval retrieval(RecommendRequest request) {
    Page page = request.page();
    Set<String> excluded =
        request.excludeSeen()
            ? tastes.seen(request.audience())
            : Set.copyOf(request.audience().notItems());
    return Retrieval.all(0)
        .withFilter(request.filter())
        .without(excluded)
        .counting(request.facets())
        .window(0, Math.min(10_000, Math.max(WINDOW, page.offset() + page.limit())));
  }
}
