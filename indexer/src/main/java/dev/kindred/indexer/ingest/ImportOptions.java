package dev.kindred.indexer.ingest;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How to import.
 *
 * @param map decisions of the user, our field to theirs; {@code price} to {@code cents/100} divides
 * @param strict stop at the first bad record
 * @param rejects folder for rejected lines; made when the first comes
 */
public record ImportOptions(Map<String, String> map, boolean strict, Optional<Path> rejects) {
  public ImportOptions {
    map = Map.copyOf(map);
  }

  /** Everything decided by the file; rejected lines are counted and not kept. */
  public static ImportOptions plain() {
    return new ImportOptions(Map.of(), false, Optional.empty());
  }
}
