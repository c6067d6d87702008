package dev.kindred.model.filter;

import dev.kindred.model.filter.Filter.Bound;
import dev.kindred.model.filter.Filter.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the filter language: conditions joined as in {@link FilterGrammar}.
 *
 * <pre>
 * condition  = field ( "=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) value
 *            | field [ "NOT" ] "IN" "(" value { "," value } ")"
 *            | field value "TO" value
 *            | field "EXISTS"
 * value      = "quoted", with \" and \\ | 'quoted' | number | true | false | word
 * </pre>
 *
 * Key words are understood in any case. A field with spaces or signs in its name is quoted.
 */
public final class FilterParser extends FilterGrammar {
  private static final FilterDialect DIALECT =
      new FilterDialect("=(),", Set.of("AND", "OR", "NOT", "IN", "TO", "EXISTS"), true);
  private static final String OPERATORS =
      "=, !=, <, <=, >, >=, IN, EXISTS or a range like 20 TO 60";

  private static final String VALUE = "a value: \"text\", a number, true or false";

  private FilterParser(String text) {
    super(text, DIALECT);
  }

  /**
   * @throws FilterSyntaxException with the position of what cannot be read
   */
  public static Filter parse(String text) {
    return new FilterParser(text).whole();
  }

  @Override
  protected Filter condition() {
    return condition(word("a field name").text());
  }

  private Filter condition(String field) {
    if (take("=")) {
      return new Filter.OneOf(field, List.of(value()));
    }
    if (take("!=")) {
      return new Filter.Not(new Filter.OneOf(field, List.of(value())));
    }
    if (take("<=")) {
      return new Filter.Range(field, new Bound.Open(), new Bound.At(ordered(), true));
    }
    if (take("<")) {
      return new Filter.Range(field, new Bound.Open(), new Bound.At(ordered(), false));
    }
    if (take(">=")) {
      return new Filter.Range(field, new Bound.At(ordered(), true), new Bound.Open());
    }
    if (take(">")) {
      return new Filter.Range(field, new Bound.At(ordered(), false), new Bound.Open());
    }
    if (take("EXISTS")) {
      return new Filter.Exists(field);
    }
    if (take("NOT")) {
      expect("IN");
      return new Filter.Not(new Filter.OneOf(field, list()));
    }
    if (take("IN")) {
      return new Filter.OneOf(field, list());
    }
    Token from = word(OPERATORS);
    if (!take("TO")) {
      throw from.unexpected(OPERATORS);
    }
    return new Filter.Range(
        field, new Bound.At(ordered(from), true), new Bound.At(ordered(), true));
  }

  private List<Value> list() {
    expect("(");
    List<Value> values = new ArrayList<>(List.of(value()));
    while (take(",")) {
      values.add(value());
    }
    expect(")");
    return values;
  }

  private Value ordered() {
    return ordered(word(VALUE));
  }

  private static Value ordered(Token token) {
    Value value = value(token);
    if (value instanceof Value.Flag) {
      throw token.unexpected("a number or a date");
    }
    return value;
  }

  private Value value() {
    return value(word(VALUE));
  }

  private static Value value(Token token) {
    if (token.kind() == Token.Kind.QUOTED) {
      return new Value.Text(token.text());
    }
    String word = token.text();
    if (word.equalsIgnoreCase("true") || word.equalsIgnoreCase("false")) {
      return new Value.Flag(word.equalsIgnoreCase("true"));
    }
    if (word.matches("[-+]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][-+]?\\d{1,3})?")) {
      return new Value.Numeric(new BigDecimal(word));
    }
    return new Value.Text(word);
  }
}
