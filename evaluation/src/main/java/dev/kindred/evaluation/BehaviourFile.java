package dev.kindred.evaluation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Reads files of behaviour: lists of items by user, or events in any form that import takes. */
final class BehaviourFile {
  private BehaviourFile() {}

  /** Everything in the file, in its order. */
  static List<Preference> read(Path file) throws IOException {
    if (!InteractionLists.recognises(file)) {
      throw new IllegalArgumentException(
          file + " must have lines of a user and items with spaces between");
    }
    List<Preference> preferences = new ArrayList<>();
    for (InteractionLists.Line line : InteractionLists.read(file)) {
      line.items().forEach(i -> preferences.add(new Preference(line.user(), i, 1, Instant.EPOCH)));
    }
    return preferences;
  }
}
