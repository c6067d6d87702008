package dev.kindred.indexer.ingest;

import dev.kindred.indexer.json.NearestName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which field of a file is taken for which of ours, decided from its names and a sample of its
 * records.
 *
 * <p>A file whose fields are ours by name and form is exact: its values are taken as they are. In
 * every other file they are cleaned.
 */
public final class FieldMapping {
  private final RecordKind kind;
  private final Map<String, FieldPath> taken;
  private final Map<String, Integer> divisors;
  private final Set<String> leftOut;
  private final List<String> others;
  private final boolean exact;
  private final SampleFacts facts;

  private FieldMapping(
      RecordKind kind,
      Map<String, FieldPath> taken,
      Map<String, Integer> divisors,
      Set<String> leftOut,
      List<String> others,
      boolean exact,
      SampleFacts facts) {
    this.kind = kind;
    this.taken = taken;
    this.divisors = divisors;
    this.leftOut = leftOut;
    this.others = others;
    this.exact = exact;
    this.facts = facts;
  }

  /**
   * Decides.
   *
   * @param sample the first records of the file, one or more
   * @param flat every value is a text, as in CSV; such a file is never exact
   * @param wanted decisions of the user, our field to theirs; {@code price=cents/100} divides
   * @throws UnusableFileException if a needed field is not found, or a wanted one not there
   */
  public static FieldMapping decide(
      RecordKind kind, List<ObjectNode> sample, boolean flat, Map<String, String> wanted) {
    Map<String, FieldPath> present = new LinkedHashMap<>();
    for (ObjectNode record : sample) {
      FieldPath.all(record).forEach(path -> present.putIfAbsent(path.text(), path));
    }
    Map<String, FieldPath> taken = new LinkedHashMap<>();
    Map<String, Integer> divisors = new LinkedHashMap<>();
    wanted.forEach((ours, theirs) -> want(kind, ours, theirs, present, taken, divisors));
    Set<String> used = new HashSet<>();
    taken.values().forEach(path -> used.add(path.text()));
    for (Target target : kind.targets()) {
      if (!taken.containsKey(target.name())) {
        find(target, present.values(), used, sample)
            .ifPresent(path -> {
              taken.put(target.name(), path);
              used.add(path.text());
            });
      }
    }
    SampleFacts facts = SampleFacts.of(kind, taken, flat, sample);
    facts.pictureIn().ifPresent(url -> takeAsPicture(taken, url));
    checkNeeded(kind, taken, present);

    boolean exact =
        wanted.isEmpty()
            && !flat
            && kind.fields().containsAll(taken.values().stream().map(FieldPath::text).toList())
            && kind.fields().containsAll(topLevel(present));
    Set<String> leftOut = new HashSet<>();
    List<String> others = new ArrayList<>();
    Set<String> roots = taken.values().stream().map(FieldPath::root).collect(Collectors.toSet());
    for (String name : topLevel(present)) {
      if (roots.contains(name)) {
        continue;
      }
      if (kind != RecordKind.PRODUCTS || Leftovers.isNoAttribute(name, sample)) {
        leftOut.add(name);
      } else {
        others.add(name);
      }
    }
    return new FieldMapping(kind, taken, divisors, leftOut, others, exact, facts);
  }

  private static List<String> topLevel(Map<String, FieldPath> present) {
    return present.values().stream().filter(p -> !p.nested()).map(FieldPath::text).toList();
  }

  private static void takeAsPicture(Map<String, FieldPath> taken, FieldPath url) {
    if (!taken.containsKey("image")) {
      taken.put("image", url);
      taken.remove("url");
    }
  }

  private static void want(
      RecordKind kind,
      String ours,
      String theirs,
      Map<String, FieldPath> present,
      Map<String, FieldPath> taken,
      Map<String, Integer> divisors) {
    if (!kind.fields().contains(ours)) {
      throw new UnusableFileException(
          "there is no field "
              + ours
              + " to map to; fields are "
              + String.join(", ", kind.fields()));
    }
    String column = theirs;
    int slash = theirs.lastIndexOf('/');
    if (!present.containsKey(theirs)
        && slash > 0
        && theirs.substring(slash).matches("/[1-9][0-9]{0,5}")) {
      column = theirs.substring(0, slash);
      divisors.put(ours, Integer.parseInt(theirs.substring(slash + 1)));
    }
    FieldPath path = present.get(column);
    if (path == null) {
      String advice =
          NearestName.of(column, present.keySet())
              .map(n -> "did you mean " + n + "?")
              .orElse("it has " + shortList(List.copyOf(present.keySet())));
      throw new UnusableFileException("the file has no field " + column + "; " + advice);
    }
    taken.put(ours, path);
  }

  /** The best alias with values of the right sort; else the best one without any values. */
  private static Optional<FieldPath> find(
      Target target, Collection<FieldPath> present, Set<String> used, List<ObjectNode> sample) {
    List<FieldPath> named =
        target.aliases().stream()
            .flatMap(alias -> present.stream().filter(p -> Target.plain(p.text()).equals(alias)))
            .filter(path -> !used.contains(path.text()))
            .toList();
    return named.stream()
        .filter(path -> Plausible.is(target.name(), path, sample))
        .findFirst()
        .or(() ->
            named.stream()
                .filter(path -> Plausible.isOpen(target.name(), path, sample))
                .findFirst());
  }

  private static void checkNeeded(
      RecordKind kind, Map<String, FieldPath> taken, Map<String, FieldPath> present) {
    for (String field : kind.needed()) {
      boolean search = kind == RecordKind.EVENTS && taken.containsKey("query");
      if (!taken.containsKey(field) && !search) {
        throw new UnusableFileException(
            "no field of the file is recognised as the "
                + field
                + "; it has "
                + shortList(topLevel(present))
                + "; say which one with --map "
                + field
                + "=NAME");
      }
    }
    if (kind == RecordKind.EVENTS && !taken.containsKey("user") && !taken.containsKey("session")) {
      throw new UnusableFileException(
          "no field of the file is recognised as the user or the session; it has "
              + shortList(topLevel(present))
              + "; say which one with --map user=NAME");
    }
  }

  private static String shortList(List<String> names) {
    int shown = Math.min(names.size(), 20);
    String list = String.join(", ", names.subList(0, shown));
    return names.size() > shown ? list + ", and " + (names.size() - shown) + " more" : list;
  }

  RecordKind kind() {
    return kind;
  }

  boolean exact() {
    return exact;
  }

  SampleFacts facts() {
    return facts;
  }

  boolean has(String field) {
    return taken.containsKey(field);
  }

  /** The value of one of our fields in a record. */
  Optional<JsonNode> value(String field, ObjectNode record) {
    FieldPath path = taken.get(field);
    return path == null ? Optional.empty() : path.in(record);
  }

  /** The record's list with several items in which our field stands, if it stands in one. */
  Optional<String> listOf(String field, ObjectNode record) {
    FieldPath path = taken.get(field);
    if (path == null || !path.nested()) {
      return Optional.empty();
    }
    JsonNode root = record.path(path.root());
    return root.isArray() && root.size() > 1 ? Optional.of(path.root()) : Optional.empty();
  }

  int divisor(String field) {
    return divisors.getOrDefault(field, 1);
  }

  /** Whether a field of the file is neither taken nor left out, and so an attribute. */
  boolean isAttribute(String name) {
    return !leftOut.contains(name)
        && taken.values().stream().noneMatch(path -> path.root().equals(name));
  }

  /** What was taken for what, our field to theirs. */
  public Map<String, String> taken() {
    Map<String, String> names = new LinkedHashMap<>();
    taken.forEach((ours, path) -> names.put(ours, path.text()));
    return names;
  }

  /** The same and every decision beside it, for people to read, one line each. */
  public List<String> report() {
    List<String> report = new ArrayList<>();
    taken.forEach((ours, path) -> {
      String divided = divisors.containsKey(ours) ? " / " + divisors.get(ours) : "";
      report.add(ours + " <- " + path.text() + divided);
    });
    if (!others.isEmpty()) {
      report.add("attributes <- " + shortList(others));
    }
    if (!leftOut.isEmpty()) {
      report.add("not used: " + shortList(leftOut.stream().sorted().toList()));
    }
    report.addAll(facts.report());
    return report;
  }
}
