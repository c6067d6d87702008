package dev.kindred.learn;

import dev.kindred.model.InvalidFieldException;

/**
 * What settings of learners must be like. Apart from {@link LearnerSettings}, because that one's
 * default can only be made when its records can.
 */
final class SettingRules {
  private SettingRules() {}

  static void atLeastOne(String field, int value) {
    if (value < 1) {
      throw new InvalidFieldException(field, "a whole number >= 1", value);
    }
  }

  static void aboveZero(String field, double value) {
    if (!(value > 0) || Double.isInfinite(value)) {
      throw new InvalidFieldException(field, "a number > 0", value);
    }
  }

  static void fromTo(String field, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      throw new InvalidFieldException(field, "from " + least + " to " + most, value);
    }
  }
}
