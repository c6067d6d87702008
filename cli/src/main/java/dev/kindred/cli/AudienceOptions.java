package dev.kindred.cli;

import dev.kindred.engine.Audience;
import dev.kindred.model.Person;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** For whom an answer is. */
final class AudienceOptions {
  @Option(names = "--user", paramLabel = "ID", description = "For this user.")
  private @Nullable String user;

  @Option(names = "--session", paramLabel = "ID", description = "For this anonymous session.")
  private @Nullable String session;

  @Option(
      names = "--items",
      split = ",",
      paramLabel = "ID",
      description = "For somebody who was interested in these products, newest last.")
  private List<String> items = List.of();

  AudienceOptions() {}

  Audience audience() {
    if (user != null && session != null) {
      throw new IllegalArgumentException("give --user or --session, not both");
    }
    Optional<Person> person =
        Optional.ofNullable(user)
            .map(Person::user)
            .or(() -> Optional.ofNullable(session).map(Person::session));
    return new Audience(person, items, List.of());
  }
}
