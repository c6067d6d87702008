package dev.kindred.indexer.index;

import dev.kindred.analyzers.Quantities;
import dev.kindred.indexer.catalog.Wording;
import dev.kindred.model.rule.Synonym;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The shop's synonyms, ready to be found in queries, and with them the other ways to write a
 * quantity. Words match in any form that search takes for the same: in singular and plural, with
 * and without hyphens.
 */
public final class SynonymTable {
  /** No synonyms. */
  public static final SynonymTable EMPTY = new SynonymTable(List.of());

  private static final int MOST_ALTERNATIVES = 32;

  private final Map<String, Set<String>> alternatives = new HashMap<>();
  private int longest;

  public SynonymTable(List<Synonym> synonyms) {
    for (Synonym synonym : synonyms) {
      if (synonym.root().isPresent()) {
        synonym.words().forEach(word -> add(synonym.root().get(), word));
      } else {
        for (String from : synonym.words()) {
          synonym.words().stream().filter(to -> !to.equals(from)).forEach(to -> add(from, to));
        }
      }
    }
  }

  private void add(String from, String to) {
    List<SpeltWord> words = SpeltWord.of(from);
    if (!words.isEmpty() && !SpeltWord.of(to).isEmpty()) {
      alternatives.computeIfAbsent(key(words), k -> new LinkedHashSet<>()).add(to);
      longest = Math.max(longest, words.size());
    }
  }

  private static String key(List<SpeltWord> words) {
    return words.stream().map(SpeltWord::stem).collect(Collectors.joining(" "));
  }

  /** The text with all synonyms of its words and other ways to write its quantities. */
  public Wording wording(String text) {
    List<Wording.Alternative> found = new ArrayList<>();
    for (Quantities.Quantity quantity : Quantities.in(text)) {
      quantity.others().stream()
          .map(other -> new Wording.Alternative(quantity.start(), quantity.end(), other))
          .forEach(found::add);
    }
    addSynonyms(text, found);
    return new Wording(text, found.subList(0, Math.min(MOST_ALTERNATIVES, found.size())));
  }

  private void addSynonyms(String text, List<Wording.Alternative> found) {
    if (alternatives.isEmpty()) {
      return;
    }
    List<SpeltWord> words = SpeltWord.of(text);
    for (int from = 0; from < words.size(); from++) {
      for (int to = from + 1; to <= Math.min(words.size(), from + longest); to++) {
        int start = words.get(from).start();
        int end = words.get(to - 1).end();
        alternatives
            .getOrDefault(key(words.subList(from, to)), Set.of())
            .forEach(other -> found.add(new Wording.Alternative(start, end, other)));
      }
    }
  }
}
