package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.UnknownFieldException;
import dev.kindred.indexer.json.NearestName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/** The fields that products of one reader have, with the kinds of their values. */
final class KnownFields {
  private final IndexReader reader;

  KnownFields(IndexReader reader) {
    this.reader = reader;
  }

  /** A field of a request: its stored name and the kinds of values it has, one or more. */
  record Field(String requested, String name, EnumSet<FieldKind> kinds) {
    boolean has(FieldKind kind) {
      return kinds.contains(kind);
    }

    String stored(FieldKind kind) {
      return ProductSchema.field(kind, name);
    }

    /** "text", or "numbers and text". */
    String holds() {
      return String.join(
          " and ",
          kinds.stream().map(k -> k == FieldKind.TEXT ? "text" : k.prefix() + "s").toList());
    }
  }

  /**
   * Finds a field by the name people use.
   *
   * @throws UnknownFieldException naming the nearest field if no product has it
   */
  Field field(String requested) {
    String name = ProductSchema.stored(requested);
    EnumSet<FieldKind> kinds = EnumSet.noneOf(FieldKind.class);
    ProductSchema.ownKind(name).ifPresent(kinds::add);
    try {
      for (FieldKind kind : FieldKind.values()) {
        if (reader.docFreq(new Term(ProductSchema.NAMES, ProductSchema.field(kind, name))) > 0) {
          kinds.add(kind);
        }
      }
      if (kinds.isEmpty()) {
        throw unknown(requested);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Field(requested, name, kinds);
  }

  private UnknownFieldException unknown(String requested) throws IOException {
    Set<String> names = new TreeSet<>(ProductSchema.ownNames());
    Terms terms = MultiTerms.getTerms(reader, ProductSchema.NAMES);
    if (terms != null) {
      TermsEnum each = terms.iterator();
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        String text = term.utf8ToString();
        names.add(ProductSchema.shown(text.substring(text.indexOf('.') + 1)));
      }
    }
    Optional<String> nearest = NearestName.of(ProductSchema.shown(requested), names);
    return new UnknownFieldException(
        requested,
        "no product has a field "
            + requested
            + nearest.map(n -> ": did you mean " + n + "?").orElse(""));
  }
}
