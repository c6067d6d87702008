package dev.kindred.indexer.catalog;

import java.util.List;
import java.util.Map;

/**
 * What the catalogue answers.
 *
 * @param found products that match, all of them, not only the returned ones
 * @param candidates in the asked order
 * @param liked of a request by text with a factor: the matches that score highest with the factor,
 *     best first, at most 200, wherever they stand in the order; none where there are not more
 *     matches than that
 * @param bestLexical highest text score of all matches, for calibration; 0 without text
 * @param facets counts over all {@code found} by field, in the asked order
 * @param relaxed words as typed that not every match has, because too few products have all of
 *     them; the one that tells least first
 */
public record Retrieved(
    long found,
    List<Candidate> candidates,
    List<Candidate> liked,
    float bestLexical,
    Map<String, FacetCounts> facets,
    List<String> relaxed) {

  public Retrieved {
    candidates = List.copyOf(candidates);
    liked = List.copyOf(liked);
    relaxed = List.copyOf(relaxed);
  }
}
