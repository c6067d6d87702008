package dev.kindred.indexer.generation;

import dev.kindred.learn.AutoTuner;
import dev.kindred.learn.LearnerSettings;
import java.util.List;
import java.util.Map;

/**
 * What a training came to.
 *
 * @param generation number of the new generation
 * @param activated whether it serves now
 * @param verdict of the gate, in words
 * @param people and {@code items} and {@code interactions} that were learned from
 * @param figures held-out figures by name: {@code recall@20}, {@code ndcg@20}, ...
 * @param learner what was learned with
 * @param trials what was tried before choosing it; none where it was given or served already
 */
public record TrainingReport(
    int generation,
    boolean activated,
    String verdict,
    int people,
    int items,
    long interactions,
    double seconds,
    Map<String, Double> figures,
    LearnerSettings learner,
    List<AutoTuner.Trial> trials) {}
