package dev.kindred.analyzers.title;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words that name materials, sizes, and for whom something is. */
final class NamedWords {
  private static final Map<String, String> MATERIALS =
      named(
          "leather wood wooden=wood metal steel plastic glass ceramic porcelain cotton wool silk"
              + " linen denim felt paper cardboard bamboo rubber silicone aluminium aluminum=aluminium"
              + " iron brass copper zinc enamel wicker jute canvas polyester nylon velvet fleece"
              + " marble stone slate crystal vinyl acrylic polypropylene leatherette neoprene");
  private static final Map<String, String> AUDIENCES =
      named(
          "men mens=men women womens=women lady=women ladies=women girl=girls girls boy=boys boys"
              + " kid=children kids=children child=children children childrens=children baby=babies"
              + " babies toddler=babies unisex adult=adults adults teen=teenagers teens=teenagers"
              + " dog=dogs dogs cat=cats");
  private static final Map<String, String> SIZES =
      named(
          "mini small medium large jumbo giant xs s m l xl xxl xxxl compact king-size=king"
              + " queen-size=queen");

  /** Materials that things are called by. */
  private static final Set<String> THINGS =
      Set.of("paper", "glass", "canvas", "slate", "iron", "felt");

  private NamedWords() {}

  private static Map<String, String> named(String words) {
    Map<String, String> names = new HashMap<>();
    for (String word : words.split(" ", -1)) {
      int equals = word.indexOf('=');
      names.put(
          equals < 0 ? word : word.substring(0, equals),
          equals < 0 ? word : word.substring(equals + 1));
    }
    return Map.copyOf(names);
  }

  static Set<String> materials(List<TitleWord> words) {
    return in(words, MATERIALS);
  }

  static Set<String> audiences(List<TitleWord> words) {
    return in(words, AUDIENCES);
  }

  /** Single letters count only in capitals and at the end of a part of the title. */
  static Set<String> sizes(List<TitleWord> words) {
    Set<String> found = new LinkedHashSet<>();
    for (int i = 0; i < words.size(); i++) {
      TitleWord word = words.get(i);
      boolean last = i + 1 == words.size() || words.get(i + 1).chunk() != word.chunk();
      boolean letters = word.small().length() <= 2;
      String name = SIZES.get(word.small());
      if (name != null
          && (!letters || (last && word.text().equals(word.text().toUpperCase(Locale.ROOT))))) {
        found.add(name);
      }
    }
    return found;
  }

  /** Whether a word describes rather than names a thing. */
  static boolean describes(String small) {
    return SIZES.containsKey(small) || (MATERIALS.containsKey(small) && !THINGS.contains(small));
  }

  private static Set<String> in(List<TitleWord> words, Map<String, String> names) {
    Set<String> found = new LinkedHashSet<>();
    for (TitleWord word : words) {
      String name = names.get(word.small().replace("'", "").replace("\u2019", ""));
      if (name != null) {
        found.add(name);
      }
    }
    return found;
  }
}
