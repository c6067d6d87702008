package dev.kindred.analyzers;

import java.util.Arrays;

/**
 * Finds the words of a text and the parts they are made of.
 *
 * <p>A word is a run of letters and digits that may hold single connectors inside: {@code TN-2110},
 * {@code USB-C}, {@code 802.11b}, {@code AT&T}, {@code L'Oreal}. It is cut into parts at connectors
 * and between letters and digits, so that {@code TN-2110}, {@code tn2110} and {@code tn 2110} have
 * the same parts. A chunk is what stands between two connectors. Decimal points stay inside a
 * number; a possessive {@code 's} is left out; a character of Chinese, Japanese or Korean writing
 * is a word of its own.
 *
 * <p>Inches that are written right behind a number, as {@code 6"}, {@code 6''} or {@code 6in}, are
 * the last part of its word, unless the sign closes what another quotation mark has opened.
 */
final class WordScanner {
  /* The mark of a long vowel in Katakana, which belongs to two scripts. */
  private static final int PROLONGED = 0x30FC;

  private char[] text = new char[0];
  private int length;
  private int position;
  private int start;
  private int end;
  private int parts;
  private int[] partStarts = new int[8];
  private int[] partEnds = new int[8];
  private int[] chunks = new int[8];
  private boolean inches;
  private boolean quoting;

  /** Starts over with another text; the array is read, not copied. */
  void reset(char[] characters, int count) {
    text = characters;
    length = count;
    position = 0;
    quoting = false;
  }

  /** Goes to the next word; false after the last. */
  boolean next() {
    while (position < length && !isWordCharacter(position)) {
      seeQuote();
      position++;
    }
    if (position >= length) {
      return false;
    }
    start = position;
    parts = 0;
    int chunk = 0;
    while (position < length && isWordCharacter(position)) {
      scanPart(chunk);
      if (isIdeograph(partStarts[parts - 1])) {
        break;
      }
      if (position < length && isConnector(position) && continues(position + 1)) {
        position++;
        chunk++;
      } else if (position < length && isWordCharacter(position) && isIdeograph(position)) {
        break;
      }
    }
    scanInches();
    end = position;
    dropPossessive();
    return true;
  }

  private void seeQuote() {
    char c = text[position];
    if (c == '"' || c == '\u201C' || c == '\u201D') {
      quoting = !quoting && position + 1 < length && isWordCharacter(position + 1);
    }
  }

  private void scanInches() {
    int last = parts - 1;
    inches = false;
    if (isDigit(partStarts[last])) {
      int sign = quoting ? 0 : inchSign();
      if (sign > 0) {
        grow();
        partStarts[parts] = position;
        chunks[parts] = chunks[last];
        position += sign;
        partEnds[parts++] = position;
        inches = true;
      }
    } else if (last > 0 && partEnds[last] - partStarts[last] == 2) {
      char i = text[partStarts[last]];
      char n = text[partStarts[last] + 1];
      boolean attached = partEnds[last - 1] == partStarts[last] && isDigit(partStarts[last - 1]);
      inches = attached && (i == 'i' || i == 'I') && (n == 'n' || n == 'N');
    }
  }

  /** How many characters the sign for inches here has, 0 if there is none. */
  private int inchSign() {
    if (position >= length) {
      return 0;
    }
    return switch (text[position]) {
      case '"', '\u2033', '\u201D' -> 1;
      case '\'' -> position + 1 < length && text[position + 1] == '\'' ? 2 : 0;
      default -> 0;
    };
  }

  private void scanPart(int chunk) {
    grow();
    partStarts[parts] = position;
    chunks[parts] = chunk;
    if (isIdeograph(position)) {
      position += Character.charCount(codePoint(position));
    } else if (isDigit(position)) {
      scanNumber();
    } else {
      while (position < length && isLetter(position) && !isIdeograph(position)) {
        position += Character.charCount(codePoint(position));
      }
    }
    partEnds[parts++] = position;
  }

  private void scanNumber() {
    while (position < length) {
      if (isDigit(position)) {
        position++;
      } else if (text[position] == '.' && position + 1 < length && isDigit(position + 1)) {
        position++;
      } else if (text[position] == ',' && isThousands(position)) {
        position++;
      } else {
        return;
      }
    }
  }

  /** Whether the comma at i stands between thousands: three digits follow, and no fourth. */
  private boolean isThousands(int i) {
    for (int k = 1; k <= 3; k++) {
      if (i + k >= length || !isDigit(i + k)) {
        return false;
      }
    }
    return i + 4 >= length || !isDigit(i + 4);
  }

  private void dropPossessive() {
    if (parts < 2 || partEnds[parts - 1] - partStarts[parts - 1] != 1) {
      return;
    }
    int last = partStarts[parts - 1];
    char before = text[last - 1];
    boolean apostrophe = before == '\'' || before == '\u2019';
    if (apostrophe && (text[last] == 's' || text[last] == 'S')) {
      parts--;
    }
  }

  private void grow() {
    if (parts == partStarts.length) {
      partStarts = Arrays.copyOf(partStarts, 2 * parts);
      partEnds = Arrays.copyOf(partEnds, 2 * parts);
      chunks = Arrays.copyOf(chunks, 2 * parts);
    }
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  int parts() {
    return parts;
  }

  /** Whether a part stands for the word inch, however it is written. */
  boolean isInch(int part) {
    return inches && part == parts - 1;
  }

  int partStart(int part) {
    return partStarts[part];
  }

  int partEnd(int part) {
    return partEnds[part];
  }

  /** Number of the chunk that a part belongs to, from 0. */
  int chunk(int part) {
    return chunks[part];
  }

  private boolean continues(int i) {
    return i < length && isWordCharacter(i) && !isIdeograph(i);
  }

  private boolean isConnector(int i) {
    return switch (text[i]) {
      case '-', '_', '.', '\'', '\u2019', '\u2010', '\u2011', '&', '+' -> true;
      default -> false;
    };
  }

  private boolean isWordCharacter(int i) {
    return isLetter(i) || isDigit(i);
  }

  /** Letters with the marks that follow them. */
  private boolean isLetter(int i) {
    char c = text[i];
    if (c < 128) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    int point = codePoint(i);
    return Character.isLetter(point) || Character.getType(point) == Character.NON_SPACING_MARK;
  }

  private boolean isDigit(int i) {
    char c = text[i];
    return c < 128 ? c >= '0' && c <= '9' : Character.isDigit(c);
  }

  /** Whether a character is of a script that puts no blanks between words, or seldom. */
  private boolean isIdeograph(int i) {
    if (text[i] < 0x1100) {
      return false;
    }
    int point = codePoint(i);
    return Character.isIdeographic(point)
        || point == PROLONGED
        || switch (Character.UnicodeScript.of(point)) {
          case HIRAGANA, KATAKANA, HANGUL -> Character.isLetter(point);
          default -> false;
        };
  }

  /** Whether the word found is one character of Chinese, Japanese or Korean writing. */
  boolean isOneCharacter() {
    return parts == 1 && isIdeograph(partStarts[0]);
  }

  /** End of such a character right behind the word found, which is one too; -1 if there is none. */
  int nextCharacterEnd() {
    return position < length && isOneCharacter() && isIdeograph(position) && isLetter(position)
        ? position + Character.charCount(codePoint(position))
        : -1;
  }

  private int codePoint(int i) {
    return Character.codePointAt(text, i, length);
  }
}
