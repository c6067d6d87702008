package dev.kindred.indexer.ingest;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.charfilter.HTMLStripCharFilter;

/** Text as people should read it: without tags, entities, control characters and wide gaps. */
final class CleanText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern BROKEN_TAG = Pattern.compile("^<[a-zA-Z][^>]*$");
  private static final Pattern MARKUP = Pattern.compile("</?[a-zA-Z][^>]*>|&#?[a-zA-Z0-9]{2,8};");
  private static final Pattern SCRIPT =
      Pattern.compile("(?is)<(script|style)\\b.*?(</\\1>|$)|^\\s*[.#][\\w-]+\\s*\\{.*");
  private static final Pattern GAPS = Pattern.compile("[ \\t\\x0B\\f\\u00A0]+|\\s*\\n\\s*");

  private CleanText() {}

  /** Without markup; paragraphs stay, other white space becomes one blank. */
  static String of(String text) {
    String t = SCRIPT.matcher(text).replaceAll(" ");
    if (MARKUP.matcher(t).find()) {
      t = stripped(t);
      if (MARKUP.matcher(t).find()) {
        t = stripped(t);
      }
    }
    t = hasControls(t) ? windows(t) : t;
    t = BROKEN_TAG.matcher(t.strip()).replaceAll("");
    return GAPS.matcher(t).replaceAll(m -> m.group().indexOf('\n') < 0 ? " " : "\n").strip();
  }

  /** On one line. */
  static String line(String text) {
    return of(text).replaceAll("\\s+", " ");
  }

  /** Whether there is a control character that no text should hold. */
  static boolean hasControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t') {
        return true;
      }
    }
    return false;
  }

  /** Control characters become blanks. */
  static String withoutControls(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.chars()
        .forEach(c ->
            clean.append(
                Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' ? ' ' : (char) c));
    return clean.toString();
  }

  /**
   * Pages write Windows-1252 where HTML has control characters: {@code &#146;} is an apostrophe.
   */
  private static String windows(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      clean.append(
          c >= 0x80 && c < 0xA0
              ? new String(new byte[] {(byte) c}, WINDOWS_1252).replace('\uFFFD', ' ')
              : Character.toString(c));
    }
    return withoutControls(clean.toString());
  }

  private static String stripped(String html) {
    StringWriter text = new StringWriter(html.length());
    try (Reader reader = new HTMLStripCharFilter(new StringReader(html))) {
      reader.transferTo(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
