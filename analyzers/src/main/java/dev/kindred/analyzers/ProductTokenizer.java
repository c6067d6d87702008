package dev.kindred.analyzers;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Gives the parts of each word at successive positions and, where a word has several, the word
 * joined without connectors (and each of its chunks) at the position of its first part.
 *
 * <p>{@code dv7-1211ea} gives {@code dv71211ea, dv7, dv} at one position, then {@code 7}, {@code
 * 1211ea, 1211} and {@code ea}. Inches become the word: {@code 6"} gives {@code 6inch, 6, inch}. Of
 * Chinese, Japanese and Korean writing each character is a token, and, at the same position,
 * together with the one behind it: {@code 手机壳} gives {@code 手机, 手}, {@code 机壳, 机} and {@code 壳}.
 * Tokens with digits carry the keyword mark, so that no stemmer touches them.
 */
public final class ProductTokenizer extends Tokenizer {
  /** A word of one part. */
  public static final String WORD = "word";

  /** A part of a word that has several. */
  public static final String PART = "part";

  /** A chunk of a word, or a whole word, of several parts, without connectors. */
  public static final String JOINED = "joined";

  /** Two characters of Chinese, Japanese or Korean writing that stand side by side. */
  public static final String PAIR = "pair";

  private static final String INCH = "inch";
  /* The pair has been given; the character itself follows. */
  private static final int PAIRED = 3;
  private static final int LONGEST_TOKEN = 255;
  private static final int LONGEST_JOINED = 64;

  private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
  private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
  private final PositionIncrementAttribute increment =
      addAttribute(PositionIncrementAttribute.class);
  private final TypeAttribute type = addAttribute(TypeAttribute.class);
  private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

  private final WordScanner scanner = new WordScanner();
  private char[] text = new char[1024];
  private int length;
  private int scannedParts;
  private int part;
  private int stage;

  @Override
  public void reset() throws IOException {
    super.reset();
    length = 0;
    for (int read = input.read(text); read >= 0; read = input.read(text, length, free())) {
      length += read;
      if (length == text.length) {
        text = Arrays.copyOf(text, 2 * length);
      }
    }
    scanner.reset(text, length);
    part = 0;
    stage = 0;
    scannedParts = 0;
  }

  private int free() {
    return text.length - length;
  }

  @Override
  public boolean incrementToken() {
    clearAttributes();
    while (part >= scannedParts) {
      if (!scanner.next()) {
        return false;
      }
      scannedParts = scanner.parts();
      part = 0;
      stage = 0;
    }
    if (stage == 0 && scanner.nextCharacterEnd() > 0) {
      emitPair(scanner.nextCharacterEnd());
      stage = PAIRED;
      return true;
    }
    boolean first = stage == 0;
    // Stages at each part: the whole word (first part only), its chunk (its first part only),
    // itself.
    if (stage == 0) {
      stage = 1;
      if (part == 0 && scannedParts > 1 && emit(0, scannedParts, JOINED, first)) {
        return true;
      }
    }
    if (stage == 1) {
      stage = 2;
      int end = chunkEnd();
      boolean startsChunk = part == 0 || scanner.chunk(part - 1) != scanner.chunk(part);
      boolean whole = part == 0 && end == scannedParts;
      if (startsChunk && !whole && end - part > 1 && emit(part, end, JOINED, first)) {
        return true;
      }
    }
    emit(part, part + 1, scannedParts == 1 ? WORD : PART, first);
    part++;
    stage = 0;
    return true;
  }

  private void emitPair(int end) {
    int start = scanner.start();
    term.append(new String(text, start, end - start));
    offset.setOffset(correctOffset(start), correctOffset(end));
    increment.setPositionIncrement(1);
    type.setType(PAIR);
    keyword.setKeyword(false);
  }

  private int chunkEnd() {
    int end = part + 1;
    while (end < scannedParts && scanner.chunk(end) == scanner.chunk(part)) {
      end++;
    }
    return end;
  }

  /** Sets the attributes to parts {@code from} to {@code to}; false if that would be too long. */
  private boolean emit(int from, int to, String kind, boolean newPosition) {
    int start = scanner.partStart(from);
    int end = scanner.partEnd(to - 1);
    if (to - from > 1 && end - start > LONGEST_JOINED) {
      return false;
    }
    boolean digits = false;
    for (int p = from; p < to; p++) {
      if (scanner.isInch(p)) {
        term.append(INCH);
        continue;
      }
      for (int i = scanner.partStart(p); i < scanner.partEnd(p); i++) {
        char c = text[i];
        digits |= Character.isDigit(c);
        if (c != ',' && term.length() < LONGEST_TOKEN) {
          term.append(c);
        }
      }
    }
    offset.setOffset(correctOffset(start), correctOffset(end));
    increment.setPositionIncrement(newPosition ? 1 : 0);
    type.setType(kind);
    keyword.setKeyword(digits);
    return true;
  }

  @Override
  public void end() throws IOException {
    super.end();
    int last = correctOffset(length);
    offset.setOffset(last, last);
  }
}
