package dev.kindred.analyzers;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/** The tokens of a text, one after the other. */
public final class Tokens {
  private Tokens() {}

  /** Sees each token: its term, its kind as in {@link ProductTokenizer}, and where it stands. */
  @FunctionalInterface
  public interface Visitor {
    void token(String term, String kind, int start, int end);
  }

  /** Shows all tokens of a text, in order, to a visitor. */
  public static void visit(Analyzer analyzer, String text, Visitor visitor) {
    try (TokenStream stream = analyzer.tokenStream("", text)) {
      CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
      TypeAttribute type = stream.addAttribute(TypeAttribute.class);
      OffsetAttribute offset = stream.addAttribute(OffsetAttribute.class);
      stream.reset();
      while (stream.incrementToken()) {
        visitor.token(term.toString(), type.type(), offset.startOffset(), offset.endOffset());
      }
      stream.end();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
