package dev.kindred.indexer.index;

import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Judged catalogues beside the project's folder, read as a shop would bring them. */
final class SharedData {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Set<String> PICTURES =
      Set.of("img_high", "img_low", "img_500x500", "img_thumb");

  private SharedData() {}

  /** The folder of a data set; empty if it is not on this machine. */
  static Optional<Path> folder(String name) {
    for (Path p = Path.of("").toAbsolutePath(); p != null; p = p.getParent()) {
      Path folder = p.resolve("shared").resolve("data").resolve(name);
      if (Files.isDirectory(folder)) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  /** The products of a file of JSON lines. */
  static List<Product> products(Path file) throws IOException {
    List<Product> products = new ArrayList<>();
    try (BufferedReader lines = open(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        products.add(product(JSON.readTree(line)));
      }
    }
    return products;
  }

  /** Grades by query and product id. */
  static Map<String, Map<String, Integer>> judgments(Path file) throws IOException {
    Map<String, Map<String, Integer>> judged = new LinkedHashMap<>();
    try (BufferedReader lines = open(file)) {
      lines.readLine();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        String[] cells = line.split("\t");
        judged
            .computeIfAbsent(cells[0], q -> new LinkedHashMap<>())
            .put(cells[1], Integer.parseInt(cells[2]));
      }
    }
    return judged;
  }

  private static BufferedReader open(Path file) throws IOException {
    var bytes = Files.newInputStream(file);
    var plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
    return new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
  }

  private static Product product(JsonNode json) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    Product.Builder product =
        Product.builder(json.path("id").asString(), clean(json.path("title").asString()));
    for (Map.Entry<String, JsonNode> field : json.properties()) {
      JsonNode value = field.getValue();
      switch (field.getKey()) {
        case "id", "title", "url", "votes" -> {}
        case "short_description", "overview" -> product.description(clean(value.asString()));
        case "supplier" -> product.brand(clean(value.asString()));
        case "price" -> product.price(value.decimalValue());
        case "genres" -> product.categories(texts(value));
        default -> {
          if (!PICTURES.contains(field.getKey())) {
            attributes.put(field.getKey(), attribute(value));
          }
        }
      }
    }
    return product.attributes(attributes).build();
  }

  private static String clean(String text) {
    return text.replaceAll("[\\p{Cntrl}\\x{80}-\\x{9f}]", " ");
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(text -> texts.add(text.asString()));
    return texts;
  }

  private static AttributeValue attribute(JsonNode value) {
    if (value.isBoolean()) {
      return new AttributeValue.Flag(value.asBoolean());
    }
    if (value.isNumber()) {
      return new AttributeValue.Numeric(new BigDecimal(value.asString()));
    }
    if (value.isArray()) {
      List<AttributeValue> values = new ArrayList<>();
      value.forEach(v -> values.add(attribute(v)));
      return new AttributeValue.Many(values);
    }
    return new AttributeValue.Text(clean(value.asString()));
  }
}
