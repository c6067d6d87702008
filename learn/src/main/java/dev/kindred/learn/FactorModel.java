package dev.kindred.learn;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * What a learner found: a factor per item, and how people are folded in.
 *
 * <p>A score is the dot product of a person factor from {@link #folder} and an item factor, for
 * every learner. Factors of two models lie in different spaces and are never mixed. Immutable.
 */
public final class FactorModel {
  private static final int MAGIC = 0x4b464d44;
  private static final int VERSION = 2;

  private final LearnerSettings settings;
  private final PersonFolder folder;
  private final ItemFolder itemFolder;
  private final float[] slab;

  /** Takes the slab over: items x factors, row by row. */
  FactorModel(LearnerSettings settings, PersonFolder folder, ItemFolder itemFolder, float[] slab) {
    if (folder.factors() != itemFolder.factors()) {
      throw new IllegalArgumentException(
          "folders must agree, got " + folder.factors() + " and " + itemFolder.factors());
    }
    if (slab.length % folder.factors() != 0) {
      throw new IllegalArgumentException(
          slab.length + " numbers are no whole rows of " + folder.factors());
    }
    for (float value : slab) {
      if (!Float.isFinite(value)) {
        throw new IllegalArgumentException("factors must be finite, got " + value);
      }
    }
    this.settings = settings;
    this.folder = folder;
    this.itemFolder = itemFolder;
    this.slab = slab;
  }

  /** With which settings it was learned. */
  public LearnerSettings settings() {
    return settings;
  }

  /** The length of every factor. */
  public int factors() {
    return folder.factors();
  }

  /**
   * How many of a factor's numbers are directions of the latent space. The others, at the end, are
   * weights that folding in needs, small enough to leave lengths and cosines as they are.
   */
  public int directions() {
    return FactorLayout.directions(factors());
  }

  /** The number of items, numbered as in the interactions it was learned from. */
  public int items() {
    return slab.length / factors();
  }

  /** An item's factor; a copy. */
  public float[] itemFactor(int item) {
    int start = slabOffset(item);
    return Arrays.copyOfRange(slab, start, start + factors());
  }

  /** All item factors, one after another; shared, never to be written. */
  public float[] slab() {
    return slab;
  }

  /** Where an item's factor starts in the {@link #slab}. */
  public int slabOffset(int item) {
    if (item < 0 || item >= items()) {
      throw new IllegalArgumentException(
          "item must be from 0 to " + (items() - 1) + ", got " + item);
    }
    return item * factors();
  }

  /** Makes person factors. */
  public PersonFolder folder() {
    return folder;
  }

  /**
   * The same, with people drawn towards what everybody likes where little is known of them, as far
   * as that is good for people of these interactions; uses all cores.
   *
   * @param interactions that it was learned from
   */
  public FactorModel withMeanPerson(Interactions interactions, long seed) {
    PersonFolder drawn =
        new MeanPersonLearning(this, interactions).learn(new SplittableRandom(seed));
    return new FactorModel(settings, drawn, itemFolder, slab);
  }

  /**
   * Moves item factors from what content predicts to what people did; {@link
   * ContentPrior#posterior} knows better how fast.
   */
  public ItemPosterior posterior() {
    return new ItemPosterior(itemFolder, EvidenceCurve.DEFAULT);
  }

  ItemFolder itemFolder() {
    return itemFolder;
  }

  /** Writes it with version and checksum. */
  public void write(DataOutputStream out) throws IOException {
    Checksummed.write(
        out,
        MAGIC,
        VERSION,
        body -> {
          SettingsCodec.write(settings, body);
          FolderCodec.write(folder, body);
          FolderCodec.writeItems(itemFolder, body);
          Checksummed.writeFloats(body, slab);
        });
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is not a factor model, of another version, or damaged
   */
  public static FactorModel read(DataInputStream in) throws IOException {
    return Checksummed.read(
        in,
        "factor model",
        MAGIC,
        VERSION,
        body ->
            new FactorModel(
                SettingsCodec.read(body),
                FolderCodec.read(body),
                FolderCodec.readItems(body),
                Checksummed.readFloats(body)));
  }
}
