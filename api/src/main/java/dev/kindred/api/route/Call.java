package dev.kindred.api.route;

import io.javalin.http.Context;

/** The code that answers a request. */
@FunctionalInterface
public interface Call {

  /** Reads the request and writes the answer; what it throws becomes a problem. */
  void answer(Context request);
}
