package dev.kindred.api.calls;

import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An HTML page, put together from its parts when the server starts: where a line says {@code <!--
 * part: head -->}, the file {@code pages/parts/head.html} stands, which may have parts itself.
 */
public final class Page {
  private static final String FOLDER = "/pages/";
  private static final Pattern PART = Pattern.compile("^( *)<!-- part: ([a-z-]+) -->$");

  private final Document document;

  private Page(Document document) {
    this.document = document;
  }

  /** The page of a name, such as {@code home}. */
  public static Page of(String name) {
    String html = read(name + ".html").collect(Collectors.joining("\n", "", "\n"));
    return new Page(new Document("text/html; charset=utf-8", html));
  }

  private static Stream<String> read(String file) {
    return lines(file).stream()
        .flatMap(line -> {
          Matcher part = PART.matcher(line);
          return part.matches()
              ? read("parts/" + part.group(2) + ".html").map(inner -> part.group(1) + inner)
              : Stream.of(line);
        });
  }

  private static List<String> lines(String file) {
    try (InputStream in =
        Objects.requireNonNull(Page.class.getResourceAsStream(FOLDER + file), file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sends the page, unless the browser has it. */
  public void answer(Context request) {
    document.answer(request);
  }
}
