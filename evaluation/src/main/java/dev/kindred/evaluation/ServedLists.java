package dev.kindred.evaluation;

import dev.kindred.engine.Audience;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.Page;
import dev.kindred.engine.RecommendRequest;
import dev.kindred.learn.FactorModel;
import dev.kindred.learn.ProgressListener;
import dev.kindred.model.Person;
import dev.kindred.model.filter.Filter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The lists that the running engine answers with the factors of an experiment: products and events
 * go through the store, factors through a generation and the index, seen products are left out.
 *
 * <p>Nothing but the person speaks: popularity is off, as it is in the lists that these are
 * compared with.
 */
final class ServedLists {
  private ServedLists() {}

  /**
   * Item numbers of the lists of these people, in their order, for each diversity.
   *
   * @param people with training interactions
   * @param diversities each from 0 to 1
   */
  static List<int[][]> of(
      HeldOut data,
      FactorModel model,
      int[] people,
      int k,
      List<Double> diversities,
      ProgressListener progress)
      throws IOException {
    try (ServedModel shop = new ServedModel(data, model, people, progress)) {
      List<int[][]> all = new ArrayList<>();
      for (double diversity : diversities) {
        int[][] lists = new int[people.length][];
        IntStream.range(0, people.length)
            .parallel()
            .forEach(p -> {
              lists[p] = ask(shop.kindred(), data, people[p], Optional.empty(), diversity, k);
              progress.progress("asking the engine", p + 1, people.length);
            });
        all.add(lists);
      }
      return all;
    }
  }

  /** Item numbers of one person's list. */
  static int[] ask(
      Kindred kindred, HeldOut data, int person, Optional<Filter> filter, double diversity, int k) {
    RecommendRequest request =
        new RecommendRequest(
            Audience.of(Person.user(data.people().get(person))),
            filter,
            List.of(),
            RecommendRequest.Seen.LEFT_OUT,
            diversity,
            Page.first(k),
            false);
    return kindred.recommend(request).hits().stream()
        .mapToInt(hit -> Collections.binarySearch(data.items(), hit.product().id()))
        .toArray();
  }
}
