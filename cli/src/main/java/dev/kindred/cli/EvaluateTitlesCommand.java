package dev.kindred.cli;

import dev.kindred.evaluation.TitleExperiment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred evaluate titles}: how well titles are read. */
@Command(
    name = "titles",
    description = {
      "Read brand, colour, cable length, pieces and type from titles alone, and compare.",
      "",
      "Truth: brand, and attributes whose names end in product_colour, cable_length and"
          + " quantity_per_pack; a product counts if it has the attribute, and a title states it if"
          + " the value can be found there. Figures are of one half of the products; --development"
          + " gives those of the other, on which one may work. Types are compared with labels.",
      ""
    })
final class EvaluateTitlesCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(names = "--products", required = true, paramLabel = "FILE", description = "Products.")
  private Path products;

  @Option(
      names = "--types",
      paramLabel = "FILE",
      description = "Labelled types: lines of source, product id, and types with / between them.")
  private @Nullable Path types;

  @Option(names = "--development", description = "Measure on the half for development.")
  private boolean development;

  EvaluateTitlesCommand() {}

  @Override
  public Integer call() throws IOException {
    Figures.print(
        shared.console(), TitleExperiment.run(products, Optional.ofNullable(types), development));
    return 0;
  }
}
