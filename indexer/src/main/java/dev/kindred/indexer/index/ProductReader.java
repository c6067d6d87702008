package dev.kindred.indexer.index;

import dev.kindred.indexer.catalog.ShopFacts;
import dev.kindred.indexer.json.ProductJson;
import dev.kindred.model.Product;
import java.io.IOException;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;

/** Reads single products of one reader: where they are, their numbers, and themselves. */
final class ProductReader {
  private static final Set<String> STORED = Set.of(ProductSchema.JSON);

  private final IndexSearcher searcher;
  private final List<LeafReaderContext> leaves;
  private final ProductCache cache;

  ProductReader(IndexSearcher searcher, ProductCache cache) {
    this.searcher = searcher;
    this.leaves = searcher.getLeafContexts();
    this.cache = cache;
  }

  /** The document of a product, or empty if it is not there. */
  OptionalInt document(String id) throws IOException {
    BytesRef term = new BytesRef(id);
    for (LeafReaderContext leaf : leaves) {
      var terms = leaf.reader().terms(ProductSchema.ID);
      var found = terms == null ? null : terms.iterator();
      if (found != null && found.seekExact(term)) {
        var docs = found.postings(null, PostingsEnum.NONE);
        var live = leaf.reader().getLiveDocs();
        for (int d = docs.nextDoc(); d != DocIdSetIterator.NO_MORE_DOCS; d = docs.nextDoc()) {
          if (live == null || live.get(d)) {
            return OptionalInt.of(leaf.docBase + d);
          }
        }
      }
    }
    return OptionalInt.empty();
  }

  /** A document's product number. */
  int number(int document) throws IOException {
    LeafReaderContext leaf = leaf(document);
    return SegmentColumns.of(leaf).number(document - leaf.docBase);
  }

  /** A document's product. */
  Product product(int document) throws IOException {
    LeafReaderContext leaf = leaf(document);
    SegmentColumns columns = SegmentColumns.of(leaf);
    int number = columns.number(document - leaf.docBase);
    long sequence = columns.sequence(document - leaf.docBase);
    Product cached = cache.get(number, sequence);
    if (cached != null) {
      return cached;
    }
    StoredFields stored = searcher.storedFields();
    Product product = ProductJson.read(stored.document(document, STORED).get(ProductSchema.JSON));
    cache.put(number, sequence, product);
    return product;
  }

  /** What the shop says of a document's product. */
  ShopFacts facts(int document) throws IOException {
    LeafReaderContext leaf = leaf(document);
    return SegmentColumns.of(leaf).facts(document - leaf.docBase);
  }

  /** A document's product id. */
  String id(int document) throws IOException {
    LeafReaderContext leaf = leaf(document);
    var ids = DocValues.getSorted(leaf.reader(), ProductSchema.ID);
    ids.advanceExact(document - leaf.docBase);
    return ids.lookupOrd(ids.ordValue()).utf8ToString();
  }

  private LeafReaderContext leaf(int document) {
    return leaves.get(ReaderUtil.subIndex(document, leaves));
  }
}
