package dev.kindred.analyzers.review;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import opennlp.tools.ml.maxent.quasinewton.QNModel;
import opennlp.tools.ml.model.Event;
import org.junit.jupiter.api.Test;

class LogLinearTrainingTest {
  /** Without penalty the model's share of each outcome is that of the events. */
  @Test
  void withoutPenaltyTheSharesAreThoseOfTheEvents() {
    List<Event> events = new ArrayList<>();
    events.addAll(Collections.nCopies(60, event("yes", "x")));
    events.addAll(Collections.nCopies(20, event("no", "x")));
    events.addAll(Collections.nCopies(30, event("no", "y")));
    events.addAll(Collections.nCopies(10, event("yes", "y")));
    QNModel model = new LogLinearTraining(events, 1, 0).fit();
    assertEquals(0.75, model.eval(new String[] {"x"})[model.getIndex("yes")], 0.01);
    assertEquals(0.25, model.eval(new String[] {"y"})[model.getIndex("yes")], 0.01);
  }

  /**
   * With one feature the two weights are w and -w, and at the best of them the penalty's pull, 2 *
   * penalty * w, is what the events are short of: n * (share - model's share).
   */
  @Test
  void atTheEndThePenaltyBalancesTheEvents() {
    List<Event> events = new ArrayList<>();
    events.addAll(Collections.nCopies(60, event("yes", "x")));
    events.addAll(Collections.nCopies(20, event("no", "x")));
    double penalty = 5;
    QNModel model = new LogLinearTraining(events, 1, penalty).fit();
    double yes = model.eval(new String[] {"x"})[model.getIndex("yes")];
    double weight = Math.log(yes / (1 - yes)) / 2;
    assertEquals(2 * penalty * weight, 80 * (0.75 - yes), 0.3);
  }

  @Test
  void theSameEventsGiveTheSameModelAndRareFeaturesDoNotCount() {
    List<Event> events =
        List.of(event("a", "x", "y"), event("b", "x"), event("a", "x", "z"), event("b", "z"));
    QNModel first = new LogLinearTraining(events, 2, 0.1).fit();
    QNModel second = new LogLinearTraining(events, 2, 0.1).fit();
    String[] all = {"x", "y", "z"};
    assertArrayEquals(first.eval(all), second.eval(all));
    assertArrayEquals(first.eval(all), first.eval(new String[] {"x", "z"}));
  }

  private static Event event(String outcome, String... features) {
    return new Event(outcome, Arrays.copyOf(features, features.length));
  }
}
