package dev.kindred.cli;

import dev.kindred.api.ApiSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where to listen. */
final class ListenOptions {
  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on, 0 for a free one; 7700 if not given.")
  private @Nullable Integer port;

  @Option(
      names = "--host",
      paramLabel = "HOST",
      description = "Address to listen on; 127.0.0.1, this machine only, if not given.")
  private @Nullable String host;

  ListenOptions() {}

  /** The configuration with what was given on the command line. */
  Configuration applyTo(Configuration configuration) {
    ApiSettings api = configuration.api();
    return new Configuration(
        configuration.engine(),
        api.listeningOn(host == null ? api.host() : host, port == null ? api.port() : port));
  }
}
