package dev.kindred.model.filter;

import java.util.ArrayList;
import java.util.List;

/**
 * What languages of filters have in common.
 *
 * <pre>
 * filter = and { "OR" and }
 * and    = not { "AND" not }
 * not    = "NOT" not | "(" filter ")" | condition
 * </pre>
 *
 * A language says what a condition is. One instance reads one text.
 */
public abstract class FilterGrammar {
  private static final int DEEPEST = 64;

  private final List<Token> tokens;
  private int next;
  private int depth;

  /**
   * @throws FilterSyntaxException if the text cannot be cut into tokens
   */
  protected FilterGrammar(String text, FilterDialect dialect) {
    tokens = new Tokenizer(text, dialect).tokens();
  }

  /** Reads one condition and stops behind it. */
  protected abstract Filter condition();

  /**
   * Reads the whole text.
   *
   * @throws FilterSyntaxException with the position of what cannot be read
   */
  protected final Filter whole() {
    Filter filter = or();
    if (peek().kind() != Token.Kind.END) {
      throw peek().unexpected("AND, OR or the end");
    }
    return filter;
  }

  private Filter or() {
    List<Filter> parts = new ArrayList<>(List.of(and()));
    while (take("OR")) {
      parts.add(and());
    }
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
      deeper();
      Filter part = not();
      depth--;
      return new Filter.Not(part);
    }
    if (take("(")) {
      deeper();
      Filter inside = or();
      depth--;
      expect(")");
      return inside;
    }
    return condition();
  }

  private void deeper() {
    if (++depth >= DEEPEST) {
      throw new FilterSyntaxException(
          "at most " + DEEPEST + " levels of brackets and NOT are read", peek().position());
    }
  }

  /** The token that comes next. */
  protected final Token peek() {
    return tokens.get(next);
  }

  /** Takes a field, value or other word, quoted or not. */
  protected final Token word(String expected) {
    Token token = peek();
    if (token.kind() != Token.Kind.QUOTED && token.kind() != Token.Kind.WORD) {
      throw token.unexpected(expected);
    }
    next++;
    return token;
  }

  /** Takes the next token if it is this key word or sign. */
  protected final boolean take(String expected) {
    boolean there = peek().is(expected);
    if (there) {
      next++;
    }
    return there;
  }

  protected final void expect(String expected) {
    if (!take(expected)) {
      throw peek().unexpected(expected);
    }
  }
}
