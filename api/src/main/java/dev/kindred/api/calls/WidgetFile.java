package dev.kindred.api.calls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The widgets' modules joined into one file, so that a page fetches one.
 *
 * <p>Each module stands after those it imports; imports go, and {@code export} stays in the first
 * module alone. For this every import and every export list is one line that names a sibling, names
 * at the top of modules differ, and nothing is renamed or exported by default.
 */
final class WidgetFile {
  private static final String FOLDER = "/widgets/";
  private static final String FIRST = "kindred.js";
  private static final Pattern FROM =
      Pattern.compile("^(import|export) (\\{[^}]*\\}) from \"\\./([a-z]+\\.js)\";$");

  private final StringBuilder joined = new StringBuilder();
  private final Set<String> seen = new LinkedHashSet<>();

  private WidgetFile() {}

  /** The joined file. */
  static String text() {
    WidgetFile file = new WidgetFile();
    file.append(FIRST);
    return file.joined.toString();
  }

  private void append(String module) {
    if (!seen.add(module)) {
      return;
    }
    StringBuilder own = new StringBuilder();
    read(module)
        .lines()
        .forEach(line -> {
          Matcher from = FROM.matcher(line);
          if (from.matches()) {
            append(from.group(3));
            if (from.group(1).equals("export")) {
              own.append("export ").append(from.group(2)).append(";\n");
            }
          } else {
            own.append(module.equals(FIRST) ? line : line.replaceFirst("^export ", ""))
                .append('\n');
          }
        });
    joined.append(own);
  }

  private static String read(String module) {
    String path = FOLDER + module;
    try (InputStream file =
        Objects.requireNonNull(WidgetFile.class.getResourceAsStream(path), path)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
