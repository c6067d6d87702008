package dev.kindred.indexer.ingest;

import dev.kindred.model.EventType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a sample of a file shows beyond its names.
 *
 * @param starScale by which ratings are divided to lie between 0 and 5: 1, 2 or 20
 * @param wholePrices all prices are whole numbers of some size, as cents would be
 * @param typeWhenAbsent the type of events that do not say theirs
 * @param unitPrice the value of a purchase is the price of one
 * @param timeWhenAbsent the time of all events in a file without times
 * @param pictureIn the field named as link of the product that links to its picture
 * @param numbers fields of a separated file that hold numbers only
 * @param flags fields of a separated file that hold true and false only
 */
record SampleFacts(
    int starScale,
    boolean wholePrices,
    Optional<EventType> typeWhenAbsent,
    boolean unitPrice,
    Optional<Instant> timeWhenAbsent,
    Optional<FieldPath> pictureIn,
    Set<String> numbers,
    Set<String> flags) {

  /** Stands for "some time ago": old enough to be the past, in no shop's real data. */
  static final Instant NO_TIME = Instant.parse("2000-01-01T00:00:00Z");

  private static final int CENTS_FROM = 1_000;

  static SampleFacts of(
      RecordKind kind, Map<String, FieldPath> taken, boolean flat, List<ObjectNode> sample) {
    String rating =
        kind == RecordKind.PRODUCTS ? "rating" : kind == RecordKind.REVIEWS ? "stars" : "value";
    Optional<EventType> type = typeWhenAbsent(kind, taken);
    boolean rated = kind != RecordKind.EVENTS || type.equals(Optional.of(EventType.RATING));
    boolean timeless = kind == RecordKind.EVENTS && !taken.containsKey("time");
    return new SampleFacts(
        rated ? scale(numbers(taken.get(rating), sample)) : 1,
        wholePrices(numbers(taken.get("price"), sample)),
        type,
        kind == RecordKind.EVENTS && isNamed(taken.get("value"), "unitprice", "price"),
        timeless ? Optional.of(NO_TIME) : Optional.empty(),
        Optional.ofNullable(taken.get("url"))
            .filter(path -> allMatch(path, sample, SampleFacts::isPicture)),
        !flat ? Set.of() : columns(sample, "-?(0|[1-9][0-9]*)([.][0-9]+)?"),
        !flat ? Set.of() : columns(sample, "(?i)true|false"));
  }

  private static Optional<EventType> typeWhenAbsent(RecordKind kind, Map<String, FieldPath> taken) {
    if (kind != RecordKind.EVENTS || taken.containsKey("type")) {
      return Optional.empty();
    }
    FieldPath value = taken.get("value");
    if (isNamed(value, "rating", "overall", "stars", "score")) {
      return Optional.of(EventType.RATING);
    }
    boolean bought = value != null || taken.containsKey("quantity");
    return Optional.of(bought ? EventType.PURCHASE : EventType.VIEW);
  }

  private static boolean isNamed(@Nullable FieldPath path, String... names) {
    return path != null && List.of(names).contains(Target.plain(path.names().getLast()));
  }

  /** 0 to 10 and 0 to 100 are told from single wrong values by their share. */
  private static int scale(List<Double> stars) {
    long aboveFive = stars.stream().filter(s -> s > 5).count();
    long aboveTen = stars.stream().filter(s -> s > 10).count();
    if (aboveTen * 20 > stars.size()) {
      return 20;
    }
    return aboveFive * 20 > stars.size() ? 2 : 1;
  }

  private static boolean wholePrices(List<Double> prices) {
    if (prices.size() < 20 || prices.stream().anyMatch(p -> p != Math.rint(p))) {
      return false;
    }
    return prices.stream().sorted().toList().get(prices.size() / 2) >= CENTS_FROM;
  }

  private static List<Double> numbers(@Nullable FieldPath path, List<ObjectNode> sample) {
    if (path == null) {
      return List.of();
    }
    return sample.stream()
        .map(path::in)
        .flatMap(Optional::stream)
        .map(SampleFacts::number)
        .filter(OptionalDouble::isPresent)
        .map(OptionalDouble::getAsDouble)
        .toList();
  }

  private static OptionalDouble number(JsonNode node) {
    try {
      return OptionalDouble.of(Double.parseDouble(node.asString().strip()));
    } catch (NumberFormatException e) {
      return OptionalDouble.empty();
    }
  }

  private static boolean allMatch(FieldPath path, List<ObjectNode> sample, Predicate<String> test) {
    List<String> given =
        sample.stream()
            .map(path::in)
            .flatMap(Optional::stream)
            .filter(JsonNode::isString)
            .map(JsonNode::stringValue)
            .filter(Objects::nonNull)
            .filter(s -> !s.isBlank())
            .toList();
    return !given.isEmpty() && given.stream().allMatch(test);
  }

  static boolean isPicture(String text) {
    String lower = text.strip().toLowerCase(Locale.ROOT);
    return lower.startsWith("http") && lower.matches("\\S+[.](jpe?g|png|gif|webp)([?]\\S*)?");
  }

  private static Set<String> columns(List<ObjectNode> sample, String pattern) {
    Set<String> names = new HashSet<>();
    sample.forEach(record -> names.addAll(record.propertyNames()));
    names.removeIf(
        name -> !allMatch(FieldPath.of(List.of(name)), sample, s -> s.strip().matches(pattern)));
    return names;
  }

  List<String> report() {
    List<String> report = new ArrayList<>();
    if (starScale > 1) {
      report.add("ratings go to " + 5 * starScale + " and are divided by " + starScale);
    }
    if (wholePrices) {
      report.add(
          "prices are whole numbers and taken as they are; if they are cents, use --map"
              + " price=FIELD/100");
    }
    typeWhenAbsent.ifPresent(t -> report.add("no type is given: every event is a " + t.label()));
    if (unitPrice && typeWhenAbsent.equals(Optional.of(EventType.PURCHASE))) {
      report.add("value = price x quantity");
    }
    timeWhenAbsent.ifPresent(t -> report.add("no time is given: every event gets " + t));
    return report.stream().sorted(Comparator.naturalOrder()).toList();
  }
}
