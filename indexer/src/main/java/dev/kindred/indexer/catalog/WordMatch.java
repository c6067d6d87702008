package dev.kindred.indexer.catalog;

import java.util.List;

/**
 * How a product has one word of a query.
 *
 * @param word as it stands in the query that was searched
 * @param as the terms that were found in its place, in the form that is indexed: a synonym, or the
 *     word in another spelling; empty if it is the word itself
 * @param fields of the product that have it: {@code title}, {@code brand}, {@code categories},
 *     {@code description}, {@code attributes.NAME}
 * @param share of the product's text score, 0 to 1; the shares of all words add up to 1
 */
public record WordMatch(String word, String as, List<String> fields, double share) {
  public WordMatch {
    fields = List.copyOf(fields);
  }
}
