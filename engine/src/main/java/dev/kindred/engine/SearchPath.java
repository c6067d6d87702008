package dev.kindred.engine;

import dev.kindred.analyzers.embedding.ByteVector;
import dev.kindred.indexer.catalog.Candidate;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.Fusion;
import dev.kindred.indexer.catalog.Ranking;
import dev.kindred.indexer.catalog.Retrieval;
import dev.kindred.indexer.catalog.Retrieved;
import dev.kindred.indexer.catalog.Sense;
import dev.kindred.indexer.catalog.Wording;
import dev.kindred.indexer.generation.Generation;
import dev.kindred.indexer.meaning.Meaning;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The read path of a search: retrieve by text, sum the signals, re-order, cut the page, explain.
 *
 * <p>The first {@value #WINDOW} matches by text, and of a broad query those that the person is
 * likely to choose wherever they stand, are re-ordered by all signals; what lies deeper keeps its
 * text order, so that what is re-ordered does not depend on the page.
 */
final class SearchPath {
  private static final int WINDOW = 200;

  private final TasteReader tastes;
  private final Meaning meaning;
  private final Signals signals;
  private final RuleBook rules;
  private final SynonymBook synonyms;
  private final ReviewSignal reviews;
  private final InstantSource clock;

  SearchPath(
      TasteReader tastes,
      Meaning meaning,
      Signals signals,
      RuleBook rules,
      SynonymBook synonyms,
      ReviewSignal reviews,
      InstantSource clock) {
    this.tastes = tastes;
    this.meaning = meaning;
    this.signals = signals;
    this.rules = rules;
    this.synonyms = synonyms;
    this.reviews = reviews;
    this.clock = clock;
  }

  /** The same path under other decisions. */
  SearchPath under(RuleBook otherRules, SynonymBook otherSynonyms) {
    return new SearchPath(tastes, meaning, signals, otherRules, otherSynonyms, reviews, clock);
  }

  /** The same path with other signals. */
  SearchPath with(Signals others) {
    return new SearchPath(tastes, meaning, others, rules, synonyms, reviews, clock);
  }

  AnswerParts answer(SearchRequest request, CatalogView view, Optional<Generation> generation) {
    Understanding understanding = understand(request, view);
    Decisions decisions = decisions(request, understanding, view);
    if (!request.sort().isEmpty()) {
      return sorted(request, understanding, view, decisions);
    }
    Optional<Taste> taste =
        request.personalize() && !request.audience().isNobody()
            ? generation.flatMap(g -> taste(request.audience(), view, g))
            : Optional.empty();
    Retrieval retrieval = decisions.decide(retrieval(request, understanding, taste, view), view);
    Retrieved retrieved = view.retrieve(retrieval);
    List<Scored> scored =
        decisions.boost(
            reviews.search(
                score(request, retrieval.sense(), retrieved, taste),
                understanding.wording().text()),
            view);
    List<Scored> ranked = reorder(scored, retrieved.liked());
    List<Scored> pinned = decisions.pin(ranked, retrieval, view);
    return new AnswerParts(
        retrieved.found(),
        pinned,
        retrieved.facets(),
        taste,
        understanding.relaxed(retrieved.relaxed()));
  }

  /** The query as it is searched: corrected, unless somebody insists, and with its synonyms. */
  private Understanding understand(SearchRequest request, CatalogView view) {
    String typed = request.query();
    if (typed.isBlank()) {
      return Understanding.NONE;
    }
    Optional<String> corrected =
        request.correct()
            ? view.corrected(typed, request.language(), meaning::mayKnow)
            : Optional.empty();
    Wording wording = synonyms.wording(corrected.orElse(typed)).in(request.language());
    return new Understanding(wording, corrected, List.of());
  }

  /** The rules for the query as typed; if there are none, for the corrected one. */
  private Decisions decisions(
      SearchRequest request, Understanding understanding, CatalogView view) {
    Decisions typed = rules.forRequest(request.query(), request.filter(), view);
    return typed.isEmpty() && understanding.corrected().isPresent()
        ? rules.forRequest(understanding.corrected().get(), request.filter(), view)
        : typed;
  }

  private Optional<Taste> taste(Audience audience, CatalogView view, Generation generation) {
    return tastes.taste(audience, tastes.history(audience), view, generation);
  }

  private List<Scored> score(
      SearchRequest request, Optional<Sense> sense, Retrieved retrieved, Optional<Taste> taste) {
    Optional<Signals.Liking> liking = taste.map(Signals.Liking::new);
    double best = Signals.bestLexical(retrieved);
    Fusion fusion = sense.map(Sense::fusion).orElseGet(signals::wordsAlone);
    double breadth = Signals.breadth(request.query(), retrieved);
    List<Candidate> first = retrieved.candidates();
    BusinessSignals business =
        BusinessSignals.among(first.subList(0, Math.min(WINDOW, first.size())), clock.instant());
    Set<Integer> there = new HashSet<>();
    return Stream.concat(retrieved.candidates().stream(), retrieved.liked().stream())
        .filter(c -> there.add(c.number()))
        .map(c -> signals.search(c, fusion, best, liking, breadth, business))
        .toList();
  }

  private Retrieval retrieval(
      SearchRequest request, Understanding understanding, Optional<Taste> taste, CatalogView view) {
    Page page = request.page();
    Retrieval base =
        Retrieval.all(0)
            .withFilter(request.filter())
            .counting(request.facets())
            .collapsed(request.collapse())
            .standing(page.seen())
            .window(0, Math.max(WINDOW, page.depth()));
    Wording wording = understanding.wording();
    Retrieval worded = wording.isBlank() ? base : worded(base, wording, request.mode(), view);
    if (taste.isEmpty()) {
      return worded;
    }
    Retrieval personal = worded.withFactor(taste.get().factor());
    return wording.isBlank() ? personal.rankedBy(new Ranking.ByFactor()) : personal;
  }

  /** Words, meaning or both; words where no meaning is to be had. */
  private Retrieval worded(
      Retrieval base, Wording wording, SearchRequest.Mode mode, CatalogView view) {
    Optional<ByteVector> vector =
        mode == SearchRequest.Mode.LEXICAL ? Optional.empty() : meaning.query(wording.text());
    Retrieval words = base.withText(wording);
    if (vector.isEmpty()) {
      return words;
    }
    boolean alone = mode == SearchRequest.Mode.SEMANTIC;
    Fusion fusion =
        signals.fusion(Signals.telling(wording.text()), view.isBrand(wording.text()), alone);
    return (alone ? base : words).meaning(new Sense(vector.get(), fusion));
  }

  private AnswerParts sorted(
      SearchRequest request, Understanding understanding, CatalogView view, Decisions decisions) {
    Page page = request.page();
    Retrieval retrieval =
        retrieval(request, understanding, Optional.empty(), view)
            .rankedBy(new Ranking.BySort(request.sort()))
            .window(0, page.depth());
    Retrieved retrieved = view.retrieve(decisions.decide(retrieval, view));
    List<Scored> hits = retrieved.candidates().stream().map(c -> Scored.of(c, List.of())).toList();
    return new AnswerParts(
        retrieved.found(),
        hits,
        retrieved.facets(),
        Optional.empty(),
        understanding.relaxed(retrieved.relaxed()));
  }

  /** The first by text and what the person likes best among the rest by score, then the others. */
  private static List<Scored> reorder(List<Scored> byText, List<Candidate> liked) {
    Set<Integer> likedNumbers = liked.stream().map(Candidate::number).collect(Collectors.toSet());
    List<Scored> window = new ArrayList<>();
    List<Scored> others = new ArrayList<>();
    for (int i = 0; i < byText.size(); i++) {
      Scored scored = byText.get(i);
      boolean first = i < WINDOW || likedNumbers.contains(scored.candidate().number());
      (first ? window : others).add(scored);
    }
    window.sort(Scored.BEST_FIRST);
    window.addAll(others);
    return window;
  }
}
