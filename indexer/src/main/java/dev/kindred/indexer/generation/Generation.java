package dev.kindred.indexer.generation;

import dev.kindred.learn.Complements;
import dev.kindred.learn.ContentPrior;
import dev.kindred.learn.FactorModel;
import dev.kindred.learn.ItemPosterior;
import dev.kindred.learn.PersonFolder;
import dev.kindred.model.FeatureVector;
import java.util.Arrays;
import java.util.BitSet;
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
  private final long sequence;
  private final ItemFactors items;
  private final Folding folding;
  private final ContentPrior prior;
  private final Complements complements;
  private final Calibration calibration;

  /**
   * @param sequence of the last event that it was learned from
   * @param items of the model, moved to what content and behaviour say together
   */
  Generation(
      int number,
      long sequence,
      ItemFactors items,
      Folding folding,
      ContentPrior prior,
      Complements complements,
      Calibration calibration) {
    this.number = number;
    this.sequence = sequence;
    this.items = items;
    this.folding = folding;
    this.prior = prior;
    this.complements = complements;
    this.calibration = calibration;
  }

  /** The same, with the ratio that was measured on it. */
  Generation calibrated(double nextToOwn) {
    return new Generation(
        number, sequence, items, folding, prior, complements, new Calibration(nextToOwn));
  }

  /** From 1 up, in the order of training. */
  public int number() {
    return number;
  }

  /** The sequence number of the last event that it was learned from. */
  public long sequence() {
    return sequence;
  }

  /** The length of every factor. */
  public int factors() {
    return folding.people().factors();
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

  /** Makes person factors that speak for products: of what the person did alone. */
  public PersonFolder evidenceFolder() {
    return folding.people().ofEvidence();
  }

  /** Whether a product is of a kind that people buy again; not so if it was not there. */
  public boolean isBoughtAgain(String productId) {
    return items.index(productId).filter(items.again()::get).isPresent();
  }

  /** How many people it knows a product by; 0 for one that was not there at training. */
  public int peopleOf(String productId) {
    return items.index(productId).map(i -> items.people()[i]).orElse(0);
  }

  /**
   * The factor of a product by its content and by the people who came to it until now.
   *
   * @param personFactors of these people, folded in without the product
   * @param confidences as many; above 0 for liking, below 0 for disliking
   */
  public float[] moved(FeatureVector content, List<float[]> personFactors, float[] confidences) {
    return folding.products().combine(prior.predict(content), personFactors, confidences);
  }

  /** Makes person factors. */
  public PersonFolder folder() {
    return folding.people();
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

  /** How people and products get their factors from each other's. */
  record Folding(PersonFolder people, ItemPosterior products) {

    static Folding of(FactorModel model, ContentPrior prior) {
      return new Folding(model.folder(), prior.posterior(model));
    }
  }

  /**
   * Factors of products by id.
   *
   * @param ids of the products, each once
   * @param people how many each was learned from
   * @param again those of kinds that people buy again
   * @param slab their factors, one after another
   */
  record ItemFactors(
      List<String> ids,
      Map<String, Integer> indexes,
      int[] people,
      BitSet again,
      int factors,
      float[] slab) {

    ItemFactors(List<String> ids, int[] people, BitSet again, int factors, float[] slab) {
      this(List.copyOf(ids), indexes(ids), people, again, factors, slab);
      if (people.length != ids.size()) {
        throw new IllegalArgumentException(
            "there must be " + ids.size() + " numbers of people, got " + people.length);
      }
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
