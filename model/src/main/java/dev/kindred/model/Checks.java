package dev.kindred.model;

import java.util.Optional;

/** The rules that several records share; each throws {@link InvalidFieldException}. */
final class Checks {
  static final int LONGEST_ID = 512;

  private Checks() {}

  static String id(String field, String value) {
    if (value.isBlank() || value.length() > LONGEST_ID) {
      throw new InvalidFieldException(field, "an id of 1 to " + LONGEST_ID + " characters", value);
    }
    return noControls(field, value, false);
  }

  static Optional<String> id(String field, Optional<String> value) {
    return value.map(v -> id(field, v));
  }

  static String text(String field, String value, int longest) {
    if (value.length() > longest) {
      throw new InvalidFieldException(field, "at most " + longest + " characters", value);
    }
    return noControls(field, value, true);
  }

  static double atLeastZero(String field, double value) {
    if (!(value >= 0) || Double.isInfinite(value)) {
      throw new InvalidFieldException(field, "a number >= 0", value);
    }
    return value;
  }

  private static String noControls(String field, String value, boolean lineBreaks) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c) && !(lineBreaks && (c == '\n' || c == '\r' || c == '\t'))) {
        throw new InvalidFieldException(
            field, "text without control characters (one at position " + (i + 1) + ")", value);
      }
      if (Character.isSurrogate(c)) {
        boolean paired =
            Character.isHighSurrogate(c)
                && i + 1 < value.length()
                && Character.isLowSurrogate(value.charAt(i + 1));
        if (!paired) {
          throw new InvalidFieldException(
              field, "valid Unicode (half a character at position " + (i + 1) + ")", value);
        }
        i++;
      }
    }
    return value;
  }
}
