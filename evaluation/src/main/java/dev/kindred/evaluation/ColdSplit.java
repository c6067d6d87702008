package dev.kindred.evaluation;

import dev.kindred.learn.Interactions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Behaviour of which some products are held out altogether.
 *
 * @param data with every product of the catalogue as an item; held out are the cold ones
 * @param cold by item number
 */
record ColdSplit(HeldOut data, boolean[] cold) {

  /**
   * Draws the cold products among those that somebody liked.
   *
   * @param catalogue product ids, ascending
   * @param all behaviour on these products
   */
  static ColdSplit of(
      List<String> catalogue, List<Preference> all, ColdStartExperiment.Request request) {
    Set<String> liked = new TreeSet<>();
    all.stream().filter(p -> p.confidence() > 0).forEach(p -> liked.add(p.item()));
    SplittableRandom random = new SplittableRandom(request.seed());
    Set<String> cold = new TreeSet<>();
    for (String product : liked) {
      if (random.nextDouble() < request.coldShare()) {
        cold.add(product);
      }
    }
    List<Preference> train = new ArrayList<>();
    List<Preference> test = new ArrayList<>();
    all.forEach(p -> (cold.contains(p.item()) ? test : train).add(p));
    HeldOut data = HeldOut.of(catalogue, train, test);
    boolean[] isCold = new boolean[catalogue.size()];
    for (int item = 0; item < isCold.length; item++) {
      isCold[item] = cold.contains(catalogue.get(item));
    }
    return new ColdSplit(data, isCold);
  }

  /** People who had cold products and others, ascending: the rest cannot be known. */
  int[] people() {
    Interactions train = data.train();
    return IntStream.of(RankingOfPeople.judged(data))
        .filter(person -> train.personDegree(person) > 0)
        .toArray();
  }

  int coldCount() {
    return (int) IntStream.range(0, cold.length).filter(item -> cold[item]).count();
  }
}
