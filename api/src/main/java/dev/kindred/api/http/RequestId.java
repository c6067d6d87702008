package dev.kindred.api.http;

import io.javalin.http.Context;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/**
 * The id of a request, in its answer's {@code X-Request-Id} and in the log: the sender's own if it
 * is plain, else one that is made here.
 */
public final class RequestId {
  private static final String HEADER = "X-Request-Id";
  private static final String ATTRIBUTE = "request-id";
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{1,64}");

  private final String prefix;
  private final AtomicLong next = new AtomicLong(1);

  /**
   * @param startedAtMillis when the server started; makes ids differ between runs
   */
  public RequestId(long startedAtMillis) {
    this.prefix = Long.toString(startedAtMillis, 36) + "-";
  }

  /** Gives a request its id. */
  public void give(Context request) {
    String sent = request.header(HEADER);
    String id =
        sent != null && PLAIN.matcher(sent).matches() ? sent : prefix + next.getAndIncrement();
    request.attribute(ATTRIBUTE, id);
    request.header(HEADER, id);
  }

  /** The id that a request was given. */
  public static String of(Context request) {
    String id = request.attribute(ATTRIBUTE);
    return id == null ? "-" : id;
  }
}
