package dev.kindred.analyzers.title;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads titles with the help of a catalogue's statistics. Safe for many threads. */
public final class TitleReader {
  private static final double SUREST_AFTER_BREAK = 0.35;
  private static final double NOT_AT_END = 0.6;
  private static final double LEAST = 0.5;
  private static final double NEXT = 0.3;
  /* Things that say little without the word before them. */
  private static final Set<String> OF_SOMETHING =
      Set.of("set", "kit", "box", "unit", "holder", "case", "cover", "part", "system", "pack");

  private static final int LONGEST_TYPE = 3;

  private final TitleStatistics catalogue;

  public TitleReader(TitleStatistics catalogue) {
    this.catalogue = catalogue;
  }

  /** What a title states. */
  public TitleFeatures read(String title) {
    List<TitleWord> words = TitleWord.of(title);
    Optional<Map.Entry<String, Integer>> brand = brand(words);
    int from = brand.isPresent() ? brandEnd(words, brand.get().getKey()) : 0;
    List<TitleFeatures.Quantity> quantities = Measures.in(title);
    return new TitleFeatures(
        brand.map(Map.Entry::getKey),
        type(words, from),
        ModelCodes.in(words.subList(from, words.size())),
        Colours.in(words.subList(from, words.size())),
        NamedWords.materials(words),
        NamedWords.sizes(words),
        NamedWords.audiences(words),
        quantities,
        Measures.cableLength(title, quantities),
        Measures.pieces(title));
  }

  /** The first known brand; in a title the maker comes first, what it is for later. */
  private Optional<Map.Entry<String, Integer>> brand(List<TitleWord> words) {
    for (int i = 0; i < words.size(); i++) {
      if (i > 0 && TitleStatistics.breaks(words.get(i - 1))) {
        return Optional.empty();
      }
      Optional<Map.Entry<String, Integer>> found = catalogue.brandAt(words, i);
      if (found.isPresent()) {
        return Optional.of(Map.entry(found.get().getKey(), i + found.get().getValue()));
      }
    }
    return Optional.empty();
  }

  private int brandEnd(List<TitleWord> words, String brand) {
    int length = TitleWord.of(brand).size();
    String name = TitleStatistics.joined(TitleWord.of(brand), 0, length);
    boolean first = words.size() >= length && TitleStatistics.joined(words, 0, length).equals(name);
    return first ? length : 0;
  }

  /** The word that most looks like the name of a thing, with what is usually before it. */
  private Optional<String> type(List<TitleWord> words, int from) {
    int best = -1;
    double most = LEAST;
    boolean broken = false;
    for (int i = from; i < words.size(); i++) {
      broken |= i > from && breaksOff(words.get(i));
      if (TitleStatistics.canName(words, i)) {
        double score = headness(words, i);
        score *= TitleStatistics.endsPhrase(words, i) ? 1 : NOT_AT_END;
        score *= broken ? SUREST_AFTER_BREAK : 1;
        if (score > most) {
          most = score;
          best = i;
        }
      }
    }
    if (best < 0) {
      return Optional.empty();
    }
    // What several nouns in a row name is the last of them.
    while (!TitleStatistics.endsPhrase(words, best)
        && TitleStatistics.canName(words, best + 1)
        && headness(words, best + 1) >= NEXT * headness(words, best)) {
      best++;
    }
    return Optional.of(phrase(words, from, best));
  }

  private double headness(List<TitleWord> words, int i) {
    return catalogue.headness(words.get(i).stem());
  }

  private static boolean breaksOff(TitleWord word) {
    return switch (word.small()) {
      case "for", "with", "replaces", "equivalent", "includes", "w" -> true;
      default -> false;
    };
  }

  private String phrase(List<TitleWord> words, int from, int head) {
    int start = head;
    while (start > from
        && head - start + 1 < LONGEST_TYPE
        && words.get(start - 1).chunk() == words.get(head).chunk()
        && words.get(start - 1).isPlain()
        && !Colours.isName(words.get(start - 1).small())
        && !TitleStatistics.breaks(words.get(start - 1))
        && !words.get(start - 1).stem().equals(words.get(head).stem())
        && (catalogue.together(words.get(start - 1).small(), words.get(start).stem())
            || (start == head && OF_SOMETHING.contains(words.get(head).small())))) {
      start--;
    }
    return TitleStatistics.joined(words, start, head + 1);
  }
}
