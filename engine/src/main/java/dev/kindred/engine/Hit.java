package dev.kindred.engine;

import dev.kindred.indexer.catalog.Fragment;
import dev.kindred.model.Product;
import java.util.List;
import java.util.Map;

/**
 * A product in an answer.
 *
 * @param score sum of the values in {@code why}
 * @param why the signals that make up the score; empty unless asked for
 * @param highlights where the query's words stand, by field; empty without a query
 * @param variants how many variants this hit stands for, 1 if not collapsed
 */
public record Hit(
    Product product,
    double score,
    List<Reason> why,
    Map<String, List<Fragment>> highlights,
    int variants) {

  public Hit {
    why = List.copyOf(why);
  }
}
