package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PairedGainsTest {
  /** Ann .2 and .4, then .6; Bob .5, then 1: means .4 and .8. */
  @Test
  void aPersonCountsOnceHoweverOftenAsked() {
    PairedGains gains = new PairedGains();
    gains.add("old", "ann", 0.2);
    gains.add("old", "ann", 0.4);
    gains.add("old", "bob", 0.5);
    gains.add("new", "bob", 1);
    gains.add("new", "ann", 0.6);
    Map<String, Object> json = new LinkedHashMap<>();
    gains.putMeans("_ndcg", json);
    gains.compareAll("old", json);
    assertEquals(2, gains.people());
    assertEquals(0.4, json.get("old_ndcg"));
    assertEquals(0.8, json.get("new_ndcg"));
    assertEquals(0.4, json.get("new_minus_old"));
    assertEquals(List.of(0.3, 0.5), json.get("new_minus_old_interval"));
    assertTrue((Double) json.get("new_minus_old_p") > 0.4, "two people prove nothing " + json);
  }

  @Test
  void whatWasNotAskedIsNotCompared() {
    PairedGains gains = new PairedGains();
    assertTrue(gains.isEmpty());
    gains.add("old", "ann", 0.2);
    Map<String, Object> json = new LinkedHashMap<>();
    gains.compare("new", "old", json);
    gains.compareAll("new", json);
    assertFalse(gains.isEmpty());
    assertEquals(Map.of(), json);
  }
}
