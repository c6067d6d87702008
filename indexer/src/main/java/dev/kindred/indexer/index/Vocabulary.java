package dev.kindred.indexer.index;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.Automata;
import org.apache.lucene.util.automaton.Automaton;
import org.apache.lucene.util.automaton.CompiledAutomaton;
import org.apache.lucene.util.automaton.LevenshteinAutomata;
import org.apache.lucene.util.automaton.Operations;

/**
 * The words of a catalogue as people spell them, and how much each is used.
 *
 * <p>A word's use is the number of products that have it, those in whose title it stands counted
 * three times, and of searches that had a result.
 */
final class Vocabulary {
  private static final int TITLE = 2;

  private final IndexReader reader;
  private final SearchedWords searched;

  Vocabulary(IndexReader reader, SearchedWords searched) {
    this.reader = reader;
    this.searched = searched;
  }

  /** How much a word is used, as it is spelt; 0 if nobody does. */
  int use(String word) throws IOException {
    int all = reader.docFreq(new Term(ProductSchema.WORDS, word));
    return all + TITLE * titles(word) + searched.of(word);
  }

  /** How many titles have the word as it is spelt. */
  int titles(String word) throws IOException {
    return reader.docFreq(new Term(ProductSchema.TITLE_EXACT, word));
  }

  /** How many products have a stem anywhere. */
  int products(String stem) throws IOException {
    return reader.docFreq(new Term(ProductSchema.EVERYTHING, stem));
  }

  /**
   * Words that one edit, or at most two, turn the given one into, with the number of products that
   * have them. Words from descriptions come as their stems, and only if there are no others.
   */
  Map<String, Integer> near(String word, int edits) throws IOException {
    CompiledAutomaton automaton =
        new CompiledAutomaton(
            new LevenshteinAutomata(word, true).toAutomaton(edits), true, false, false);
    Map<String, Integer> spelt = near(ProductSchema.WORDS, automaton);
    return spelt.isEmpty() ? near(ProductSchema.EVERYTHING, automaton) : spelt;
  }

  /**
   * Words of which a beginning is one edit away from the given one, with the number of products
   * that have them.
   */
  Map<String, Integer> beginningNear(String prefix) throws IOException {
    Automaton near = new LevenshteinAutomata(prefix, true).toAutomaton(1);
    Automaton open = Operations.concatenate(List.of(near, Automata.makeAnyString()));
    Automaton decided = Operations.determinize(open, Operations.DEFAULT_DETERMINIZE_WORK_LIMIT);
    return near(ProductSchema.WORDS, new CompiledAutomaton(decided, false, true, false));
  }

  private Map<String, Integer> near(String field, CompiledAutomaton automaton) throws IOException {
    Map<String, Integer> found = new HashMap<>();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms != null) {
        TermsEnum each = automaton.getTermsEnum(terms);
        for (BytesRef term = each.next(); term != null; term = each.next()) {
          found.merge(term.utf8ToString(), each.docFreq(), Integer::sum);
        }
      }
    }
    return found;
  }
}
