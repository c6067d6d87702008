package dev.kindred.cli;

import dev.kindred.engine.Page;
import dev.kindred.model.filter.Filter;
import dev.kindred.model.filter.FilterParser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What an answer should hold and show. */
final class AnswerOptions {
  @Option(
      names = "--filter",
      paramLabel = "FILTER",
      description = "Only these products: brand = \"Xerox\" AND price < 50.")
  private @Nullable String filter;

  @Option(names = "--limit", paramLabel = "N", description = "Products to show; 10 if not given.")
  private int limit = 10;

  @Option(names = "--explain", description = "Show what makes up each score.")
  private boolean explain;

  AnswerOptions() {}

  Optional<Filter> filter() {
    return Optional.ofNullable(filter).map(FilterParser::parse);
  }

  Page page() {
    return Page.first(limit);
  }

  boolean explain() {
    return explain;
  }
}
