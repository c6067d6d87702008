package dev.kindred.analyzers.title;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds what looks like a maker's model code: letters and digits in one word. */
final class ModelCodes {
  private static final int SHORTEST = 3;
  private static final Pattern QUANTITY =
      Pattern.compile(
          "\\d+([.,/]\\d+)?-?(mm|cm|m|ft|in|inch|gb|mb|tb|w|v|a|g|kg|mg|l|ml|k|hz|khz|mhz|ghz|x|p|va"
              + "|pc|pcs|pack|port|ports|pin|way|in-?1|bit|u|mah|dpi|ppm|nd|rd|th|st|d|s)?",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern STANDARD =
      Pattern.compile(
          "(cat|usb|ddr|rj|pc|mp|ps|a|db|hd|win|windows|r|cr|lga|wi-?fi|802)[-.]?\\d.*|\\d+x\\d+.*",
          Pattern.CASE_INSENSITIVE);

  private ModelCodes() {}

  /** The first word with letters and digits that is neither a quantity nor a usual standard. */
  static Optional<String> in(List<TitleWord> words) {
    return words.stream()
        .filter(word -> word.text().length() >= SHORTEST && word.hasDigit())
        .filter(word -> word.text().chars().anyMatch(Character::isLetter))
        .filter(word -> !QUANTITY.matcher(word.text()).matches())
        .filter(word -> !STANDARD.matcher(word.text()).matches())
        .map(TitleWord::text)
        .findFirst();
  }
}
