package dev.kindred.indexer.meaning;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Whether and how texts are embedded.
 *
 * @param on whether products are found by meaning at all
 * @param model folder of a sentence model; without one the bundled model
 * @param cache folder in which vectors are kept by text; without one it is in the data directory
 */
public record MeaningSettings(boolean on, Optional<Path> model, Optional<Path> cache) {
  public static final MeaningSettings OFF =
      new MeaningSettings(false, Optional.empty(), Optional.empty());

  /** On, with the bundled model. */
  public static final MeaningSettings BUNDLED =
      new MeaningSettings(true, Optional.empty(), Optional.empty());
}
