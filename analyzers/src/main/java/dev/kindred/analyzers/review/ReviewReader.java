package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Cut;
import dev.kindred.analyzers.language.EnglishReader;
import dev.kindred.analyzers.language.LanguageDetector;
import dev.kindred.analyzers.language.Sentence;
import dev.kindred.model.Review;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/**
 * Reads reviews: which aspects they mention and what they think of them.
 *
 * <p>The stars are a prior: five stars make praise likelier, one star blame, a little. A review has
 * one opinion on an aspect however often it mentions it, so that nobody counts twice by repeating
 * himself. Safe for many threads; the same review always reads the same. Loading takes seconds:
 * make one and keep it.
 */
public final class ReviewReader {
  private static final Pattern MARKUP = Pattern.compile("<[^<>]{0,500}>");
  private static final Pattern ENTITY = Pattern.compile("&(#\\d{1,6}|\\w{2,8});");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cc}&&[^\\n\\t]]");
  private static final int LONGEST = 20_000;
  private static final int LONGEST_SENTENCE = 300;
  private static final int MOST_SENTENCES = 200;
  private static final double MIDDLE_STARS = 3;
  private static final double STAR = 0.25;

  private final LanguageDetector languages;
  private final EnglishReader english;
  private final AspectModel aspects;

  /** A reader that knows no review yet. */
  public ReviewReader() {
    this(new LanguageDetector(), new EnglishReader(), AspectModel.bundled());
  }

  private ReviewReader(LanguageDetector languages, EnglishReader english, AspectModel aspects) {
    this.languages = languages;
    this.english = english;
    this.aspects = aspects;
  }

  /**
   * A reader that knows how some reviews use their nouns, and so which things those like them speak
   * of.
   *
   * @param some of the reviews that are to be read; a few thousand say what there is to know
   */
  public ReviewReader knowing(Collection<Review> some) {
    NounCounter counter = new NounCounter();
    for (Review review : some) {
      String text = text(review);
      if (text.chars().anyMatch(Character::isLetter) && isEnglish(text)) {
        sentences(text).forEach(counter::add);
      }
    }
    return new ReviewReader(languages, english, aspects.knowing(counter.usage()));
  }

  private static String text(Review review) {
    return plain(review.title() + ".\n" + review.text());
  }

  private boolean isEnglish(String text) {
    return languages.detect(text, "en").map(guess -> guess.code().equals("en")).orElse(false);
  }

  private List<Sentence> sentences(String text) {
    List<Sentence> sentences = english.read(text);
    return sentences.subList(0, Math.min(MOST_SENTENCES, sentences.size()));
  }

  /** What a review says. */
  public ReviewFindings read(Review review) {
    String text = text(review);
    if (text.chars().noneMatch(Character::isLetter)) {
      return ReviewFindings.setAside(ReviewFindings.Fate.WITHOUT_WORDS);
    }
    if (!isEnglish(text)) {
      return ReviewFindings.setAside(ReviewFindings.Fate.OTHER_LANGUAGE);
    }
    Map<String, List<ReviewFindings.Opinion>> byAspect = new LinkedHashMap<>();
    for (Sentence sentence : sentences(text)) {
      for (AspectMention mention : aspects.mentions(sentence)) {
        AspectName.of(sentence, mention.phrase())
            .ifPresent(name ->
                byAspect
                    .computeIfAbsent(name, n -> new ArrayList<>())
                    .add(opinion(name, sentence, mention, review.stars())));
      }
    }
    return new ReviewFindings(
        ReviewFindings.Fate.READ, byAspect.values().stream().map(ReviewReader::one).toList());
  }

  /** The strongest of a review's mentions speaks, with the mean of all. */
  private static ReviewFindings.Opinion one(List<ReviewFindings.Opinion> mentions) {
    ReviewFindings.Opinion strongest = mentions.getFirst();
    double positive = 0;
    double negative = 0;
    for (ReviewFindings.Opinion mention : mentions) {
      positive += mention.positive() / mentions.size();
      negative += mention.negative() / mentions.size();
      if (Math.abs(mention.leaning()) > Math.abs(strongest.leaning())) {
        strongest = mention;
      }
    }
    return new ReviewFindings.Opinion(strongest.aspect(), strongest.sentence(), positive, negative);
  }

  private static ReviewFindings.Opinion opinion(
      String name, Sentence sentence, AspectMention mention, OptionalDouble stars) {
    double tilt = stars.isPresent() ? STAR * (stars.getAsDouble() - MIDDLE_STARS) : 0;
    double positive = mention.positive() * Math.exp(tilt);
    double negative = mention.negative() * Math.exp(-tilt);
    double neutral = Math.max(0, 1 - mention.positive() - mention.negative());
    double sum = positive + negative + neutral;
    String text = sentence.text();
    return new ReviewFindings.Opinion(
        name, Cut.at(text, LONGEST_SENTENCE), positive / sum, negative / sum);
  }

  /** Without markup and invisible characters. */
  private static String plain(String text) {
    String read = Cut.at(text, LONGEST);
    String unmarked = ENTITY.matcher(MARKUP.matcher(read).replaceAll(" ")).replaceAll(" ");
    return INVISIBLE.matcher(unmarked).replaceAll("");
  }
}
