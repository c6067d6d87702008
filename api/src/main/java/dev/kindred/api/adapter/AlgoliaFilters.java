package dev.kindred.api.adapter;

import dev.kindred.model.filter.Filter;
import dev.kindred.model.filter.Filter.Bound;
import dev.kindred.model.filter.Filter.Value;
import dev.kindred.model.filter.FilterSyntaxException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads Algolia's filter expressions, as in {@code filters} and {@code numericFilters}.
 *
 * <pre>
 * expression = and { "OR" and }
 * and        = not { "AND" not }
 * not        = "NOT" not | "(" expression ")" | condition
 * condition  = attribute ":" value | attribute ":" number "TO" number
 *            | attribute ( "&lt;" | "&lt;=" | "=" | "!=" | "&gt;" | "&gt;=" ) number
 * </pre>
 *
 * Attributes and values with blanks or signs are quoted. Scores ({@code <score=2>}) are not read.
 */
final class AlgoliaFilters {
  private static final int DEEPEST = 64;
  private static final Set<String> COMPARISONS = Set.of("<", "<=", "=", "!=", ">", ">=");
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*(?:(?<quoted>\"(?:[^\"\\\\]|\\\\.)*\"|'(?:[^'\\\\]|\\\\.)*')|(?<sign><=|>=|!=|[<>=:()])"
              + "|(?<word>[^\\s\"'<>=!:()]+))\\s*");

  private record Token(String text, boolean quoted, int position) {}

  private final List<Token> tokens = new ArrayList<>();
  private int next;
  private int depth;

  private AlgoliaFilters(String text) {
    Matcher matcher = TOKEN.matcher(text);
    int at = 0;
    while (at < text.length()) {
      if (!matcher.find(at) || matcher.start() != at) {
        throw new FilterSyntaxException("the filters cannot be read from here on", at + 1);
      }
      String quoted = matcher.group("quoted");
      if (quoted != null) {
        String content = quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
        tokens.add(new Token(content, true, at + 1));
      } else {
        tokens.add(new Token(matcher.group().strip(), false, at + 1));
      }
      at = matcher.end();
    }
    tokens.add(new Token("", false, text.length() + 1));
  }

  /**
   * @throws FilterSyntaxException with the position of what cannot be read
   */
  static Filter parse(String text) {
    AlgoliaFilters parser = new AlgoliaFilters(text);
    Filter filter = parser.or();
    if (parser.next < parser.tokens.size() - 1) {
      throw parser.unexpected("AND, OR or the end");
    }
    return filter;
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

  private Filter or() {
    if (++depth > DEEPEST) {
      throw new FilterSyntaxException("at most " + DEEPEST + " brackets and NOT", position());
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
        throw new FilterSyntaxException("at most " + DEEPEST + " brackets and NOT", position());
      }
      Filter part = not();
      depth--;
      return new Filter.Not(part);
    }
    if (take("(")) {
      Filter inside = or();
      if (!take(")")) {
        throw unexpected(")");
      }
      return inside;
    }
    return condition();
  }

  private Filter condition() {
    String field = AlgoliaFields.field(word("an attribute"));
    Token sign = tokens.get(next);
    if (take(":")) {
      String value = word("a value");
      if (take("TO")) {
        return new Filter.Range(
            field, new Bound.At(number(value), true), new Bound.At(number(word("a number")), true));
      }
      return oneOf(field, value);
    }
    if (!COMPARISONS.contains(sign.text()) || sign.quoted()) {
      throw unexpected(":, <, <=, =, !=, > or >=");
    }
    next++;
    if (sign.text().equals("<") && tokens.get(next).text().equals("score")) {
      throw new FilterSyntaxException("scores of filters are not read", sign.position());
    }
    Value number = number(word("a number"));
    Bound open = new Bound.Open();
    return switch (sign.text()) {
      case "<" -> new Filter.Range(field, open, new Bound.At(number, false));
      case "<=" -> new Filter.Range(field, open, new Bound.At(number, true));
      case ">" -> new Filter.Range(field, new Bound.At(number, false), open);
      case ">=" -> new Filter.Range(field, new Bound.At(number, true), open);
      case "!=" -> new Filter.Not(new Filter.OneOf(field, List.of(number)));
      default -> new Filter.OneOf(field, List.of(number));
    };
  }

  private Value number(String text) {
    try {
      return new Value.Numeric(new BigDecimal(text));
    } catch (NumberFormatException e) {
      throw new FilterSyntaxException("expected a number, found " + text, position());
    }
  }

  private String word(String expected) {
    Token token = tokens.get(next);
    boolean sign = token.text().length() <= 2 && token.text().matches("[<>=!:()]*");
    boolean keyword = Set.of("AND", "OR", "NOT", "TO").contains(token.text());
    if (!token.quoted() && (sign || keyword)) {
      throw unexpected(expected);
    }
    next++;
    return token.text();
  }

  private boolean take(String expected) {
    Token token = tokens.get(next);
    boolean there = !token.quoted() && token.text().equals(expected);
    if (there) {
      next++;
    }
    return there;
  }

  private int position() {
    return tokens.get(next).position();
  }

  private FilterSyntaxException unexpected(String expected) {
    Token token = tokens.get(next);
    String found = token.text().isEmpty() && !token.quoted() ? "the end" : token.text();
    return new FilterSyntaxException("expected " + expected + ", found " + found, position());
  }
}
