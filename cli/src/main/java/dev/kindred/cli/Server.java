package dev.kindred.cli;

import dev.kindred.api.ApiServer;
import dev.kindred.api.ApiSettings;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.Warmup;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** Serves until the process is asked to stop, then finishes what is in flight. */
final class Server {
  private Server() {}

  /**
   * Serves; returns when everything is closed.
   *
   * @param ready is run when the address answers
   */
  static void run(Kindred kindred, Configuration configuration, Console console, Runnable ready) {
    ApiSettings settings = configuration.api();
    CountDownLatch stopped = new CountDownLatch(1);
    CountDownLatch closed = new CountDownLatch(1);
    try (ApiServer server = ApiServer.start(kindred, settings, configuration.engine().clock());
        Warmup warmup = new Warmup(kindred)) {
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    stopped.countDown();
                    await(closed);
                  },
                  "stop"));
      console.say(
          String.format(
              Locale.ROOT,
              "Kindred listens on http://%s:%d/ (Ctrl-C stops it)",
              settings.host(),
              server.port()));
      kindred.generationTrouble().ifPresent(console::say);
      ready.run();
      warmup.start();
      await(stopped);
      console.say("Finishing what is in flight ...");
    } finally {
      kindred.close();
      closed.countDown();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
