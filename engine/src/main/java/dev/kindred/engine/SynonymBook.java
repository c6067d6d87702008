package dev.kindred.engine;

import dev.kindred.indexer.catalog.Wording;
import dev.kindred.indexer.index.SynonymTable;
import dev.kindred.indexer.json.Json;
import dev.kindred.indexer.json.SynonymJson;
import dev.kindred.indexer.store.Store;
import dev.kindred.model.rule.Synonym;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The shop's synonyms, as they are in the store. */
final class SynonymBook {
  private static final String KIND = "synonyms";

  private volatile List<Synonym> synonyms = List.of();
  private volatile SynonymTable table = SynonymTable.EMPTY;
  private long sequence = -1;

  /** Takes up the synonyms as they are in the store. */
  synchronized void follow(Store store) {
    long last = store.documentsSequence(KIND);
    if (last != sequence) {
      synonyms =
          store.documents(KIND).stream()
              .map(d -> SynonymJson.read(Json.mapper().readTree(d.json())))
              .toList();
      table = new SynonymTable(synonyms);
      sequence = last;
    }
  }

  /** A book with one synonym more, in place of the one with the same id; it follows nothing. */
  SynonymBook with(Synonym draft) {
    SynonymBook book = new SynonymBook();
    book.synonyms =
        Stream.concat(
                synonyms.stream().filter(known -> !known.id().equals(draft.id())), Stream.of(draft))
            .sorted(Comparator.comparing(Synonym::id))
            .toList();
    book.table = new SynonymTable(book.synonyms);
    return book;
  }

  /** A query with the synonyms of its words. */
  Wording wording(String query) {
    return table.wording(query);
  }
}
