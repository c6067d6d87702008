package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A visitor's window, which notes what pages should not do: complain, or ask other hosts. */
final class Visit implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 20_000;
  private static final String SERIOUS_FINDINGS =
      "() => axe.run(document, { resultTypes: ['violations'] }).then(r => r.violations.filter(v => v.impact === 'serious' || v.impact"
          + " === 'critical').map(v => v.id + ': ' + v.nodes.map(n => n.target.flat().join(' ')).join(', ')))";

  private static final String AXE = axe();

  final Page page;
  private final BrowserContext context;
  private final List<String> complaints = new ArrayList<>();

  /**
   * @param addresses what requests may begin with
   */
  Visit(Browser browser, Browser.NewContextOptions options, List<String> addresses) {
    context = browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MILLIS);
    page = context.newPage();
    page.onConsoleMessage(m -> {
      if (m.type().equals("error") || m.type().equals("warning")) {
        complaints.add(m.text());
      }
    });
    page.onPageError(complaints::add);
    page.onRequest(r -> {
      if (addresses.stream().noneMatch(r.url()::startsWith) && !r.url().startsWith("data:")) {
        complaints.add("a request to " + r.url());
      }
    });
  }

  /** Nothing was complained of so far. */
  void expectNoComplaints() {
    assertEquals(List.of(), complaints);
  }

  /** Forgets complaints that a test caused on purpose. */
  void forgive() {
    complaints.clear();
  }

  /** No serious or critical finding of axe in the page as it stands. */
  void expectAccessible() {
    if (!(Boolean) page.evaluate("() => 'axe' in globalThis")) {
      page.evaluate(AXE);
    }
    assertEquals(List.of(), page.evaluate(SERIOUS_FINDINGS));
  }

  private static String axe() {
    try (InputStream file =
        Objects.requireNonNull(Visit.class.getResourceAsStream("/axe.min.js"), "axe.min.js")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    context.close();
  }
}
