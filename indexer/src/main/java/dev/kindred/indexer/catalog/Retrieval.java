package dev.kindred.indexer.catalog;

import dev.kindred.model.filter.Filter;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A question to the catalogue.
 *
 * @param text words to match; without it every product matches
 * @param sense what the words mean; products near enough in meaning then match too, and the order
 *     by text is that of its fusion
 * @param filter what else must hold
 * @param factor of a person or product; when given, each candidate carries its inner product (or
 *     cosine, see {@link Ranking}) with it
 * @param ranking what orders the candidates
 * @param include product ids that match whatever the words and the sense say, if the filter lets
 *     them through
 * @param exclude product ids that must not appear
 * @param excludeNumbers products that must not appear either; cheap also when they are many
 * @param offset candidates to skip, at least 0
 * @param limit candidates to return, 0 to 10,000
 * @param facets fields to count over all matches
 * @param collapseVariants only the best of each group of variants; {@code found} counts groups
 * @param standing products that stand for their group of variants before any other of it
 */
public record Retrieval(
    Optional<Wording> text,
    Optional<Sense> sense,
    Optional<Filter> filter,
    Optional<float[]> factor,
    Ranking ranking,
    Set<String> include,
    Set<String> exclude,
    ProductNumbers excludeNumbers,
    int offset,
    int limit,
    List<FacetRequest> facets,
    boolean collapseVariants,
    ProductNumbers standing) {

  private static final int MOST = 10_000;

  public Retrieval {
    include = Set.copyOf(include);
    exclude = Set.copyOf(exclude);
    facets = List.copyOf(facets);
    if (offset < 0) {
      throw new IllegalArgumentException("offset must be >= 0, got " + offset);
    }
    if (limit < 0 || limit > MOST) {
      throw new IllegalArgumentException("limit must be from 0 to " + MOST + ", got " + limit);
    }
    boolean needsFactor =
        ranking instanceof Ranking.ByFactor || ranking instanceof Ranking.ByCosine;
    if (needsFactor && factor.isEmpty()) {
      throw new IllegalArgumentException("factor must be given to rank by it, got none");
    }
  }

  /** All products by how much they were wanted lately, the first {@code limit}. */
  public static Retrieval all(int limit) {
    return new Retrieval(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        new Ranking.ByPopularity(),
        Set.of(),
        Set.of(),
        ProductNumbers.NONE,
        0,
        limit,
        List.of(),
        false,
        ProductNumbers.NONE);
  }

  public Retrieval withText(String words) {
    return withText(Wording.of(words));
  }

  public Retrieval withText(Wording words) {
    return new Retrieval(
        Optional.of(words),
        sense,
        filter,
        factor,
        new Ranking.ByText(),
        include,
        exclude,
        excludeNumbers,
        offset,
        limit,
        facets,
        collapseVariants,
        standing);
  }

  public Retrieval meaning(Sense other) {
    return new Retrieval(
        text,
        Optional.of(other),
        filter,
        factor,
        new Ranking.ByText(),
        include,
        exclude,
        excludeNumbers,
        offset,
        limit,
        facets,
        collapseVariants,
        standing);
  }

  public Retrieval withFilter(Optional<Filter> other) {
    return new Retrieval(
        text,
        sense,
        other,
        factor,
        ranking,
        include,
        exclude,
        excludeNumbers,
        offset,
        limit,
        facets,
        collapseVariants,
        standing);
  }

  public Retrieval withFactor(float[] other) {
    return new Retrieval(
        text,
        sense,
        filter,
        Optional.of(other),
        ranking,
        include,
        exclude,
        excludeNumbers,
        offset,
        limit,
        facets,
        collapseVariants,
        standing);
  }

  public Retrieval rankedBy(Ranking other) {
    return new Retrieval(
        text,
        sense,
        filter,
        factor,
        other,
        include,
        exclude,
        excludeNumbers,
        offset,
        limit,
        facets,
        collapseVariants,
        standing);
  }

  public Retrieval including(Set<String> ids) {
    return new Retrieval(
        text,
        sense,
        filter,
        factor,
        ranking,
        ids,
        exclude,
        excludeNumbers,
        offset,
        limit,
        facets,
        collapseVariants,
        standing);
  }

  public Retrieval without(Set<String> ids) {
    return new Retrieval(
        text,
        sense,
        filter,
        factor,
        ranking,
        include,
        ids,
        excludeNumbers,
        offset,
        limit,
        facets,
        collapseVariants,
        standing);
  }

  public Retrieval withoutNumbers(ProductNumbers numbers) {
    return new Retrieval(
        text,
        sense,
        filter,
        factor,
        ranking,
        include,
        exclude,
        numbers,
        offset,
        limit,
        facets,
        collapseVariants,
        standing);
  }

  public Retrieval window(int from, int size) {
    return new Retrieval(
        text,
        sense,
        filter,
        factor,
        ranking,
        include,
        exclude,
        excludeNumbers,
        from,
        size,
        facets,
        collapseVariants,
        standing);
  }

  public Retrieval counting(List<FacetRequest> fields) {
    return new Retrieval(
        text,
        sense,
        filter,
        factor,
        ranking,
        include,
        exclude,
        excludeNumbers,
        offset,
        limit,
        fields,
        collapseVariants,
        standing);
  }

  public Retrieval collapsed(boolean collapse) {
    return new Retrieval(
        text,
        sense,
        filter,
        factor,
        ranking,
        include,
        exclude,
        excludeNumbers,
        offset,
        limit,
        facets,
        collapse,
        standing);
  }

  public Retrieval standing(ProductNumbers numbers) {
    return new Retrieval(
        text,
        sense,
        filter,
        factor,
        ranking,
        include,
        exclude,
        excludeNumbers,
        offset,
        limit,
        facets,
        collapseVariants,
        numbers);
  }
}
