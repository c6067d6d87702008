package dev.kindred.engine;

import dev.kindred.indexer.catalog.Wording;
import dev.kindred.indexer.index.SynonymTable;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.json.SynonymJson;
import dev.kindred.indexer.store.Store;

/** The shop's synonyms, as they are in the store. */
final class SynonymBook {
  private static final String KIND = "synonyms";

  private volatile SynonymTable table = SynonymTable.EMPTY;
  private long sequence = -1;

  /** Takes up the synonyms as they are in the store. */
  synchronized void follow(Store store) {
    long last = store.documentsSequence(KIND);
    if (last != sequence) {
      table =
          new SynonymTable(
              store.documents(KIND).stream()
                  .map(d -> SynonymJson.read(Json.mapper().readTree(d.json())))
                  .toList());
      sequence = last;
    }
  }

  /** A query with the synonyms of its words. */
  Wording wording(String query) {
    return table.wording(query);
  }
}
