package dev.kindred.api.http;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * The values of a call's parameters, from a query string or a JSON body alike.
 *
 * <p>Every method throws {@link RefusedException} when the value has another type.
 */
public interface Arguments {

  Optional<String> text(String name);

  /** Empty when not given. */
  List<String> texts(String name);

  OptionalInt whole(String name);

  OptionalDouble number(String name);

  Optional<Boolean> flag(String name);

  default boolean flag(String name, boolean otherwise) {
    return flag(name).orElse(otherwise);
  }
}
