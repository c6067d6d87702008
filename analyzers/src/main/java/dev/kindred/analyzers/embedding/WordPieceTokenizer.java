package dev.kindred.analyzers.embedding;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Cuts a text into the tokens that a BERT-like model was trained on: words and punctuation, then
 * each word greedily into the longest known pieces (Devlin et al., "BERT", 2019).
 */
final class WordPieceTokenizer {
  private static final int LONGEST_WORD = 100;
  /* More characters than this cannot matter for the tokens that are kept. */
  private static final int CHARACTERS_A_TOKEN = 64;

  private final Vocabulary vocabulary;
  private final int most;
  private final int unknown;

  /**
   * @param most tokens to return, start and end included, at least 2; what follows is cut off
   */
  WordPieceTokenizer(Vocabulary vocabulary, int most) {
    this.vocabulary = vocabulary;
    this.most = most;
    this.unknown = vocabulary.special(Vocabulary.UNKNOWN);
  }

  /** Numbers of a text's tokens between the one for start and the one for end. */
  long[] tokens(String text) {
    Tokens tokens = new Tokens();
    tokens.add(vocabulary.special(Vocabulary.START));
    String clean = normalised(text);
    int start = 0;
    for (int i = 0; i < clean.length() && !tokens.isFull(); ) {
      int c = clean.codePointAt(i);
      int next = i + Character.charCount(c);
      boolean alone = isPunctuation(c) || isIdeograph(c);
      if (alone || isBlank(c)) {
        word(clean.substring(start, i), tokens);
        if (alone) {
          word(clean.substring(i, next), tokens);
        }
        start = next;
      }
      i = next;
    }
    word(clean.substring(Math.min(start, clean.length())), tokens);
    return tokens.finish(vocabulary.special(Vocabulary.END));
  }

  private String normalised(String text) {
    int longest = most * CHARACTERS_A_TOKEN;
    String read = text.length() <= longest ? text : text.substring(0, longest);
    StringBuilder clean = new StringBuilder(read.length());
    read.codePoints()
        .filter(c -> c != 0 && c != 0xFFFD && !isControl(c))
        .forEach(clean::appendCodePoint);
    if (!vocabulary.lowerCase()) {
      return clean.toString();
    }
    String apart = Normalizer.normalize(clean, Normalizer.Form.NFD);
    StringBuilder plain = new StringBuilder(apart.length());
    apart
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(plain::appendCodePoint);
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  private void word(String word, Tokens tokens) {
    if (word.isEmpty() || tokens.isFull()) {
      return;
    }
    int before = tokens.size;
    if (word.codePointCount(0, word.length()) > LONGEST_WORD) {
      tokens.add(unknown);
      return;
    }
    int start = 0;
    while (start < word.length()) {
      int end = word.length();
      Optional<Integer> piece = Optional.empty();
      while (end > start && piece.isEmpty()) {
        piece = vocabulary.number((start > 0 ? "##" : "") + word.substring(start, end));
        end -= piece.isEmpty() ? 1 : 0;
      }
      if (piece.isEmpty()) {
        tokens.size = before;
        tokens.add(unknown);
        return;
      }
      tokens.add(piece.get());
      start = end;
    }
  }

  private static boolean isBlank(int c) {
    return Character.isWhitespace(c) || Character.getType(c) == Character.SPACE_SEPARATOR;
  }

  private static boolean isControl(int c) {
    int type = Character.getType(c);
    boolean blank = c == '\t' || c == '\n' || c == '\r';
    return !blank
        && (type == Character.CONTROL
            || type == Character.FORMAT
            || type == Character.PRIVATE_USE
            || type == Character.SURROGATE
            || type == Character.UNASSIGNED);
  }

  private static boolean isPunctuation(int c) {
    boolean ascii =
        (c >= 33 && c <= 47)
            || (c >= 58 && c <= 64)
            || (c >= 91 && c <= 96)
            || (c >= 123 && c <= 126);
    return ascii
        || switch (Character.getType(c)) {
          case Character.CONNECTOR_PUNCTUATION,
              Character.DASH_PUNCTUATION,
              Character.START_PUNCTUATION,
              Character.END_PUNCTUATION,
              Character.INITIAL_QUOTE_PUNCTUATION,
              Character.FINAL_QUOTE_PUNCTUATION,
              Character.OTHER_PUNCTUATION ->
              true;
          default -> false;
        };
  }

  private static boolean isIdeograph(int c) {
    return (c >= 0x4E00 && c <= 0x9FFF)
        || (c >= 0x3400 && c <= 0x4DBF)
        || (c >= 0x20000 && c <= 0x2CEAF)
        || (c >= 0xF900 && c <= 0xFAFF)
        || (c >= 0x2F800 && c <= 0x2FA1F);
  }

  /** Tokens gathered so far; one place stays free for the end. */
  private final class Tokens {
    private long[] numbers = new long[32];
    private int size;

    boolean isFull() {
      return size >= most - 1;
    }

    void add(int number) {
      if (size == numbers.length) {
        numbers = Arrays.copyOf(numbers, 2 * size);
      }
      numbers[size++] = number;
    }

    long[] finish(int end) {
      size = Math.min(size, most - 1);
      add(end);
      return Arrays.copyOf(numbers, size);
    }
  }
}
