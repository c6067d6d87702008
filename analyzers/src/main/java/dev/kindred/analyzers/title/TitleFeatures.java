package dev.kindred.analyzers.title;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What a title states.
 *
 * @param brand as the catalogue writes it
 * @param type what kind of thing it is, such as {@code toner cartridge}, in small letters
 * @param model the maker's code
 * @param colours by their usual names
 * @param quantities with units
 * @param cableLengthMetres of a cable
 * @param pieces how many one buys
 */
public record TitleFeatures(
    Optional<String> brand,
    Optional<String> type,
    Optional<String> model,
    Set<String> colours,
    Set<String> materials,
    Set<String> sizes,
    Set<String> audiences,
    List<Quantity> quantities,
    Optional<Double> cableLengthMetres,
    OptionalInt pieces) {

  public TitleFeatures {
    colours = Set.copyOf(colours);
    materials = Set.copyOf(materials);
    sizes = Set.copyOf(sizes);
    audiences = Set.copyOf(audiences);
    quantities = List.copyOf(quantities);
  }

  /**
   * A number with a unit.
   *
   * @param kind {@code length}, {@code volume}, {@code mass}, ...
   * @param amount in the usual unit of its kind
   * @param unit the usual unit
   * @param text as the title has it
   */
  public record Quantity(String kind, double amount, String unit, String text) {}
}
