package dev.kindred.engine;

import dev.kindred.analyzers.review.AspectSummary;
import dev.kindred.analyzers.title.TitleFeatures;
import dev.kindred.indexer.aspect.AspectBook;
import dev.kindred.indexer.catalog.CatalogView;
import dev.kindred.indexer.catalog.Completion;
import dev.kindred.indexer.generation.Generation;
import dev.kindred.indexer.generation.Generations;
import dev.kindred.indexer.generation.TrainingProgress;
import dev.kindred.indexer.generation.TrainingReport;
import dev.kindred.indexer.index.LuceneCatalog;
import dev.kindred.indexer.ingest.RejectedImport;
import dev.kindred.indexer.meaning.Meaning;
import dev.kindred.indexer.store.Change;
import dev.kindred.indexer.store.Outcome;
import dev.kindred.indexer.store.Store;
import dev.kindred.indexer.trend.Trends;
import dev.kindred.learn.LearnerPlan;
import dev.kindred.learn.LearnerSettings;
import dev.kindred.model.Product;
import dev.kindred.model.rule.Rule;
import dev.kindred.model.rule.Synonym;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/**
 * A shop's data directory, opened: everything Kindred can do is found from here.
 *
 * <p>One process opens a directory for serving; others may write to its store at the same time, and
 * the serving one follows. Safe for use by many threads.
 */
public final class Kindred implements AutoCloseable {
  private static final double FEWEST_FOUND = 0.97;

  private final DataDirectory directory;
  private final Settings settings;
  private final DataDirectory.Claim claim;
  private final Opened opened;
  private final ProductContent contents;
  private final Store store;
  private final Generations generations;
  private final Meaning meaning;
  private final AspectBook aspects;
  private final AspectFilters aspectFilters;
  private final ReviewSignal reviews;
  private final TitleBook titles;
  private final LuceneCatalog catalog;
  private final RuleBook rules;
  private final SynonymBook synonyms;
  private final Following following;
  private final SearchPath search;
  private final RecommendPath recommend;
  private final RelatedPaths related;
  private final QueryIds queryIds;

  private Kindred(
      DataDirectory directory, Settings settings, DataDirectory.Claim claim, Opened opened) {
    this.directory = directory;
    this.settings = settings;
    this.claim = claim;
    this.opened = opened;
    this.contents = new ProductContent();
    this.store = opened.add(directory.openStore(), Store::close);
    Trends trends = new Trends(settings.events(), settings.trendHalfLife());
    trends.restore(directory.trends(), store);
    trends.follow(store);
    this.generations =
        new Generations(store, directory.generations(), contents::features, settings.clock());
    this.aspects = opened.add(AspectBook.open(store, directory.aspects()), AspectBook::close);
    this.aspectFilters = new AspectFilters(aspects);
    this.meaning =
        opened.add(Meaning.open(settings.meaning(), store, directory.embeddings()), Meaning::close);
    this.catalog =
        opened.add(
            LuceneCatalog.open(claim.index(), store, meaning.vectors(), trends, settings.refresh()),
            LuceneCatalog::close);
    this.rules = new RuleBook(settings.clock(), aspectFilters);
    rules.follow(store);
    this.synonyms = new SynonymBook();
    synonyms.follow(store);
    Optional<Path> trendsFile = claim.serves() ? Optional.of(directory.trends()) : Optional.empty();
    this.following =
        opened.add(
            new Following(
                store,
                generations,
                trends,
                trendsFile,
                rules,
                synonyms,
                catalog,
                contents,
                settings.events()),
            Following::close);
    this.titles = new TitleBook(store, settings.clock());
    this.reviews = new ReviewSignal(aspects);
    catalog.likedAspects(aspects::liked);
    Signals signals = new Signals(settings.ranking());
    TasteReader tastes = new TasteReader(store, settings.events());
    this.search =
        new SearchPath(tastes, meaning, signals, rules, synonyms, reviews, settings.clock());
    this.recommend = new RecommendPath(tastes, signals, rules, contents, reviews);
    this.related = new RelatedPaths(contents, settings.ranking());
    this.queryIds = new QueryIds(settings.clock());
  }

  /**
   * Opens a data directory and creates it if it is not there. The index catches up with the store
   * in the background; {@link #awaitVisible} waits for it.
   *
   * @throws DataDirectoryException if it is in use, of a newer version, or not writable
   */
  public static Kindred open(Path directory, Settings settings) {
    DataDirectory data = new DataDirectory(directory);
    DataDirectory.Claim claim =
        data.claim()
            .orElseThrow(() ->
                new DataDirectoryException(
                    "the data directory "
                        + directory
                        + " is in use by another process that serves it"));
    return open(data, settings, claim);
  }

  /**
   * Opens a data directory for a short while, also when another process serves it: then with an
   * index of its own in a temporary folder, built from the store. What is written or trained here
   * the serving process follows.
   *
   * @throws DataDirectoryException if it is of a newer version, or not writable
   */
  public static Kindred openBeside(Path directory, Settings settings) {
    DataDirectory data = new DataDirectory(directory);
    return open(data, settings, data.claim().orElseGet(data::besideServing));
  }

  private static Kindred open(DataDirectory data, Settings settings, DataDirectory.Claim claim) {
    Opened opened = new Opened();
    opened.add(claim, DataDirectory.Claim::close);
    try {
      Kindred kindred = new Kindred(data, settings, claim, opened);
      kindred.following.start();
      return kindred;
    } catch (RuntimeException e) {
      opened.close();
      throw e;
    }
  }

  /** What matches this query, for this person? */
  public Answer search(SearchRequest request) {
    return answer(
        (view, generation) -> search.answer(request.resolved(aspectFilters), view, generation),
        request.page(),
        request.explain());
  }

  /** What a search would answer with this rule in force, beside the others. */
  public Answer preview(SearchRequest request, Rule draft) {
    return search(request, search.under(rules.with(draft), synonyms));
  }

  /** What a search would answer with this synonym in force, beside the others. */
  public Answer preview(SearchRequest request, Synonym draft) {
    return search(request, search.under(rules, synonyms.with(draft)));
  }

  /** What a search answers with other weights of the signals than those of the settings. */
  public Answer search(SearchRequest request, RankingWeights weights) {
    return search(request, search.with(new Signals(weights)));
  }

  private Answer search(SearchRequest request, SearchPath path) {
    return answer(
        (view, generation) -> path.answer(request.resolved(aspectFilters), view, generation),
        request.page(),
        request.explain());
  }

  /** What should this person see? */
  public Answer recommend(RecommendRequest request) {
    return answer(
        (view, generation) -> recommend.answer(request.resolved(aspectFilters), view, generation),
        request.page(),
        request.explain());
  }

  /** What everybody wants lately; what the audience has already is left out if asked for. */
  public Answer trending(RecommendRequest request) {
    return answer(
        (view, generation) -> recommend.trending(request.resolved(aspectFilters), view),
        request.page(),
        request.explain());
  }

  /**
   * What could be bought instead of this product?
   *
   * @throws UnknownProductException if there is no such product
   */
  public Answer similar(RelatedRequest request) {
    return answer(
        (view, generation) ->
            related.similar(request.resolved(aspectFilters), view, known(view, request.product())),
        request.page(),
        request.explain());
  }

  /**
   * What is bought along with this product?
   *
   * @throws UnknownProductException if there is no such product
   */
  public Answer boughtTogether(RelatedRequest request) {
    return answer(
        (view, generation) ->
            related.boughtTogether(
                request.resolved(aspectFilters), view, known(view, request.product()), generation),
        request.page(),
        request.explain());
  }

  private Answer answer(
      BiFunction<CatalogView, Optional<Generation>, AnswerParts> path, Page page, boolean explain) {
    long start = System.nanoTime();
    try (CatalogView view = catalog.view()) {
      AnswerParts parts = path.apply(view, following.generation(view.generation()));
      return new AnswerBuilder(view, parts, page, explain, store, reviews)
          .build(queryIds.next(), start);
    }
  }

  private static Product known(CatalogView view, String id) {
    return view.product(id).orElseThrow(() -> new UnknownProductException(id));
  }

  /** Continuations of what somebody types. */
  public List<Completion> suggest(String prefix, int limit) {
    try (CatalogView view = catalog.view()) {
      return view.complete(prefix, limit);
    }
  }

  /** A product as it can be found now. */
  public Optional<Product> product(String id) {
    try (CatalogView view = catalog.view()) {
      return view.product(id);
    }
  }

  /** What a product's title states; empty until the catalogue's titles have been read. */
  public Optional<TitleFeatures> titleFeatures(Product product) {
    return titles.of(product);
  }

  /** What the reviews of a product say, aspect by aspect; empty if it has none. */
  public Optional<AspectSummary> aspects(String product) {
    return aspects.of(product);
  }

  /**
   * Waits until the reviews of all changes up to a sequence number are read.
   *
   * @return whether that happened within the time
   */
  public boolean awaitAspects(long sequence, Duration atMost) {
    try {
      return aspects.await(sequence, atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** What a user's events say about them; empty if there are none. */
  public Optional<Profile> profile(String user) {
    try (CatalogView view = catalog.view()) {
      return new ProfileReader(store, aspects).read(user, view);
    }
  }

  /**
   * Why rules do not hold though they should, by their ids: they filter by a field that no product
   * has, or has no more. Such a rule is passed over.
   */
  public Map<String, String> ruleTroubles() {
    try (CatalogView view = catalog.view()) {
      return rules.troubles(view);
    }
  }

  /** The record of everything; read it freely, write to it with {@link #write}. */
  public Store store() {
    return store;
  }

  /**
   * Writes changes, all or none; when this returns they are on disk, and can be found soon after.
   *
   * @return one outcome per change, in order
   */
  public List<Outcome> write(List<Change> changes) {
    List<Outcome> outcomes = store.apply(changes);
    catalog.wake();
    meaning.wake();
    aspects.wake();
    if (changes.stream().anyMatch(Kindred::isAboutDocuments)) {
      following.followDecisions();
    }
    following.wake();
    return outcomes;
  }

  private static boolean isAboutDocuments(Change change) {
    return change instanceof Change.PutDocument || change instanceof Change.DeleteDocument;
  }

  /**
   * Waits until all changes up to a sequence number can be found.
   *
   * @return whether that happened within the time
   */
  public boolean awaitVisible(long sequence, Duration atMost) {
    try {
      return catalog.awaitVisible(sequence, atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * Waits until the products of all changes up to a sequence number can be found by meaning.
   *
   * @return whether that happened within the time; false at once if there is no model
   */
  public boolean awaitMeaning(long sequence, Duration atMost) {
    try {
      return meaning.await(sequence, atMost);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** Why no generation serves although one should; empty when all is well. */
  public Optional<String> generationTrouble() {
    return generations.trouble();
  }

  /**
   * Trains a new generation from the store, compares it with the serving one, and switches. Without
   * a learner in the settings it takes that of the serving generation, the first time the best that
   * a short look finds.
   *
   * @throws IllegalStateException if a training is under way
   * @throws dev.kindred.indexer.generation.NothingToLearnException if there are no products, or no
   *     events that say anything of them
   */
  public TrainingReport train(TrainingProgress progress) {
    boolean configured = !settings.learner().equals(LearnerSettings.DEFAULT);
    return train(configured ? LearnerPlan.of(settings.learner()) : LearnerPlan.USUAL, progress);
  }

  /** The same with a plan of its own; on all cores, but for one if another process serves. */
  public TrainingReport train(LearnerPlan plan, TrainingProgress progress) {
    contents.follow(store);
    Supplier<TrainingReport> training = () -> generations.train(plan, settings.events(), progress);
    TrainingReport report = claim.serves() ? training.get() : SpareCores.run(training);
    following.followGenerations();
    return report;
  }

  /** The same as {@link #train(TrainingProgress)}, but one core stays free to answer. */
  public TrainingReport trainWhileServing(TrainingProgress progress) {
    return SpareCores.run(() -> train(progress));
  }

  /**
   * Serves another generation.
   *
   * @throws IllegalArgumentException if there is no such generation
   */
  public void activate(int generation) {
    generations.activate(generation);
    following.followGenerations();
  }

  /**
   * Serves the generation that served before this one.
   *
   * @return its number
   * @throws IllegalStateException if there is none
   */
  public int rollback() {
    int previous =
        generations
            .previous()
            .orElseThrow(() -> new IllegalStateException("no generation served before this one"));
    activate(previous);
    return previous;
  }

  /** Builds a fresh index beside the serving one and switches to it. */
  public void rebuildIndex() {
    catalog.rebuild();
  }

  /** How it stands, at once. */
  public Vitals vitals() {
    try (CatalogView view = catalog.view()) {
      return new Vitals(view.size(), store.sequence(), catalog.sequence(), view.generation());
    }
  }

  /**
   * What imports rejected, newest first.
   *
   * @param mostLines of each import
   */
  public List<RejectedImport> rejectedImports(int mostImports, int mostLines) {
    return RejectedImport.in(directory.rejects(), mostImports, mostLines);
  }

  /** What is held, counted; with many events this takes seconds. */
  public Status status() {
    try (CatalogView view = catalog.view()) {
      return new Status(
          directory.root(),
          store.counts(),
          view.size(),
          store.sequence(),
          catalog.sequence(),
          view.generation(),
          generations.kept().size(),
          directory.bytes(),
          meaning.state());
    }
  }

  /** What is broken, in words; empty when all is whole. */
  public List<String> check() {
    List<String> problems =
        new ArrayList<>(new DirectoryCheck(generations, store, catalog).problems());
    aspects.trouble().ifPresent(problems::add);
    ruleTroubles()
        .forEach((rule, why) -> problems.add("the rule " + rule + " is passed over: " + why));
    double recall = recall();
    if (recall < FEWEST_FOUND) {
      problems.add(
          String.format(
              Locale.ROOT,
              "retrieval by factor finds %.3f of what it should, and not %.2f; 'reindex' builds the"
                  + " index anew",
              recall,
              FEWEST_FOUND));
    }
    return problems;
  }

  /**
   * The share of the products nearest to a factor that retrieval finds, 0 to 1, measured with
   * factors of this shop's own products; 1 without a generation. Takes a moment.
   */
  public double recall() {
    try (CatalogView view = catalog.view()) {
      List<String> ids =
          following.generation(view.generation()).map(Generation::products).orElse(List.of());
      return FactorRecall.of(view, ids);
    }
  }

  /**
   * Writes a consistent copy of the directory while serving. The index is not copied: it is built
   * from the store when the copy is opened.
   *
   * @throws DataDirectoryException if the target is not empty or not writable
   */
  public void backup(Path target) {
    directory.backup(store, target);
  }

  @Override
  public void close() {
    opened.close();
  }
}
