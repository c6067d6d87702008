package dev.kindred.indexer.index;

import dev.kindred.analyzers.embedding.ByteVector;
import dev.kindred.indexer.catalog.Wording;
import dev.kindred.indexer.meaning.TextVectors;
import java.io.IOException;
import java.util.Optional;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.similarities.Similarity;
import org.jspecify.annotations.Nullable;

/**
 * Searches one state of the product index, and remembers what it found for words and queries: that
 * stays true as long as the searcher lives, and people ask for the same things again and again.
 */
final class ProductSearcher extends IndexSearcher {
  private static final int WORDS = 20_000;
  private static final long MATCHES_BYTES = 32 << 20;
  private static final long COSINES_BYTES = 32 << 20;

  private final LanguageForms languages;
  private final Kinds kinds;
  private final Remembered<String, Optional<WordForms.Form>> halves = Remembered.count(WORDS);
  private final Remembered<Wording, TextQueries.Understood> understood =
      new Remembered<>(MATCHES_BYTES, TextQueries.Understood::bytes);
  private final Remembered<ByteVector, Cosines> cosines =
      new Remembered<>(COSINES_BYTES, Cosines::bytes);
  private volatile @Nullable Matches everything;

  ProductSearcher(IndexReader reader, Similarity scoring) throws IOException {
    super(reader);
    setSimilarity(scoring);
    // Terms are found as quickly again, and the filters of products change from query to query.
    setQueryCache(null);
    languages = new LanguageForms(this);
    kinds = new Kinds(reader);
  }

  /** What other forms words have in the languages of the catalogue. */
  LanguageForms languages() {
    return languages;
  }

  /** Which kinds of things there are. */
  Kinds kinds() {
    return kinds;
  }

  /** A word in two, looked up once. */
  Optional<WordForms.Form> halves(String word, Remembered.Lookup<Optional<WordForms.Form>> lookup)
      throws IOException {
    return halves.get(word, lookup);
  }

  /** What a query finds. */
  TextQueries.Understood understood(Wording wording) throws IOException {
    return understood.get(wording, () -> new TextQueries(this).understand(wording));
  }

  /** All products. */
  Matches everything() throws IOException {
    Matches known = everything;
    if (known == null) {
      known = Matches.of(this, MatchAllDocsQuery.INSTANCE, false);
      everything = known;
    }
    return known;
  }

  /** How near all products are to a query, by the vectors that there are now. */
  Cosines cosines(TextVectors vectors, ByteVector query) throws IOException {
    Cosines known = cosines.get(query, () -> Cosines.of(getLeafContexts(), vectors, query));
    if (known.version() == vectors.version()) {
      return known;
    }
    return cosines.renew(query, Cosines.of(getLeafContexts(), vectors, query));
  }
}
