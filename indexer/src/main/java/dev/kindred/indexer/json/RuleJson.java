package dev.kindred.indexer.json;

import dev.kindred.model.InvalidFieldException;
import dev.kindred.model.filter.FilterParser;
import dev.kindred.model.filter.FilterSyntaxException;
import dev.kindred.model.rule.Rule;
import dev.kindred.model.rule.Rule.Boost;
import dev.kindred.model.rule.Rule.Chosen;
import dev.kindred.model.rule.Rule.Match;
import dev.kindred.model.rule.Rule.Pin;
import dev.kindred.model.rule.Rule.When;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Reads a rule's JSON form.
 *
 * <pre>
 * {"id":"lamps", "when":{"query":"lamp","match":"contains"} | {"category":"Home"} | {"always":true},
 *  "pin":[{"product":"85123A","position":1}], "hide":{"products":["A"],"filter":"..."},
 *  "boost":{"filter":"brand = \"X\"","by":0.5}, "bury":{"products":["B"],"by":0.5},
 *  "from":"2026-11-01T00:00:00Z", "until":"2026-12-01T00:00:00Z"}
 * </pre>
 *
 * A rule is kept as the text that was sent; there is no other form to write.
 */
public final class RuleJson {
  /** Every field of the form. */
  public static final List<String> FIELDS =
      List.of("id", "when", "pin", "hide", "boost", "bury", "from", "until");

  private static final double USUAL_BOOST = 0.5;

  private RuleJson() {}

  /**
   * @throws UnknownFieldException if a field is not part of the form
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  public static Rule read(JsonNode json) {
    Fields fields = new Fields(json, "rule", FIELDS, "");
    List<Boost> boosts = new ArrayList<>();
    fields.node("boost").ifPresent(b -> boosts.add(boost("boost", b, 1)));
    fields.node("bury").ifPresent(b -> boosts.add(boost("bury", b, -1)));
    return new Rule(
        fields.requiredText("id"),
        when(
            fields
                .node("when")
                .orElseThrow(() ->
                    new InvalidFieldException("when", "given: query, category or always", ""))),
        fields.node("pin").map(RuleJson::pins).orElse(List.of()),
        fields.node("hide").map(h -> chosen("hide", h)),
        boosts,
        fields.instant("from"),
        fields.instant("until"));
  }

  private static When when(JsonNode json) {
    Fields fields = new Fields(json, "when", List.of("query", "match", "category", "always"), "");
    Optional<String> query = fields.text("query");
    Optional<String> category = fields.text("category");
    boolean always = fields.flag("always").orElse(false);
    int given = (query.isPresent() ? 1 : 0) + (category.isPresent() ? 1 : 0) + (always ? 1 : 0);
    if (given != 1) {
      throw new InvalidFieldException("when", "one of query, category and always", json);
    }
    if (query.isEmpty() && fields.text("match").isPresent()) {
      throw new InvalidFieldException("when.match", "given only with a query", json);
    }
    if (category.isPresent()) {
      return new When.Category(category.get());
    }
    return query.isPresent()
        ? new When.Query(query.get(), match(fields.text("match").orElse("exact")))
        : new When.Always();
  }

  private static Match match(String name) {
    return switch (name) {
      case "exact" -> Match.EXACT;
      case "contains" -> Match.CONTAINS;
      default -> throw new InvalidFieldException("when.match", "exact or contains", name);
    };
  }

  private static List<Pin> pins(JsonNode json) {
    if (!json.isArray()) {
      throw new InvalidFieldException(
          "pin", "a list like [{\"product\":\"85123A\",\"position\":1}]", json);
    }
    List<Pin> pins = new ArrayList<>();
    for (JsonNode item : json) {
      Fields fields = new Fields(item, "pin", List.of("product", "position"), "");
      pins.add(
          new Pin(
              fields.requiredText("product"),
              fields.whole("position", "a whole number >= 1").orElse(pins.size() + 1)));
    }
    return pins;
  }

  private static Boost boost(String name, JsonNode json, int sign) {
    Fields fields = new Fields(json, name, List.of("products", "filter", "by"), "");
    double by = fields.number("by", "a number above 0, at most 100").orElse(USUAL_BOOST);
    if (!(by > 0)) {
      throw new InvalidFieldException(name + ".by", "a number above 0, at most 100", by);
    }
    return new Boost(chosen(name, fields), sign * by);
  }

  private static Chosen chosen(String name, JsonNode json) {
    return chosen(name, new Fields(json, name, List.of("products", "filter"), ""));
  }

  private static Chosen chosen(String name, Fields fields) {
    try {
      return new Chosen(
          Set.copyOf(fields.texts("products")), fields.text("filter").map(FilterParser::parse));
    } catch (FilterSyntaxException e) {
      throw new InvalidFieldException(
          name + ".filter", "a filter that can be read", String.valueOf(e.getMessage()));
    }
  }
}
