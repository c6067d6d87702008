package dev.kindred.indexer.aspect;

import dev.kindred.analyzers.review.ReviewFindings;
import dev.kindred.analyzers.review.ReviewFindings.Fate;
import dev.kindred.analyzers.review.ReviewFindings.Opinion;
import dev.kindred.indexer.json.Json;
import dev.kindred.model.Review;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Findings of reviews that were read before, a JSON line each, by the hash of what was read: a
 * restart need not read them again. Nothing is lost with the file but time. What is said to be gone
 * is gone from the disk, too. Its name has the level of knowledge at which they were read. For one
 * thread.
 */
final class FindingsFile implements AutoCloseable {
  /** Changes whenever the same review would read otherwise. */
  private static final String VERSION = "3";

  private static final int HASH_BYTES = 16;

  private static final Pattern NAME = Pattern.compile("findings-(.+?)(?:-(\\d+))?\\.jsonl");

  private final Map<String, ReviewFindings> known = new HashMap<>();
  private final Path folder;
  private int level;
  private Path file;
  private BufferedWriter out;

  FindingsFile(Path folder) {
    this.folder = folder;
    try {
      Files.createDirectories(folder);
      level = highestLevel();
      file = folder.resolve(name());
      if (Files.exists(file)) {
        read(file);
      }
      out = append(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How much was known when the findings were made; 0 for nothing. */
  int level() {
    return level;
  }

  /** Forgets all findings, to make them anew at another level. */
  void startOver(int newLevel) {
    try {
      out.close();
      Files.deleteIfExists(file);
      known.clear();
      level = newLevel;
      file = folder.resolve(name());
      Files.deleteIfExists(file);
      out = append(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String name() {
    return "findings-" + VERSION + "-" + level + ".jsonl";
  }

  /** Of this version's files; those of other versions, and all but the highest, are deleted. */
  private int highestLevel() throws IOException {
    int highest = 0;
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> NAME.matcher(f.getFileName().toString()).matches()).toList();
    }
    for (Path each : files) {
      Matcher name = NAME.matcher(each.getFileName().toString());
      if (name.matches() && name.group(1).equals(VERSION) && name.group(2) != null) {
        highest = Math.max(highest, Integer.parseInt(name.group(2)));
      }
    }
    String kept = "findings-" + VERSION + "-" + highest + ".jsonl";
    for (Path each : files) {
      if (!each.getFileName().toString().equals(kept)) {
        Files.deleteIfExists(each);
      }
    }
    return highest;
  }

  /* Half a character, as bad data may have, is written as a question mark. */
  private static BufferedWriter append(Path file) throws IOException {
    return new BufferedWriter(
        new OutputStreamWriter(
            Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND),
            StandardCharsets.UTF_8));
  }

  private void read(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        try {
          JsonNode json = Json.mapper().readTree(line.getBytes(StandardCharsets.ISO_8859_1));
          known.put(json.path("of").asString(""), findings(json));
        } catch (JacksonException | IllegalArgumentException e) {
          // Cut by a crash: that review is read again.
        }
      }
    }
  }

  Optional<ReviewFindings> get(Review review) {
    return Optional.ofNullable(known.get(hash(review)));
  }

  void put(Review review, ReviewFindings findings) {
    String hash = hash(review);
    known.put(hash, findings);
    try {
      out.write(json(hash, findings).toString());
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void flush() {
    try {
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Writes the file anew with only the findings of some reviews.
   *
   * @param hashes of the reviews, see {@link #hash}
   */
  void keepOnly(Set<String> hashes) {
    if (!known.keySet().retainAll(hashes)) {
      return;
    }
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try {
      out.close();
      Files.deleteIfExists(fresh);
      try (BufferedWriter lines = append(fresh)) {
        for (Map.Entry<String, ReviewFindings> entry : known.entrySet()) {
          lines.write(json(entry.getKey(), entry.getValue()).toString());
          lines.write('\n');
        }
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      out = append(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of what is read of a review. */
  static String hash(Review review) {
    String read = review.stars() + "\u0000" + review.title() + "\u0000" + review.text();
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(read.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode json(String hash, ReviewFindings findings) {
    ObjectNode json = Json.mapper().createObjectNode();
    json.put("of", hash).put("fate", findings.fate().name());
    ArrayNode opinions = json.putArray("opinions");
    for (Opinion opinion : findings.opinions()) {
      opinions
          .addArray()
          .add(opinion.aspect())
          .add(opinion.sentence())
          .add(opinion.positive())
          .add(opinion.negative());
    }
    return json;
  }

  private static ReviewFindings findings(JsonNode json) {
    List<Opinion> opinions = new ArrayList<>();
    for (JsonNode opinion : json.path("opinions")) {
      opinions.add(
          new Opinion(
              opinion.path(0).asString(""),
              opinion.path(1).asString(""),
              opinion.path(2).asDouble(),
              opinion.path(3).asDouble()));
    }
    return new ReviewFindings(Fate.valueOf(json.path("fate").asString("")), opinions);
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
