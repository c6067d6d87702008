package dev.kindred.evaluation;

import dev.kindred.analyzers.language.Sentence;
import dev.kindred.analyzers.review.AspectModel;
import dev.kindred.analyzers.review.LabelledSentence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How well aspect terms are found in labelled sentences, and how often the sentiment on a labelled
 * term is right. A relaxed match shares at least one word with a labelled term.
 */
public final class AspectExperiment {
  private AspectExperiment() {}

  /** Figures by name, to be written as one JSON object. */
  public static Map<String, Object> run(AspectModel model, List<LabelledSentence> sentences) {
    int labelled = 0;
    int found = 0;
    int exact = 0;
    int relaxedFound = 0;
    int relaxedLabelled = 0;
    int right = 0;
    for (LabelledSentence sentence : sentences) {
      List<Sentence.Phrase> terms = model.terms(sentence.sentence());
      found += terms.size();
      labelled += sentence.terms().size();
      for (LabelledSentence.Term term : sentence.terms()) {
        exact += terms.contains(term.phrase()) ? 1 : 0;
        relaxedLabelled += terms.stream().anyMatch(t -> overlap(t, term.phrase())) ? 1 : 0;
        boolean agrees =
            model.judge(sentence.sentence(), term.phrase()).sentiment() == term.sentiment();
        right += agrees ? 1 : 0;
      }
      for (Sentence.Phrase term : terms) {
        relaxedFound += sentence.terms().stream().anyMatch(t -> overlap(term, t.phrase())) ? 1 : 0;
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("terms_f1", Rounding.of(f1(share(exact, found), share(exact, labelled))));
    figures.put("terms_precision", Rounding.of(share(exact, found)));
    figures.put("terms_recall", Rounding.of(share(exact, labelled)));
    figures.put(
        "terms_f1_relaxed",
        Rounding.of(f1(share(relaxedFound, found), share(relaxedLabelled, labelled))));
    figures.put("sentiment_accuracy", Rounding.of(share(right, labelled)));
    figures.put("sentences", sentences.size());
    figures.put("terms", labelled);
    return figures;
  }

  private static boolean overlap(Sentence.Phrase a, Sentence.Phrase b) {
    return a.from() < b.to() && b.from() < a.to();
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  private static double f1(double precision, double recall) {
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
  }
}
