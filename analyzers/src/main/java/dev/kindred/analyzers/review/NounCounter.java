package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Sentence;
import dev.kindred.analyzers.language.Token;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts how texts use their nouns. Memory grows with the different words: give it a sample of many
 * texts. For one thread; the order of sentences does not matter.
 */
public final class NounCounter {
  private static final Set<String> IN_FRONT = Set.of("ADJ", "VERB", "NOUN", "PROPN", "ADV");
  /* So many occurrences of an average noun are added to each, lest few say much. */
  private static final double DOUBT = 10;
  private static final double[] STEPS = {-0.8, -0.3, 0.3, 0.8};
  private static final double ITSELF = 1.2;
  private static final int ITSELF_AT_LEAST = 3;
  private static final int TIED_AT_LEAST = 5;
  private static final double TIED_SHARE = 0.5;
  private static final int PER = 1_000;

  private final OpinionWords opinions;
  private final Map<String, Noun> nouns = new HashMap<>();
  private final Map<String, Integer> words = new HashMap<>();
  private final Map<String, Map<String, Integer>> pairs = new HashMap<>();
  private final Noun all = new Noun();

  public NounCounter() {
    this(new OpinionWords());
  }

  NounCounter(OpinionWords opinions) {
    this.opinions = opinions;
  }

  private static final class Noun {
    private int count;
    private int heads;
    private int pointedAt;
    private final int[] uses = new int[NounUse.values().length];

    void add(NounUse.Place place) {
      count++;
      for (NounUse use : NounUse.values()) {
        uses[use.ordinal()] += use.holds(place) ? 1 : 0;
      }
      if (NounUse.HEAD.holds(place)) {
        heads++;
        String before = place.before();
        pointedAt += before.equals("this") || before.equals("these") ? 1 : 0;
      }
    }
  }

  /** Takes a sentence into account. */
  public void add(Sentence sentence) {
    List<Token> tokens = sentence.tokens();
    double[] scores = new double[tokens.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = opinions.of(tokens.get(i));
    }
    for (int i = 0; i < scores.length; i++) {
      Token token = tokens.get(i);
      words.merge(token.lemma(), 1, Integer::sum);
      if (token.isNoun()) {
        NounUse.Place place = NounUse.Place.of(sentence, i, scores);
        nouns.computeIfAbsent(token.lemma(), l -> new Noun()).add(place);
        all.add(place);
        if (i > 0 && IN_FRONT.contains(tokens.get(i - 1).tag())) {
          pairs
              .computeIfAbsent(token.lemma(), l -> new HashMap<>())
              .merge(tokens.get(i - 1).lemma(), 1, Integer::sum);
        }
      }
    }
  }

  /** What was counted so far, summed up. */
  public NounUsage usage() {
    Map<String, String> profiles = new HashMap<>();
    Set<String> themselves = new HashSet<>();
    double pointed = (double) all.pointedAt / Math.max(1, all.heads);
    nouns.forEach((lemma, noun) -> {
      profiles.put(lemma, profile(noun));
      double more = (noun.pointedAt + DOUBT * pointed) / (noun.heads + DOUBT);
      if (noun.pointedAt >= ITSELF_AT_LEAST && Math.log(more / pointed) > ITSELF) {
        themselves.add(lemma);
      }
    });
    return new NounUsage(profiles, themselves, tied());
  }

  /** Log odds of each use against those of all nouns, then how many there are and what share. */
  private String profile(Noun noun) {
    StringBuilder profile = new StringBuilder();
    for (NounUse use : NounUse.values()) {
      double usual = (all.uses[use.ordinal()] + 1.0) / (all.count + 2.0);
      double own = (noun.uses[use.ordinal()] + DOUBT * usual) / (noun.count + DOUBT);
      double more = Math.log(own / (1 - own)) - Math.log(usual / (1 - usual));
      int step = 0;
      for (double limit : STEPS) {
        step += more > limit ? 1 : 0;
      }
      profile.append(step);
    }
    double perThousand = (double) noun.count / all.count * PER;
    int rank = (int) Math.floor(Math.log(perThousand) / Math.log(2) / 1.5);
    return profile
        .append(Math.min(6, 31 - Integer.numberOfLeadingZeros(noun.count)))
        .append(3 + Math.clamp(rank, -3, 5))
        .toString();
  }

  private Set<String> tied() {
    Set<String> tied = new HashSet<>();
    pairs.forEach((noun, before) ->
        before.forEach((word, together) -> {
          int rarer = Math.min(words.getOrDefault(noun, 1), words.getOrDefault(word, 1));
          if (together >= TIED_AT_LEAST && together >= TIED_SHARE * rarer) {
            tied.add(NounUsage.pair(word, noun));
          }
        }));
    return tied;
  }
}
