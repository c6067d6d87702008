package dev.kindred.indexer.generation;

import dev.kindred.learn.Complements;
import dev.kindred.learn.ContentPrior;
import dev.kindred.learn.PersonFolder;
import dev.kindred.model.FeatureVector;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One immutable trained state: factors of products, how people and new products get theirs, what is
 * bought together, and how large a score is.
 */
public final class Generation {
  private final int number;
  private final ItemFactors items;
  private final PersonFolder folder;
  private final ContentPrior prior;
  private final Complements complements;
  private final Calibration calibration;

  Generation(
      int number,
      ItemFactors items,
      PersonFolder folder,
      ContentPrior prior,
      Complements complements,
      Calibration calibration) {
    this.number = number;
    this.items = items;
    this.folder = folder;
    this.prior = prior;
    this.complements = complements;
    this.calibration = calibration;
  }

  /** From 1 up, in the order of training. */
  public int number() {
    return number;
  }

  /** The length of every factor. */
  public int factors() {
    return folder.factors();
  }

  /** Ids of the products that were there at training. */
  public List<String> products() {
    return items.ids();
  }

  /** A product's factor as trained; a copy, or empty if the product was not there. */
  public Optional<float[]> trained(String productId) {
    return items.factor(productId);
  }

  /** The factor to expect of a product that was not there at training. */
  public float[] predicted(FeatureVector content) {
    return prior.predict(content);
  }

  /** Makes person factors. */
  public PersonFolder folder() {
    return folder;
  }

  /** How scores compare in this generation. */
  public Calibration calibration() {
    return calibration;
  }

  /** Products bought together with this one more often than by chance, surest first. */
  public List<Complement> complements(String productId) {
    return items
        .index(productId)
        .filter(item -> item < complements.items())
        .map(complements::of)
        .orElse(List.of())
        .stream()
        .map(c -> new Complement(items.id(c.item()), c.lift(), c.logLikelihoodRatio(), c.support()))
        .toList();
  }

  /**
   * A product bought together with another; see {@link Complements.Complement} for the measures.
   */
  public record Complement(String product, double lift, double logLikelihoodRatio, int support) {}

  ItemFactors items() {
    return items;
  }

  ContentPrior prior() {
    return prior;
  }

  Complements complements() {
    return complements;
  }

  /**
   * How a person's scores for what they choose next compare with those for what they have.
   *
   * <p>Scores grow with the evidence there is of a person; the ratio does not, and so makes the
   * scores of somebody with one click comparable to those of a regular.
   *
   * @param nextToOwn mean score of what people of the panel chose next, as a share of the mean
   *     score of what they were folded in from, above 0
   */
  public record Calibration(double nextToOwn) {
    public Calibration {
      if (!(nextToOwn > 0) || Double.isInfinite(nextToOwn)) {
        throw new IllegalArgumentException("nextToOwn must be a number > 0, got " + nextToOwn);
      }
    }
  }

  /**
   * Factors of products by id.
   *
   * @param ids of the products, each once
   * @param slab their factors, one after another
   */
  record ItemFactors(List<String> ids, Map<String, Integer> indexes, int factors, float[] slab) {

    ItemFactors(List<String> ids, int factors, float[] slab) {
      this(List.copyOf(ids), indexes(ids), factors, slab);
    }

    private static Map<String, Integer> indexes(List<String> ids) {
      int[] next = {0};
      return ids.stream().collect(Collectors.toMap(id -> id, id -> next[0]++));
    }

    Optional<Integer> index(String id) {
      return Optional.ofNullable(indexes.get(id));
    }

    String id(int index) {
      return ids.get(index);
    }

    Optional<float[]> factor(String id) {
      return index(id).map(i -> Arrays.copyOfRange(slab, i * factors, (i + 1) * factors));
    }
  }
}
