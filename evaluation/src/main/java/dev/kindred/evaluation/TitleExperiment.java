package dev.kindred.evaluation;

import dev.kindred.analyzers.title.TitleFeatures;
import dev.kindred.analyzers.title.TitleReader;
import dev.kindred.analyzers.title.TitleStatistics;
import dev.kindred.analyzers.title.TypeLabels;
import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * How well titles are read, against the structured attributes that the same products carry.
 *
 * <p>The products are halved by the hash of their ids: one half is for development, figures are of
 * the other. The catalogue's statistics come from the half that is not measured; of a measured
 * product the title is all that is read. Labelled types are of both halves. A product counts for a
 * feature if it has the attribute. What a title states is the truth if the attribute's value can be
 * found in it; else there is no truth to be found, and finding anything but the attribute's value
 * is a mistake.
 */
public final class TitleExperiment {
  private static final double NEAR = 0.02;
  private final Map<String, Counts> features = new LinkedHashMap<>();

  private TitleExperiment() {}

  private static final class Counts {
    private int right;
    private int found;
    private int stated;
  }

  /**
   * Figures by name.
   *
   * @param development whether of the half for development
   * @param types labelled types of products, lines of source, id and types; may be empty
   */
  public static Map<String, Object> run(Path products, Optional<Path> types, boolean development)
      throws IOException {
    SortedMap<String, Product> catalogue = CatalogueFile.read(products);
    List<Product> measured = new ArrayList<>();
    List<Product> others = new ArrayList<>();
    for (Product product : catalogue.values()) {
      boolean first = product.id().hashCode() % 2 == 0;
      (first == development ? measured : others).add(product);
    }
    TitleReader reader = new TitleReader(new TitleStatistics(others));
    TitleExperiment experiment = new TitleExperiment();
    measured.forEach(product -> experiment.compare(product, reader.read(product.title())));
    if (types.isPresent()) {
      for (String[] cells : labels(types.get(), catalogue.keySet())) {
        Product product = catalogue.get(cells[1]);
        if (product != null) {
          experiment.type(reader.read(product.title()).type(), cells[2]);
        }
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("products", measured.size());
    experiment.features.forEach((name, counts) -> {
      double precision = counts.found == 0 ? 0 : (double) counts.right / counts.found;
      double recall = counts.stated == 0 ? 0 : (double) counts.right / counts.stated;
      double sum = precision + recall;
      figures.put(name + "_f1", Rounding.of(sum == 0 ? 0 : 2 * precision * recall / sum));
      figures.put(name + "_precision", Rounding.of(precision));
      figures.put(name + "_recall", Rounding.of(recall));
      figures.put(name + "_stated", counts.stated);
    });
    return figures;
  }

  /** The labels of the source that most ids are of: others may have the same ids by chance. */
  private static List<String[]> labels(Path types, Set<String> ids) throws IOException {
    Map<String, List<String[]>> bySource = new TreeMap<>();
    for (String line : Files.readAllLines(types)) {
      String[] cells = line.split("\t", -1);
      if (cells.length == 3 && ids.contains(cells[1])) {
        bySource.computeIfAbsent(cells[0], source -> new ArrayList<>()).add(cells);
      }
    }
    return bySource.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
  }

  private void compare(Product product, TitleFeatures title) {
    String small = product.title().toLowerCase(Locale.ROOT);
    product
        .brand()
        .ifPresent(brand ->
            count(
                "brand",
                small.contains(brand.toLowerCase(Locale.ROOT)),
                title.brand().isPresent(),
                title.brand().filter(brand::equalsIgnoreCase).isPresent()));
    text(product, "product_colour")
        .ifPresent(colour -> {
          TreeSet<String> truth =
              new TreeSet<>(Arrays.asList(colour.toLowerCase(Locale.ROOT).split(",", -1)));
          boolean stated = truth.stream().allMatch(c -> states(small, c));
          boolean right = truth.equals(new TreeSet<>(title.colours()));
          count("colour", stated, !title.colours().isEmpty(), right);
        });
    number(product, "cable_length")
        .ifPresent(metres -> {
          boolean right = title.cableLengthMetres().filter(m -> near(m, metres)).isPresent();
          count(
              "cable_length",
              right || statesLength(small, metres),
              title.cableLengthMetres().isPresent(),
              right);
        });
    number(product, "quantity_per_pack")
        .ifPresent(pieces -> {
          boolean right = title.pieces().isPresent() && title.pieces().getAsInt() == pieces;
          count(
              "pack_quantity",
              right
                  || small.matches(
                      "(?s).*\\b" + Math.round(pieces) + " ?(pc|pack|piece|label|sheet).*"),
              title.pieces().isPresent(),
              right);
        });
  }

  private void type(Optional<String> found, String accepted) {
    boolean right =
        found.isPresent()
            && Arrays.stream(accepted.split("/", -1))
                .anyMatch(a -> TypeLabels.agree(found.get(), a));
    count("product_type", !accepted.equals("-"), found.isPresent(), right);
  }

  private void count(String feature, boolean stated, boolean found, boolean right) {
    Counts counts = features.computeIfAbsent(feature, f -> new Counts());
    counts.stated += stated ? 1 : 0;
    counts.found += found ? 1 : 0;
    counts.right += right ? 1 : 0;
  }

  private static boolean states(String title, String colour) {
    return title.contains(colour)
        || (colour.equals("grey") && title.contains("gray"))
        || (colour.equals("multicolour") && title.contains("multicolor"));
  }

  private static boolean near(double a, double b) {
    return Math.abs(a - b) <= NEAR * b;
  }

  /** Whether the number of metres stands in a title with its unit. */
  private static boolean statesLength(String title, double metres) {
    List<String> ways = new ArrayList<>();
    ways.add(plain(metres) + " ?m\\b");
    ways.add(plain(metres * 100) + " ?cm\\b");
    ways.add(plain(Math.round(metres / 0.3048)) + "[ -]?(ft|foot|feet)\\b");
    return ways.stream().anyMatch(way -> title.matches("(?s).*(?<![\\d.])" + way + ".*"));
  }

  private static String plain(double number) {
    return number == Math.rint(number)
        ? String.valueOf(Math.round(number))
        : String.valueOf(Math.round(number * 100) / 100.0).replace(".", "\\.");
  }

  private static Optional<String> text(Product product, String name) {
    return value(product, name)
        .filter(AttributeValue.Text.class::isInstance)
        .map(v -> ((AttributeValue.Text) v).value());
  }

  private static Optional<Double> number(Product product, String name) {
    return value(product, name)
        .filter(AttributeValue.Numeric.class::isInstance)
        .map(v -> ((AttributeValue.Numeric) v).value().doubleValue());
  }

  private static Optional<AttributeValue> value(Product product, String name) {
    return product.attributes().entrySet().stream()
        .filter(e -> e.getKey().endsWith(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
