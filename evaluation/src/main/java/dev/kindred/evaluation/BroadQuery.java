package dev.kindred.evaluation;

import dev.kindred.model.AttributeValue;
import dev.kindred.model.Product;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the broad query comes from that somebody who wants a product might begin with. */
public enum BroadQuery {
  /** The last level of the product's first category. */
  CATEGORY,
  /** The first of its attribute {@code genres} or {@code genre}. */
  GENRE,
  /** The last word of its title that has no digits. */
  HEAD;

  /** The query in small letters, or empty if the product has no such thing. */
  Optional<String> of(Product product) {
    Optional<String> words =
        switch (this) {
          case CATEGORY ->
              product.categories().stream()
                  .findFirst()
                  .map(c -> c.substring(c.lastIndexOf('>') + 1));
          case GENRE ->
              Stream.of("genres", "genre")
                  .flatMap(name -> Optional.ofNullable(product.attributes().get(name)).stream())
                  .flatMap(value -> texts(value).stream())
                  .findFirst();
          case HEAD -> head(product.title());
        };
    return words.map(w -> w.strip().toLowerCase(Locale.ROOT)).filter(w -> !w.isEmpty());
  }

  private static List<String> texts(AttributeValue value) {
    return switch (value) {
      case AttributeValue.Text text -> List.of(text.value());
      case AttributeValue.Many many ->
          many.values().stream().flatMap(v -> texts(v).stream()).toList();
      default -> List.of();
    };
  }

  private static Optional<String> head(String title) {
    return Stream.of(title.split("[^\\p{L}\\p{N}]+", -1))
        .filter(word -> word.length() > 2 && word.chars().allMatch(Character::isLetter))
        .reduce((first, second) -> second);
  }
}
