package dev.kindred.analyzers;

import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.Analyzer.TokenStreamComponents;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.jspecify.annotations.Nullable;

/**
 * Token streams that were closed, for whoever analyses next, on whatever thread.
 *
 * <p>Lucene's own strategies keep a stream for each thread. Where each request has a thread of its
 * own every text would have a new stream built for it. Streams of this pool must end with {@link
 * #last}.
 */
final class StreamPool extends Analyzer.ReuseStrategy {
  private static final int MOST = 32;

  private final Queue<TokenStreamComponents> closed = new ArrayBlockingQueue<>(MOST);

  StreamPool() {}

  /** The end of a stream: closing it puts the stream into the pool. */
  TokenStream last(TokenStream stream) {
    return new Last(stream);
  }

  @Override
  public @Nullable TokenStreamComponents getReusableComponents(Analyzer analyzer, String field) {
    TokenStreamComponents free = closed.poll();
    if (free != null) {
      lend(free);
    }
    return free;
  }

  @Override
  public void setReusableComponents(
      Analyzer analyzer, String field, TokenStreamComponents components) {
    lend(components);
  }

  private static void lend(TokenStreamComponents components) {
    ((Last) components.getTokenStream()).lent = components;
  }

  private final class Last extends TokenFilter {
    private @Nullable TokenStreamComponents lent;

    Last(TokenStream stream) {
      super(stream);
    }

    @Override
    public boolean incrementToken() throws IOException {
      return input.incrementToken();
    }

    @Override
    public void close() throws IOException {
      super.close();
      TokenStreamComponents free = lent;
      lent = null;
      if (free != null) {
        closed.offer(free);
      }
    }
  }
}
