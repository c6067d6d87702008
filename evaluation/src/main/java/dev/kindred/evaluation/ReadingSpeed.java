package dev.kindred.evaluation;

import dev.kindred.analyzers.language.EnglishReader;
import dev.kindred.analyzers.language.Sentence;
import dev.kindred.analyzers.review.ReviewReader;
import dev.kindred.model.Review;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How fast reviews are read by one thread: language, sentences, tokens, parts of speech, lemmas,
 * aspects and sentiment, by a reader that knows how the reviews use their nouns. Once to warm up,
 * then several times over; the median counts, both of the thread's own processor time and of the
 * time on the clock, which other work on the machine lengthens.
 */
public final class ReadingSpeed {
  private static final int TIMES = 5;
  private static final double NANOS = 1e9;

  private ReadingSpeed() {}

  /** Figures by name, to be written as one JSON object. */
  public static Map<String, Object> of(List<Review> reviews) {
    EnglishReader english = new EnglishReader();
    long tokens = 0;
    for (Review review : reviews) {
      for (Sentence sentence : english.read(review.title() + ".\n" + review.text())) {
        tokens += sentence.tokens().size();
      }
    }
    ReviewReader reader = new ReviewReader().knowing(reviews);
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] own = new double[TIMES];
    double[] clock = new double[TIMES];
    long opinions = 0;
    for (int time = -1; time < TIMES; time++) {
      long ownStart = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      opinions = 0;
      for (Review review : reviews) {
        opinions += reader.read(review).opinions().size();
      }
      if (time >= 0) {
        clock[time] = tokens * NANOS / (System.nanoTime() - start);
        own[time] = tokens * NANOS / (threads.getCurrentThreadCpuTime() - ownStart);
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("tokens_per_cpu_second", Math.round(median(own)));
    figures.put("tokens_per_second", Math.round(median(clock)));
    figures.put("reviews", reviews.size());
    figures.put("tokens", tokens);
    figures.put("opinions", opinions);
    return figures;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
