package dev.kindred.model.filter;

import dev.kindred.model.filter.Filter.Bound;
import dev.kindred.model.filter.Filter.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads the filter language.
 *
 * <pre>
 * filter     = and { "OR" and }
 * and        = not { "AND" not }
 * not        = "NOT" not | "(" filter ")" | condition
 * condition  = field ( "=" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) value
 *            | field [ "NOT" ] "IN" "(" value { "," value } ")"
 *            | field value "TO" value
 *            | field "EXISTS"
 * value      = "quoted", with \" and \\ | 'quoted' | number | true | false | word
 * </pre>
 *
 * Key words are understood in any case. A field with spaces or signs in its name is quoted.
 */
public final class FilterParser {
  private static final int DEEPEST = 64;
  private static final Set<String> KEYWORDS = Set.of("AND", "OR", "NOT", "IN", "TO", "EXISTS");

  private final List<Token> tokens;
  private int next;
  private int depth;

  private FilterParser(List<Token> tokens) {
    this.tokens = tokens;
  }

  /**
   * @throws FilterSyntaxException with the position of what cannot be read
   */
  public static Filter parse(String text) {
    FilterParser parser = new FilterParser(new Tokenizer(text).tokens());
    Filter filter = parser.or();
    Token rest = parser.peek();
    if (rest.kind() != Token.Kind.END) {
      throw rest.unexpected("AND, OR or the end");
    }
    return filter;
  }

  private Filter or() {
    if (++depth > DEEPEST) {
      throw new FilterSyntaxException(
          "at most " + DEEPEST + " levels of brackets and NOT are read", peek().position());
    }
    List<Filter> parts = new ArrayList<>(List.of(and()));
    while (take("OR")) {
      parts.add(and());
    }
    depth--;
    return parts.size() == 1 ? parts.getFirst() : new Filter.Or(parts);
  }

  private Filter and() {
    List<Filter> parts = new ArrayList<>(List.of(not()));
    while (take("AND")) {
      parts.add(not());
    }
    return parts.size() == 1 ? parts.getFirst() : new Filter.And(parts);
  }

  private Filter not() {
    if (take("NOT")) {
      if (++depth > DEEPEST) {
        throw new FilterSyntaxException(
            "at most " + DEEPEST + " levels of brackets and NOT are read", peek().position());
      }
      Filter part = not();
      depth--;
      return new Filter.Not(part);
    }
    if (take("(")) {
      Filter inside = or();
      expect(")");
      return inside;
    }
    return condition();
  }

  private Filter condition() {
    Token field = tokens.get(next);
    boolean named =
        field.kind() == Token.Kind.QUOTED
            || (field.kind() == Token.Kind.WORD && !KEYWORDS.contains(upper(field.text())));
    if (!named) {
      throw field.unexpected("a field name");
    }
    next++;
    return condition(field.text());
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
    Token from = peek();
    if (isValue(from)) {
      Value low = ordered();
      if (!take("TO")) {
        throw from.unexpected("=, !=, <, <=, >, >=, IN, EXISTS or a range like 20 TO 60");
      }
      return new Filter.Range(field, new Bound.At(low, true), new Bound.At(ordered(), true));
    }
    throw from.unexpected("=, !=, <, <=, >, >=, IN, EXISTS or a range like 20 TO 60");
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
    Token token = peek();
    Value value = value();
    if (value instanceof Value.Flag) {
      throw token.unexpected("a number or a date");
    }
    return value;
  }

  private Value value() {
    Token token = peek();
    if (!isValue(token)) {
      throw token.unexpected("a value: \"text\", a number, true or false");
    }
    next++;
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

  private static boolean isValue(Token token) {
    return token.kind() == Token.Kind.QUOTED
        || (token.kind() == Token.Kind.WORD && !KEYWORDS.contains(upper(token.text())));
  }

  private Token peek() {
    return tokens.get(next);
  }

  private boolean take(String expected) {
    boolean there = peek().is(expected);
    if (there) {
      next++;
    }
    return there;
  }

  private void expect(String expected) {
    if (!take(expected)) {
      throw peek().unexpected(expected);
    }
  }

  private static String upper(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
