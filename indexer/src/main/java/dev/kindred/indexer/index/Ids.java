package dev.kindred.indexer.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.util.BytesRef;

/** The value of one single-valued text field, such as the id, of each match. */
final class Ids {
  private final List<SortedDocValues> leaves = new ArrayList<>();
  private final int[] leaf;
  private final int[] ordinals;

  Ids(String field, List<LeafReaderContext> contexts, Matches matches) throws IOException {
    leaf = new int[matches.size()];
    ordinals = new int[matches.size()];
    matches.visit(
        contexts,
        context -> {
          SortedDocValues values = DocValues.getSorted(context.reader(), field);
          leaves.add(values);
          int number = leaves.size() - 1;
          return (doc, match) -> {
            values.advanceExact(doc);
            leaf[match] = number;
            ordinals[match] = values.ordValue();
          };
        });
  }

  /** By the bytes of the text, which is the order of its characters. */
  int compare(int a, int b) {
    if (leaf[a] == leaf[b]) {
      return Integer.compare(ordinals[a], ordinals[b]);
    }
    // Both leaves hand out views of their own buffers, so neither overwrites the other.
    return value(a).compareTo(value(b));
  }

  /** A number for each match, equal where the texts are equal; from 0 up. */
  int[] groups() {
    Map<BytesRef, Integer> numbers = new HashMap<>();
    int[] groups = new int[ordinals.length];
    for (int match = 0; match < groups.length; match++) {
      BytesRef value = value(match);
      Integer known = numbers.get(value);
      if (known == null) {
        known = numbers.size();
        numbers.put(BytesRef.deepCopyOf(value), known);
      }
      groups[match] = known;
    }
    return groups;
  }

  private BytesRef value(int match) {
    try {
      return leaves.get(leaf[match]).lookupOrd(ordinals[match]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
