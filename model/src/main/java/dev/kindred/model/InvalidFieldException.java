package dev.kindred.model;

import java.util.HexFormat;

/**
 * A value that a record cannot hold: which field, what was given, and what would be right.
 *
 * <p>The message reads {@code price must be a number >= 0, got -3}.
 */
public final class InvalidFieldException extends IllegalArgumentException {
  private static final int LONGEST_SHOWN = 80;

  private final String field;
  private final String rule;

  /**
   * @param field the field's name as in the JSON form, {@code price}
   * @param rule what would be right, to be read after "must be", {@code a number >= 0}
   * @param value what was given; shown shortened
   */
  public InvalidFieldException(String field, String rule, Object value) {
    super(field + " must be " + rule + ", got " + shown(value));
    this.field = field;
    this.rule = rule;
  }

  /** The field's name as in the JSON form. */
  public String field() {
    return field;
  }

  /** What would be right, to be read after "must be". */
  public String rule() {
    return rule;
  }

  private static String shown(Object value) {
    String text = String.valueOf(value);
    if (text.isEmpty()) {
      return "nothing";
    }
    StringBuilder shown = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_SHOWN)
        .forEach(c -> {
          if (Character.isISOControl(c)) {
            shown.append("\\u" + HexFormat.of().toHexDigits((char) c));
          } else {
            shown.appendCodePoint(c);
          }
        });
    int length = text.codePointCount(0, text.length());
    return length <= LONGEST_SHOWN ? shown.toString() : shown + "... (" + length + " characters)";
  }
}
