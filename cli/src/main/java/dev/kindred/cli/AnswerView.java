package dev.kindred.cli;

import dev.kindred.api.calls.AnswerJson;
import dev.kindred.engine.Answer;
import dev.kindred.engine.Hit;
import dev.kindred.engine.Reason;
import dev.kindred.indexer.catalog.WordMatch;
import dev.kindred.model.Product;
import java.util.List;
import java.util.Locale;

/** Draws an answer for people: a line a product, and below it bars for what makes up its score. */
final class AnswerView {
  private static final int LONGEST_ID = 14;
  private static final int PRICE = 12;
  private static final int SCORE = 8;
  private static final int BAR = 20;
  private static final int MOST_REASONS = 4;
  private static final int MOST_FIELDS = 4;
  private static final String EIGHTHS = " ▏▎▍▌▋▊▉";

  private AnswerView() {}

  static void print(Console console, Answer answer, boolean explain) {
    if (console.json()) {
      console.print(AnswerJson.text(answer, explain));
      return;
    }
    answer
        .correctedQuery()
        .ifPresent(corrected -> console.print("Showing results for " + corrected));
    if (!answer.relaxed().isEmpty()) {
      console.print("Not in every product: " + String.join(", ", answer.relaxed()));
    }
    List<Hit> hits = answer.hits();
    int id =
        Math.min(
            LONGEST_ID, hits.stream().mapToInt(h -> h.product().id().length()).max().orElse(1));
    int title = Math.max(20, console.columns() - 3 - id - PRICE - SCORE - 8);
    for (int rank = 0; rank < hits.size(); rank++) {
      Hit hit = hits.get(rank);
      console.print(
          String.format(
                  Locale.ROOT,
                  "%3d  %s  %s  %s %s",
                  rank + 1,
                  fitted(hit.product().id(), id),
                  fitted(hit.product().title(), title),
                  right(price(hit.product()), PRICE),
                  right(String.format(Locale.ROOT, "%.3f", hit.score()), SCORE))
              .stripTrailing());
      for (Reason reason : hit.why()) {
        console.print(bar(reason));
        reason.words().forEach(word -> console.print(word(word, reason.value())));
      }
    }
    console.say(
        String.format(
            Locale.ROOT,
            "%,d found in %.1f ms%s",
            answer.found(),
            answer.tookMillis(),
            answer.generation() == 0 ? ", nothing trained yet" : ""));
  }

  /** A full bar is worth 1. */
  static String bar(Reason reason) {
    double length = Math.min(1, Math.abs(reason.value())) * BAR;
    int whole = (int) length;
    String drawn = "█".repeat(whole);
    int eighths = (int) ((length - whole) * EIGHTHS.length());
    if (eighths > 0) {
      drawn += EIGHTHS.charAt(eighths);
    }
    String praised =
        reason.praised().isEmpty() ? "" : "  people praise " + String.join(", ", reason.praised());
    String because =
        reason.because().isEmpty()
            ? ""
            : "  because of "
                + String.join(", ", reason.because().stream().limit(MOST_REASONS).toList());
    String rules = reason.rules().isEmpty() ? "" : "  by " + String.join(", ", reason.rules());
    return String.format(
            Locale.ROOT,
            "     %-12s %+.3f %s%s%s",
            reason.signal(),
            reason.value(),
            fitted(drawn, BAR),
            praised + because,
            rules)
        .stripTrailing();
  }

  /** A word of the query: what it is worth, what was found in its place, and where. */
  static String word(WordMatch word, double value) {
    String as = word.as().isEmpty() ? "" : " as " + word.as();
    String fields =
        String.join(", ", word.fields().stream().limit(MOST_FIELDS).toList())
            + (word.fields().size() > MOST_FIELDS ? ", …" : "");
    return String.format(
            Locale.ROOT,
            "         %-16s %+.3f  %s",
            word.word() + as,
            word.share() * value,
            fields.isEmpty() ? "" : "in " + fields)
        .stripTrailing();
  }

  private static String price(Product product) {
    return product
        .price()
        .map(price -> price.toPlainString() + product.currency().map(c -> " " + c).orElse(""))
        .orElse("");
  }

  /** The text in exactly so many columns, shortened with an ellipsis. */
  static String fitted(String text, int columns) {
    int length = text.codePointCount(0, text.length());
    if (length <= columns) {
      return text + " ".repeat(columns - length);
    }
    return text.substring(0, text.offsetByCodePoints(0, columns - 1)) + "…";
  }

  private static String right(String text, int columns) {
    return String.format(Locale.ROOT, "%" + columns + "s", text);
  }
}
