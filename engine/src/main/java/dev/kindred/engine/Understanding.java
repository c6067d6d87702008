package dev.kindred.engine;

import dev.kindred.indexer.catalog.Wording;
import java.util.List;
import java.util.Optional;

/**
 * What was made of a query.
 *
 * @param wording that was searched for; blank without a query
 * @param corrected the query that was searched instead of the one typed, if it was corrected
 * @param relaxed words that not every hit has, because too few products have all of them
 */
record Understanding(Wording wording, Optional<String> corrected, List<String> relaxed) {
  /** There was no query. */
  static final Understanding NONE = new Understanding(Wording.of(""), Optional.empty(), List.of());

  Understanding {
    relaxed = List.copyOf(relaxed);
  }

  Understanding relaxed(List<String> words) {
    return new Understanding(wording, corrected, words);
  }
}
