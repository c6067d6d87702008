import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Products whose codes differ in the letter and whose titles differ in colour, size or pattern. */
final class Variants {
  private Variants() {}

  /** Variant code to the code of the best-selling of its kind. */
  static Map<String, String> parents(List<Goods> goods) {
    Map<String, List<Goods>> kinds = new TreeMap<>();
    for (Goods g : goods) {
      if (g.code().matches("[0-9]{5}[A-Z]")) {
        kinds.computeIfAbsent(g.code().substring(0, 5) + " " + rest(g), k -> new ArrayList<>()).add(g);
      }
    }
    Map<String, String> parents = new HashMap<>();
    for (Map.Entry<String, List<Goods>> kind : kinds.entrySet()) {
      if (kind.getKey().length() <= 6) {
        continue;
      }
      Goods parent =
          kind.getValue().stream()
              .max(Comparator.comparingInt(Goods::sold).thenComparing(Goods::code, Comparator.reverseOrder()))
              .orElseThrow();
      kind.getValue().stream().filter(g -> g != parent).forEach(g -> parents.put(g.code(), parent.code()));
    }
    return parents;
  }

  /** The title's words without those that tell variants apart, sorted. */
  private static String rest(Goods goods) {
    Set<String> telling = new HashSet<>();
    for (String name : List.of("colour", "size", "size_cm", "pattern")) {
      Object value = goods.facts().attributes().get(name);
      if (value instanceof Collection<?> several) {
        several.forEach(v -> telling.addAll(List.of(v.toString().toLowerCase(Locale.ROOT).split(" "))));
      } else if (value != null) {
        telling.addAll(List.of(value.toString().toLowerCase(Locale.ROOT).split(" ")));
      }
    }
    Set<String> rest = new TreeSet<>();
    for (String word : goods.title().toLowerCase(Locale.ROOT).replaceAll("\"[a-z]\"", "").split("[^a-z0-9'-]+")) {
      String singular = word.replaceAll("s$", "");
      boolean tells = telling.contains(word) || telling.contains(singular) || word.endsWith("cm");
      if (!tells && !word.equals("and") && !word.isEmpty()) {
        rest.add(word);
      }
    }
    return String.join(" ", rest);
  }
}
