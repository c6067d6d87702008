package dev.kindred.api.adapter;

import dev.kindred.model.filter.Filter;
import dev.kindred.model.filter.Filter.Bound;
import dev.kindred.model.filter.Filter.Value;
import dev.kindred.model.filter.FilterDialect;
import dev.kindred.model.filter.FilterGrammar;
import dev.kindred.model.filter.FilterSyntaxException;
import dev.kindred.model.filter.Token;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * Reads Algolia's filter expressions, as in {@code filters} and {@code numericFilters}: conditions
 * joined as in {@link FilterGrammar}.
 *
 * <pre>
 * condition  = attribute ":" value | attribute ":" number "TO" number
 *            | attribute ( "&lt;" | "&lt;=" | "=" | "!=" | "&gt;" | "&gt;=" ) number
 * </pre>
 *
 * Attributes and values with blanks or signs are quoted. Scores ({@code <score=2>}) are not read.
 */
final class AlgoliaFilters extends FilterGrammar {
  private static final FilterDialect DIALECT =
      new FilterDialect("=:()", Set.of("AND", "OR", "NOT", "TO"), false);

  private AlgoliaFilters(String text) {
    super(text, DIALECT);
  }

  /**
   * @throws FilterSyntaxException with the position of what cannot be read
   */
  static Filter parse(String text) {
    return new AlgoliaFilters(text).whole();
  }

  /**
   * A condition of {@code facetFilters}, {@code brand:Apple}; a minus before the value excludes.
   */
  static Filter facet(String text) {
    int colon = text.indexOf(':');
    if (colon < 1) {
      throw AlgoliaParams.wrong("facetFilters", "like \"attribute:value\", got " + text);
    }
    String field = AlgoliaFields.field(text.substring(0, colon));
    String value = text.substring(colon + 1);
    if (value.startsWith("-")) {
      return new Filter.Not(oneOf(field, value.substring(1)));
    }
    return oneOf(field, value.startsWith("\\-") ? value.substring(1) : value);
  }

  private static Filter oneOf(String field, String value) {
    return new Filter.OneOf(field, List.of(new Value.Text(value)));
  }

  @Override
  protected Filter condition() {
    String field = AlgoliaFields.field(word("an attribute").text());
    if (take(":")) {
      Token value = word("a value");
      return take("TO")
          ? new Filter.Range(field, at(number(value), true), at(number(), true))
          : oneOf(field, value.text());
    }
    Bound open = new Bound.Open();
    if (peek().is("<")) {
      return new Filter.Range(field, open, at(lessThan(), false));
    }
    if (take("<=")) {
      return new Filter.Range(field, open, at(number(), true));
    }
    if (take(">")) {
      return new Filter.Range(field, at(number(), false), open);
    }
    if (take(">=")) {
      return new Filter.Range(field, at(number(), true), open);
    }
    if (take("!=")) {
      return new Filter.Not(new Filter.OneOf(field, List.of(number())));
    }
    if (take("=")) {
      return new Filter.OneOf(field, List.of(number()));
    }
    throw peek().unexpected(":, <, <=, =, !=, > or >=");
  }

  private Value lessThan() {
    int position = peek().position();
    expect("<");
    if (peek().text().equals("score")) {
      throw new FilterSyntaxException("scores of filters are not read", position);
    }
    return number();
  }

  private static Bound at(Value number, boolean inclusive) {
    return new Bound.At(number, inclusive);
  }

  private Value number() {
    return number(word("a number"));
  }

  private static Value number(Token token) {
    try {
      return new Value.Numeric(new BigDecimal(token.text()));
    } catch (NumberFormatException e) {
      throw token.unexpected("a number");
    }
  }
}
