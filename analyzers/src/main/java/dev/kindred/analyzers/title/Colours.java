package dev.kindred.analyzers.title;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of colours and the usual name of each. */
final class Colours {
  private static final Map<String, String> NAMES = new HashMap<>();

  static {
    for (String name :
        ("black white grey silver blue red green yellow pink orange gold beige brown purple ivory"
                + " turquoise violet magenta cyan bronze copper champagne burgundy navy titanium"
                + " transparent multicolour metallic graphite anthracite aqua lilac lime platinum"
                + " cream mint rose charcoal khaki maroon teal indigo mauve olive sand chrome"
                + " bordeaux fuchsia amber")
            .split(" ", -1)) {
      NAMES.put(name, name);
    }
    NAMES.put("gray", "grey");
    NAMES.put("multicolor", "multicolour");
    NAMES.put("multi-colour", "multicolour");
    NAMES.put("multi-color", "multicolour");
    NAMES.put("multicoloured", "multicolour");
    NAMES.put("clear", "transparent");
    NAMES.put("golden", "gold");
    NAMES.put("stainless", "stainless steel");
  }

  private Colours() {}

  /** Whether a word, in small letters, names a colour. */
  static boolean isName(String word) {
    return NAMES.containsKey(word);
  }

  /** The colours that a title names, in order. */
  static Set<String> in(List<TitleWord> words) {
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i).small();
      boolean steel = i + 1 < words.size() && words.get(i + 1).small().equals("steel");
      if (word.equals("stainless") && !steel) {
        continue;
      }
      for (String part : word.split("[/-]", -1)) {
        String name = NAMES.get(NAMES.containsKey(word) ? word : part);
        if (name != null) {
          found.add(name);
        }
      }
    }
    return found;
  }
}
