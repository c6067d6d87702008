package dev.kindred.learn;

import java.util.Arrays;

/**
 * Who did something with what, and how much that says: a sparse matrix of people by items.
 *
 * <p>An entry is a confidence: above 0 for liking, below 0 for disliking. Immutable. Held by rows
 * (a person's items, ascending) and by columns (an item's people, ascending); positions into either
 * let callers walk without allocation:
 *
 * <pre>{@code
 * for (int at = x.rowStart(person); at < x.rowEnd(person); at++) {
 *   use(x.rowItem(at), x.rowConfidence(at));
 * }
 * }</pre>
 */
public final class Interactions {
  final Sparse rows;
  final Sparse columns;

  private Interactions(Sparse rows, Sparse columns) {
    this.rows = rows;
    this.columns = columns;
  }

  /** Collects entries of a matrix of the given size. */
  public static Builder builder(int people, int items) {
    return new Builder(people, items);
  }

  /** The number of people, with or without entries. */
  public int people() {
    return rows.size();
  }

  /** The number of items, with or without entries. */
  public int items() {
    return columns.size();
  }

  /** The number of entries. */
  public int size() {
    return rows.others().length;
  }

  /** How many items a person has. */
  public int personDegree(int person) {
    return rowEnd(person) - rowStart(person);
  }

  /** How many people an item has. */
  public int itemDegree(int item) {
    return columnEnd(item) - columnStart(item);
  }

  /** The first position of a person's entries. */
  public int rowStart(int person) {
    return rows.starts()[person];
  }

  /** The position after a person's last entry. */
  public int rowEnd(int person) {
    return rows.starts()[person + 1];
  }

  /** The item at a position of the rows. */
  public int rowItem(int position) {
    return rows.others()[position];
  }

  /** The confidence at a position of the rows. */
  public float rowConfidence(int position) {
    return rows.confidences()[position];
  }

  /** The first position of an item's entries. */
  public int columnStart(int item) {
    return columns.starts()[item];
  }

  /** The position after an item's last entry. */
  public int columnEnd(int item) {
    return columns.starts()[item + 1];
  }

  /** The person at a position of the columns. */
  public int columnPerson(int position) {
    return columns.others()[position];
  }

  /** The confidence at a position of the columns. */
  public float columnConfidence(int position) {
    return columns.confidences()[position];
  }

  /** A person's items, ascending; a copy. */
  public int[] itemsOf(int person) {
    return Arrays.copyOfRange(rows.others(), rowStart(person), rowEnd(person));
  }

  /** A person's confidences in the order of {@link #itemsOf}; a copy. */
  public float[] confidencesOf(int person) {
    return Arrays.copyOfRange(rows.confidences(), rowStart(person), rowEnd(person));
  }

  /** An item's confidences, by ascending person; a copy. */
  public float[] peopleConfidencesOf(int item) {
    return Arrays.copyOfRange(columns.confidences(), columnStart(item), columnEnd(item));
  }

  /** Collects entries in any order; repeats of the same person and item are summed. */
  public static final class Builder {
    private final int people;
    private final int items;
    private int[] personOf = new int[1024];
    private int[] itemOf = new int[1024];
    private float[] confidenceOf = new float[1024];
    private int size;

    private Builder(int people, int items) {
      if (people < 0 || items < 0) {
        throw new IllegalArgumentException(
            "people and items must be >= 0, got " + people + " and " + items);
      }
      this.people = people;
      this.items = items;
    }

    /**
     * @throws IllegalArgumentException when a number is out of range or the confidence not finite
     */
    public Builder add(int person, int item, float confidence) {
      if (person < 0 || person >= people) {
        throw new IllegalArgumentException(
            "person must be from 0 to " + (people - 1) + ", got " + person);
      }
      if (item < 0 || item >= items) {
        throw new IllegalArgumentException(
            "item must be from 0 to " + (items - 1) + ", got " + item);
      }
      if (!Float.isFinite(confidence)) {
        throw new IllegalArgumentException("confidence must be finite, got " + confidence);
      }
      if (size == personOf.length) {
        int longer = size + (size >> 1);
        personOf = Arrays.copyOf(personOf, longer);
        itemOf = Arrays.copyOf(itemOf, longer);
        confidenceOf = Arrays.copyOf(confidenceOf, longer);
      }
      personOf[size] = person;
      itemOf[size] = item;
      confidenceOf[size++] = confidence;
      return this;
    }

    /** The matrix; entries whose sum is 0 are left out. */
    public Interactions build() {
      Sparse unordered = Sparse.grouped(people, personOf, itemOf, confidenceOf, size);
      Sparse columns = unordered.transposed(items).summed();
      return new Interactions(columns.transposed(people), columns);
    }
  }
}
