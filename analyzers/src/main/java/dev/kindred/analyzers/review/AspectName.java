package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Sentence;
import dev.kindred.analyzers.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The name under which mentions of an aspect are gathered: {@code battery} for "the batteries",
 * "battery life" and "battery performance".
 *
 * <p>It is the lemma of the term's last noun; but where that says little by itself, such as {@code
 * quality} in "sound quality", of the noun before it. A verb alone, as in "easy to clean", is its
 * lemma. Other terms without a noun, and pronoun-like nouns, have no name.
 */
final class AspectName {
  private static final Set<String> SAYS_LITTLE =
      Set.of(
          "life",
          "quality",
          "level",
          "size",
          "performance",
          "time",
          "amount",
          "range",
          "part",
          "area",
          "system",
          "feature",
          "function",
          "option",
          "capability",
          "control",
          "department",
          "selection",
          "experience");
  private static final Set<String> NO_ASPECT =
      Set.of(
          "thing",
          "one",
          "lot",
          "bit",
          "way",
          "people",
          "something",
          "anything",
          "everything",
          "nothing",
          "someone",
          "day",
          "year",
          "month",
          "week",
          "hour",
          "minute",
          "star",
          "review",
          "product",
          "item",
          "purchase",
          "time",
          "night",
          "place",
          "reason",
          "problem",
          "issue",
          "question",
          "answer",
          "kind",
          "sort",
          "other",
          "today",
          "yesterday");
  private static final int LONGEST = 40;

  private AspectName() {}

  /** The name of what a term means, or empty if it is no aspect of a product. */
  static Optional<String> of(Sentence sentence, Sentence.Phrase term) {
    List<String> nouns = new ArrayList<>();
    for (Token token : sentence.tokens().subList(term.from(), term.to())) {
      if (token.isNoun() && token.text().chars().anyMatch(Character::isLetter)) {
        nouns.add(token.lemma());
      }
    }
    Token first = sentence.tokens().get(term.from());
    if (nouns.isEmpty() && term.to() == term.from() + 1 && first.is("VERB")) {
      nouns.add(first.lemma());
    }
    if (nouns.isEmpty()) {
      return Optional.empty();
    }
    String name = nouns.getLast();
    if (nouns.size() > 1 && SAYS_LITTLE.contains(name)) {
      name = nouns.get(nouns.size() - 2);
    }
    return name.length() < 2 || name.length() > LONGEST || NO_ASPECT.contains(name)
        ? Optional.empty()
        : Optional.of(name);
  }
}
