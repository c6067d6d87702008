package dev.kindred.analyzers.review;

import dev.kindred.analyzers.language.Sentence;
import dev.kindred.analyzers.language.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What a classifier of sentiment sees of a term in its sentence: the words of its clause with their
 * negation, what the opinion words near it say, and what the rest of the sentence says. No names of
 * things, so that it carries over from one kind of product to another.
 */
final class SentimentFeatures {
  private static final Set<String> CONTRAST =
      Set.of("but", "although", "though", "however", "while", "yet", "except", "whereas");
  private static final Set<String> SPEAKING = Set.of("ADJ", "ADV", "VERB", "INTJ", "AUX", "PART");
  private static final int NEAR = 4;

  private final OpinionWords opinions;

  SentimentFeatures(OpinionWords opinions) {
    this.opinions = opinions;
  }

  /**
   * A sentence with what each of its words says where it stands.
   *
   * @param turned whether a negation stands shortly before the word
   */
  record Words(List<Token> tokens, double[] opinions, boolean[] turned) {}

  Words words(Sentence sentence) {
    List<Token> tokens = sentence.tokens();
    double[] scores = new double[tokens.size()];
    boolean[] turned = new boolean[tokens.size()];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = opinions.at(tokens, i);
      turned[i] = isTurned(tokens, i);
    }
    return new Words(tokens, scores, turned);
  }

  List<String> of(Words words, Sentence.Phrase term) {
    List<Token> tokens = words.tokens();
    int from = clauseStart(tokens, term.from());
    int to = clauseEnd(tokens, term.to());
    List<String> features = new ArrayList<>(60);
    double near = 0;
    double clause = 0;
    double rest = 0;
    double nearest = 0;
    int nearestDistance = Integer.MAX_VALUE;
    boolean turned = false;
    boolean wish = false;
    for (int i = 0; i < tokens.size(); i++) {
      boolean own = i >= term.from() && i < term.to();
      int distance = i < term.from() ? term.from() - i : i - term.to() + 1;
      double score = own ? 0 : words.opinions()[i];
      if (i >= from && i < to) {
        clause += score;
        near += distance <= NEAR ? score : 0;
        turned |= opinions.isTurn(tokens.get(i));
        wish |= opinions.isWish(tokens.get(i));
        if (score != 0 && distance < nearestDistance) {
          nearest = score;
          nearestDistance = distance;
        }
        if (!own && SPEAKING.contains(tokens.get(i).tag())) {
          String word = (words.turned()[i] ? "not " : "") + tokens.get(i).lemma();
          features.add("w=" + word);
          if (distance <= NEAR) {
            features.add("n=" + word);
          }
          if (distance == 1) {
            features.add((i < term.from() ? "l=" : "r=") + word);
          }
        } else if (!own && distance <= 2) {
          features.add("p" + (i < term.from() ? -distance : distance) + "=" + word(tokens.get(i)));
        }
      } else {
        rest += score;
      }
    }
    features.add("near=" + step(near));
    features.add("clause=" + step(clause));
    features.add("rest=" + step(rest));
    features.add("nearest=" + step(nearest) + (nearestDistance <= NEAR));
    features.add("both=" + sign(near) + sign(clause) + sign(rest));
    features.add("turned=" + turned + sign(clause));
    features.add("wish=" + wish + sign(clause));
    features.add("contrast=" + (from > 0) + (to < tokens.size()) + sign(clause) + sign(rest));
    return features;
  }

  /** Names of things stay out; what relates them says something. */
  private static String word(Token token) {
    return token.isNoun() || token.is("NUM") ? token.tag() : token.lemma();
  }

  private boolean isTurned(List<Token> tokens, int i) {
    for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
      if (opinions.isTurn(tokens.get(k))) {
        return true;
      }
    }
    return false;
  }

  private static int clauseStart(List<Token> tokens, int from) {
    for (int i = from - 1; i >= 0; i--) {
      if (isBorder(tokens, i)) {
        return i + 1;
      }
    }
    return 0;
  }

  private static int clauseEnd(List<Token> tokens, int to) {
    for (int i = to; i < tokens.size(); i++) {
      if (isBorder(tokens, i)) {
        return i;
      }
    }
    return tokens.size();
  }

  private static boolean isBorder(List<Token> tokens, int i) {
    Token token = tokens.get(i);
    String text = token.text();
    return CONTRAST.contains(token.lemma())
        || text.equals(";")
        || text.equals(".")
        || text.startsWith("--")
        || (text.equals(",")
            && i + 2 < tokens.size()
            && (tokens.get(i + 1).is("CCONJ")
                || tokens.get(i + 1).is("PRON")
                || tokens.get(i + 1).is("DET")));
  }

  private static String step(double score) {
    return score == 0 ? "0" : score > 0 ? (score > 2.2 ? "++" : "+") : (score < -2.2 ? "--" : "-");
  }

  private static String sign(double score) {
    return score == 0 ? "0" : score > 0 ? "+" : "-";
  }
}
