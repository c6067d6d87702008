package dev.kindred.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the API listens and what it lets through.
 *
 * @param host name or address to listen on
 * @param port 0 takes a free one
 * @param mostBodyBytes of a request about one thing
 * @param mostBulkBytes of a request with many products, events or reviews
 * @param origins web pages of other hosts that may call the public calls, {@code
 *     "https://shop.example"}; {@code "*"} for all; none by default
 * @param keys who may call what
 * @param accessLog whether each request is logged
 * @param patience how long a stop waits for requests in flight
 */
public record ApiSettings(
    String host,
    int port,
    int mostBodyBytes,
    int mostBulkBytes,
    List<String> origins,
    Keys keys,
    boolean accessLog,
    Duration patience) {

  /** Port 7700, for this machine only. */
  public static final ApiSettings DEFAULTS =
      new ApiSettings(
          "127.0.0.1",
          7700,
          1 << 20,
          32 << 20,
          List.of(),
          Keys.NONE,
          false,
          Duration.ofSeconds(10));

  private static final int HIGHEST_PORT = 65_535;

  public ApiSettings {
    origins = List.copyOf(origins);
    if (host.isBlank()) {
      throw new IllegalArgumentException("host must be a name or an address, got nothing");
    }
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException(
          "port must be from 0 to " + HIGHEST_PORT + ", got " + port);
    }
    if (mostBodyBytes < 1 || mostBulkBytes < mostBodyBytes) {
      throw new IllegalArgumentException(
          "the body limits must be 1 byte or more, bulk not below single, got "
              + mostBodyBytes
              + " and "
              + mostBulkBytes);
    }
    if (patience.isNegative()) {
      throw new IllegalArgumentException("patience must be >= 0, got " + patience);
    }
  }

  /** The same on another address. */
  public ApiSettings listeningOn(String otherHost, int otherPort) {
    return new ApiSettings(
        otherHost, otherPort, mostBodyBytes, mostBulkBytes, origins, keys, accessLog, patience);
  }

  /** The same with other keys. */
  public ApiSettings guardedBy(Keys otherKeys) {
    return new ApiSettings(
        host, port, mostBodyBytes, mostBulkBytes, origins, otherKeys, accessLog, patience);
  }

  /** The same for web pages of other hosts. */
  public ApiSettings openTo(List<String> otherOrigins) {
    return new ApiSettings(
        host, port, mostBodyBytes, mostBulkBytes, otherOrigins, keys, accessLog, patience);
  }

  /**
   * What callers send as {@code X-API-Key}.
   *
   * @param search opens the public calls: search, recommendations, events; without it they are open
   * @param admin opens everything; without it everything is open
   */
  public record Keys(Optional<String> search, Optional<String> admin) {
    private static final int SHORTEST = 16;

    /** No keys: whoever reaches the port may call everything. */
    public static final Keys NONE = new Keys(Optional.empty(), Optional.empty());

    public Keys {
      check("search", search);
      check("admin", admin);
      if (search.isPresent() && admin.isEmpty()) {
        throw new IllegalArgumentException("a search key protects nothing without an admin key");
      }
    }

    private static void check(String name, Optional<String> key) {
      if (key.isPresent() && key.get().length() < SHORTEST) {
        throw new IllegalArgumentException(
            "the " + name + " key must be " + SHORTEST + " characters or more");
      }
    }

    /** Says only whether keys are set. */
    @Override
    public String toString() {
      return "Keys[search=" + search.isPresent() + ", admin=" + admin.isPresent() + "]";
    }
  }
}
