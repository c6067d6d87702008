package dev.kindred.api.calls;

import dev.kindred.api.http.Arguments;
import dev.kindred.api.http.Problem;
import dev.kindred.api.http.Problem.Kind;
import dev.kindred.api.http.RefusedException;

/** Bounds of parameters that no record of the engine checks. */
final class Limits {
  private Limits() {}

  static int within(Arguments given, String name, int otherwise, int least, int most) {
    int value = given.whole(name).orElse(otherwise);
    if (value < least || value > most) {
      throw new RefusedException(
          Problem.of(
                  Kind.INVALID_PARAMETER,
                  name + " must be from " + least + " to " + most + ", got " + value)
              .at(name));
    }
    return value;
  }

  static String atMost(String text, String name, int longest) {
    if (text.length() > longest) {
      throw new RefusedException(
          Problem.of(
                  Kind.INVALID_PARAMETER,
                  name + " must be at most " + longest + " characters, got " + text.length())
              .at(name));
    }
    return text;
  }
}
