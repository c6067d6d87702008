package dev.kindred.api.calls;

import dev.kindred.api.http.Arguments;
import dev.kindred.api.http.Problem;
import dev.kindred.api.http.Problem.Kind;
import dev.kindred.api.http.RefusedException;
import dev.kindred.indexer.catalog.FacetRequest;
import dev.kindred.indexer.catalog.NumberRanges;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads which fields are to be counted and how. */
final class FacetParameters {
  private static final int USUAL_LIMIT = 20;
  private static final Pattern NUMBER =
      Pattern.compile("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?");

  private FacetParameters() {}

  /** Fields of {@code facets} in their order, then those that only {@code ranges} names. */
  static List<FacetRequest> facets(Arguments given) {
    int limit = Limits.within(given, "facet_limit", USUAL_LIMIT, 1, 1_000);
    Map<String, NumberRanges> ranges = ranges(given);
    Set<String> fields = new LinkedHashSet<>(given.texts("facets"));
    fields.addAll(ranges.keySet());
    List<String> multiSelect = given.texts("multi_select");
    for (String field : multiSelect) {
      if (!fields.contains(field)) {
        throw new RefusedException(
            Problem.of(
                    Kind.INVALID_PARAMETER,
                    "multi_select must name fields of facets or ranges, got " + field)
                .at("multi_select")
                .hinting("add " + field + " to facets"));
      }
    }
    return fields.stream()
        .map(f ->
            new FacetRequest(f, limit, multiSelect.contains(f), Optional.ofNullable(ranges.get(f))))
        .toList();
  }

  private static Map<String, NumberRanges> ranges(Arguments given) {
    Map<String, NumberRanges> ranges = new LinkedHashMap<>();
    for (String text : given.texts("ranges")) {
      String field = text;
      List<Double> edges = new ArrayList<>();
      for (int colon = field.lastIndexOf(':');
          colon > 0 && NUMBER.matcher(field.substring(colon + 1)).matches();
          colon = field.lastIndexOf(':')) {
        edges.addFirst(Double.parseDouble(field.substring(colon + 1)));
        field = field.substring(0, colon);
      }
      try {
        ranges.put(field, new NumberRanges(edges));
      } catch (IllegalArgumentException e) {
        throw new RefusedException(
            Problem.of(Kind.INVALID_PARAMETER, field + ": " + e.getMessage()).at("ranges"));
      }
    }
    return ranges;
  }
}
