package dev.kindred.api.http;

import dev.kindred.api.ApiSettings.Keys;
import dev.kindred.api.http.Problem.Kind;
import dev.kindred.api.route.Access;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;

/**
 * Who may make which call: by key, and for web pages by where they came from.
 *
 * @param origins of other hosts' pages that may make the public calls
 */
public record Gate(Keys keys, List<String> origins) {
  private static final String KEY_HEADER = "X-API-Key";
  private static final String ALGOLIA_KEY = "X-Algolia-API-Key";
  private static final String ALLOWED_HEADERS =
      "Content-Type, X-API-Key, X-Request-Id, X-Algolia-API-Key, X-Algolia-Application-Id,"
          + " X-Algolia-Agent, X-Algolia-UserToken";
  private static final String ANY = "*";

  public Gate {
    origins = List.copyOf(origins);
  }

  /**
   * @throws RefusedException if the request may not make a call of this access
   */
  public void check(Context request, Access access) {
    checkOrigin(request, access);
    if (!mayPass(access, key(request, access))) {
      throw new RefusedException(
          Problem.of(
                  Kind.KEY_NEEDED,
                  access == Access.ADMIN
                      ? "this call needs the admin key"
                      : "this call needs the search key or the admin key")
              .at(KEY_HEADER)
              .hinting("send it as the header " + KEY_HEADER));
    }
  }

  /** Tells a browser what pages of other hosts may do; see the Fetch standard. */
  public void answerPreflight(Context request, Access access) {
    Optional<String> origin = Optional.ofNullable(request.header("Origin"));
    if (origin.isPresent() && access == Access.PUBLIC && isInvited(origin.get())) {
      request.header("Access-Control-Allow-Methods", "GET, POST");
      request.header("Access-Control-Allow-Headers", ALLOWED_HEADERS);
      request.header("Access-Control-Max-Age", "600");
      allow(request, origin.get());
    }
    request.status(204);
  }

  private void checkOrigin(Context request, Access access) {
    String origin = request.header("Origin");
    if (origin == null || isOwn(request, origin)) {
      return;
    }
    if (access == Access.PUBLIC && isInvited(origin)) {
      allow(request, origin);
    } else if (!request.method().name().equals("GET")) {
      throw new RefusedException(
          Problem.of(Kind.NOT_ALLOWED, "pages of " + origin + " may not make this call")
              .at("Origin")
              .hinting("invite them in the server's settings"));
    }
  }

  /** Clients made for Algolia send the key of public calls their own way, some in the address. */
  private static Optional<String> key(Context request, Access access) {
    Optional<String> key = Optional.ofNullable(request.header(KEY_HEADER));
    if (key.isPresent() || access != Access.PUBLIC) {
      return key;
    }
    return Optional.ofNullable(request.header(ALGOLIA_KEY))
        .or(() ->
            request.queryParamMap().entrySet().stream()
                .filter(parameter -> parameter.getKey().equalsIgnoreCase(ALGOLIA_KEY))
                .map(parameter -> parameter.getValue().getFirst())
                .findFirst());
  }

  private boolean mayPass(Access access, Optional<String> key) {
    boolean admin = keys.admin().isEmpty() || key.filter(k -> same(k, keys.admin())).isPresent();
    return switch (access) {
      case OPEN -> true;
      case PUBLIC ->
          admin || keys.search().isEmpty() || key.filter(k -> same(k, keys.search())).isPresent();
      case ADMIN -> admin;
    };
  }

  /** In a time that does not tell how much of the key was right. */
  private static boolean same(String given, Optional<String> key) {
    return MessageDigest.isEqual(
        given.getBytes(StandardCharsets.UTF_8), key.orElseThrow().getBytes(StandardCharsets.UTF_8));
  }

  private boolean isInvited(String origin) {
    return origins.contains(ANY) || origins.contains(origin);
  }

  private static boolean isOwn(Context request, String origin) {
    int scheme = origin.indexOf("://");
    return scheme > 0 && origin.substring(scheme + 3).equals(request.host());
  }

  private static void allow(Context request, String origin) {
    request.header("Access-Control-Allow-Origin", origin);
    request.header("Access-Control-Expose-Headers", "X-Request-Id");
    request.header("Vary", "Origin");
  }
}
