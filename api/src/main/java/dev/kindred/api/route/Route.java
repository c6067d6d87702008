package dev.kindred.api.route;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One call: how it is reached, what it takes and gives, and the code that answers.
 *
 * @param path with {@code {name}} for path parameters
 * @param subject heading in the documentation
 * @param summary one line for the documentation
 * @param query parameters in the query string; others are refused
 * @param body what the request carries
 * @param replies what may come back beside problems
 */
public record Route(
    Method method,
    String path,
    String subject,
    String summary,
    Access access,
    List<Parameter> query,
    Optional<Body> body,
    List<Reply> replies,
    Call call) {

  /** HTTP methods in use. */
  public enum Method {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  /** What a request carries. */
  public sealed interface Body {

    /** A JSON object whose fields are these parameters. */
    record Fields(List<Parameter> fields) implements Body {}

    /**
     * A named form.
     *
     * @param schema name among {@link Schemas}
     * @param contentTypes that are read
     */
    record Form(String schema, List<String> contentTypes) implements Body {}
  }

  /**
   * An answer that is not a problem.
   *
   * @param schema name among {@link Schemas}; empty without a JSON body
   */
  public record Reply(int status, String meaning, Optional<String> schema) {}

  public Route {
    query = List.copyOf(query);
    replies = List.copyOf(replies);
  }

  /** The names between braces in the path. */
  public List<String> pathParameters() {
    List<String> names = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (part.startsWith("{")) {
        names.add(part.substring(1, part.length() - 1));
      }
    }
    return names;
  }

  public static Builder get(String path) {
    return new Builder(Method.GET, path);
  }

  public static Builder post(String path) {
    return new Builder(Method.POST, path);
  }

  public static Builder put(String path) {
    return new Builder(Method.PUT, path);
  }

  public static Builder patch(String path) {
    return new Builder(Method.PATCH, path);
  }

  public static Builder delete(String path) {
    return new Builder(Method.DELETE, path);
  }

  /** Collects what a route says; the call ends it. */
  public static final class Builder {
    private final Method method;
    private final String path;
    private final List<Reply> replies = new ArrayList<>();
    private String subject = "";
    private String summary = "";
    private Access access = Access.ADMIN;
    private List<Parameter> query = List.of();
    private Optional<Body> body = Optional.empty();

    private Builder(Method method, String path) {
      this.method = method;
      this.path = path;
    }

    public Builder about(String subject, String summary) {
      this.subject = subject;
      this.summary = summary;
      return this;
    }

    /** Without this, a call is for the shop alone. */
    public Builder openTo(Access access) {
      this.access = access;
      return this;
    }

    public Builder query(List<Parameter> query) {
      this.query = query;
      return this;
    }

    public Builder fields(List<Parameter> fields) {
      this.body = Optional.of(new Body.Fields(fields));
      return this;
    }

    public Builder form(String schema, String... contentTypes) {
      this.body = Optional.of(new Body.Form(schema, List.of(contentTypes)));
      return this;
    }

    public Builder gives(int status, String meaning, String schema) {
      replies.add(new Reply(status, meaning, Optional.of(schema)));
      return this;
    }

    public Builder gives(int status, String meaning) {
      replies.add(new Reply(status, meaning, Optional.empty()));
      return this;
    }

    public Route by(Call call) {
      return new Route(method, path, subject, summary, access, query, body, replies, call);
    }
  }
}
