package dev.kindred.model.filter;

import java.util.ArrayList;
import java.util.List;

/** Cuts a filter's text into tokens. */
final class Tokenizer {
  private final String text;
  private final FilterDialect dialect;
  private int at;

  Tokenizer(String text, FilterDialect dialect) {
    this.text = text;
    this.dialect = dialect;
  }

  /** All tokens, with {@link Token.Kind#END} as the last. */
  List<Token> tokens() {
    List<Token> tokens = new ArrayList<>();
    while (true) {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      if (at == text.length()) {
        tokens.add(new Token(Token.Kind.END, "", at + 1));
        return tokens;
      }
      tokens.add(next());
    }
  }

  private Token next() {
    int start = at;
    char c = text.charAt(at);
    if (c == '"' || c == '\'') {
      return quoted(c);
    }
    if (c == '<' || c == '>' || c == '!') {
      at++;
      if (at < text.length() && text.charAt(at) == '=') {
        at++;
      } else if (c == '!') {
        throw new FilterSyntaxException("expected !=, found !", start + 1);
      }
      return sign(start);
    }
    if (dialect.signs().indexOf(c) >= 0) {
      at++;
      return sign(start);
    }
    while (at < text.length() && isWordPart(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    Token.Kind kind = dialect.isKeyword(word) ? Token.Kind.KEYWORD : Token.Kind.WORD;
    return new Token(kind, word, start + 1);
  }

  private Token sign(int start) {
    return new Token(Token.Kind.SIGN, text.substring(start, at), start + 1);
  }

  private Token quoted(char quote) {
    int start = at++;
    StringBuilder content = new StringBuilder();
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == quote) {
        return new Token(Token.Kind.QUOTED, content.toString(), start + 1);
      }
      if (c == '\\' && at < text.length()) {
        c = text.charAt(at++);
      }
      content.append(c);
    }
    throw new FilterSyntaxException("the quote " + quote + " is never closed", start + 1);
  }

  private boolean isWordPart(char c) {
    return !Character.isWhitespace(c) && "\"'<>!".indexOf(c) < 0 && dialect.signs().indexOf(c) < 0;
  }
}
