package dev.kindred.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.options.ColorScheme;
import dev.kindred.indexer.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;

/** A visitor's window, which notes what pages should not do: complain, or ask other hosts. */
final class Visit implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 20_000;
  private static final String SERIOUS_FINDINGS =
      "rules => axe.run(document, { resultTypes: ['violations'], ...rules }).then(r => r.violations.filter(v => v.impact === 'serious' || v.impact"
          + " === 'critical').map(v => v.id + ': ' + v.nodes.map(n => n.target.flat().join(' ')).join(', ')))";

  private static final Map<String, ?> ALL_RULES = Map.of();
  private static final Map<String, ?> RULES_OF_COLOUR = Map.of("runOnly", "color-contrast");

  private static final String AXE = axe();

  final Page page;

  /** Events that pages told Kindred, in the order of their sending. */
  final List<JsonNode> told = Collections.synchronizedList(new ArrayList<>());

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
    page.onRequest(this::noteEvents);
    page.onRequest(r -> {
      if (addresses.stream().noneMatch(r.url()::startsWith) && !r.url().startsWith("data:")) {
        complaints.add("a request to " + r.url());
      }
    });
  }

  private void noteEvents(Request request) {
    if (request.url().endsWith("/v1/events") && request.method().equals("POST")) {
      Json.parse(request.postData()).forEach(told::add);
    }
  }

  /** Nothing was complained of so far. */
  void expectNoComplaints() {
    assertEquals(List.of(), complaints);
  }

  /** Forgets complaints that a test caused on purpose. */
  void forgive() {
    complaints.clear();
  }

  /** No serious or critical finding of axe in the page as it stands, in the light and the dark. */
  void expectAccessible() {
    if (!(Boolean) page.evaluate("() => 'axe' in globalThis")) {
      page.evaluate(AXE);
    }
    expectNoFindings(ColorScheme.DARK, RULES_OF_COLOUR);
    expectNoFindings(ColorScheme.LIGHT, ALL_RULES);
  }

  private void expectNoFindings(ColorScheme scheme, Map<String, ?> rules) {
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
    assertEquals(List.of(), page.evaluate(SERIOUS_FINDINGS, rules), "in the " + scheme);
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
