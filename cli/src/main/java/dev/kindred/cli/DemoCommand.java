package dev.kindred.cli;

import dev.kindred.engine.DataDirectory;
import dev.kindred.engine.Kindred;
import dev.kindred.indexer.generation.TrainingReport;
import dev.kindred.indexer.ingest.ImportOptions;
import dev.kindred.indexer.ingest.RecordKind;
import dev.kindred.indexer.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code kindred demo}: the bundled shop, from nothing to answers. */
@Command(
    name = "demo",
    description = {
      "Import the bundled real shop, train, and serve storefront and API.",
      "",
      "Without --data it lives in ./kindred-data/demo. What is done already is not done again.",
      ""
    })
final class DemoCommand implements Callable<Integer> {
  private static final String IMPORTED = "demo.imported";

  @Mixin private SharedOptions shared;
  @Mixin private ListenOptions listen;

  DemoCommand() {}

  @Override
  public Integer call() throws IOException {
    Configuration configuration = listen.applyTo(shared.configuration());
    Console console = shared.console();
    Path data = shared.dataGiven() ? shared.data() : shared.data().resolve("demo");
    importShop(new DataDirectory(data), console);
    Kindred kindred = Kindred.open(data, configuration.engine());
    boolean untrained = kindred.store().activeGeneration().isEmpty();
    if (untrained || kindred.generationTrouble().isPresent()) {
      TrainingReport report = TrainCommand.run(kindred, console);
      console.say(
          String.format(
              Locale.ROOT,
              "Trained on %,d interactions of %,d people in %.1f s",
              report.interactions(),
              report.people(),
              report.seconds()));
    }
    Shop.awaitIndex(kindred);
    Server.run(
        kindred,
        configuration,
        console,
        () ->
            console.say(
                "Try: white hanging heart, lunch bag, christmas; be a customer, and again"));
    return 0;
  }

  private static void importShop(DataDirectory directory, Console console) throws IOException {
    try (Store store = directory.openStore()) {
      if (store.state(IMPORTED).isPresent()) {
        return;
      }
      Path shop = shopFolder();
      Imports imports = new Imports(store, new Console(console.err(), console.err(), false));
      ImportOptions options = new ImportOptions(Map.of(), false, Optional.of(directory.rejects()));
      imports.run(RecordKind.PRODUCTS, shop.resolve("products.jsonl.gz").toString(), options);
      imports.run(RecordKind.EVENTS, shop.resolve("events.csv.gz").toString(), options);
      imports.run(RecordKind.REVIEWS, shop.resolve("reviews.jsonl").toString(), options);
      store.putState(IMPORTED, "yes");
    }
  }

  private static Path shopFolder() {
    Path shop = Path.of(System.getProperty("kindred.home", "."), "shop");
    if (!Files.isDirectory(shop)) {
      throw new CommandFailedException("the bundled shop is not in " + shop.toAbsolutePath());
    }
    return shop;
  }
}
