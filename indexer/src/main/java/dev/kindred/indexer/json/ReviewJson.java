package dev.kindred.indexer.json;

import dev.kindred.model.InvalidFieldException;
import dev.kindred.model.Review;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/**
 * A review's JSON form. What a review does not have is left out when writing.
 *
 * <p>A review without {@code review_id} gets one from its content: sent twice, it counts once.
 */
public final class ReviewJson {
  /** Every field of the form, in the order of writing. */
  public static final List<String> FIELDS =
      List.of("review_id", "product", "user", "stars", "title", "text", "time");

  /** Stands in while the real id is computed from the rest. */
  private static final String NO_ID = "-";

  private ReviewJson() {}

  /**
   * @throws MalformedJsonException if the text is not JSON
   * @throws UnknownFieldException if a field is not part of the form
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  public static Review read(String text) {
    return read(Json.parse(text));
  }

  /**
   * @throws UnknownFieldException if a field is not part of the form
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  public static Review read(JsonNode json) {
    Fields fields = new Fields(json, "review", FIELDS, "");
    Optional<String> id = fields.text("review_id");
    Review review =
        new Review(
            id.orElse(NO_ID),
            fields.requiredText("product"),
            fields.text("user"),
            fields.number("stars", "a number from 0 to 5"),
            fields.text("title").orElse(""),
            fields.text("text").orElse(""),
            fields.instant("time"));
    return id.isPresent() ? review : withContentId(review);
  }

  /** The same review with the id that its content gives. */
  public static Review withContentId(Review review) {
    String content = Json.text(out -> write(review, false, out));
    return new Review(
        ContentId.of(content),
        review.product(),
        review.user(),
        review.stars(),
        review.title(),
        review.text(),
        review.time());
  }

  /** The form as compact text. */
  public static String write(Review review) {
    return Json.text(out -> write(review, out));
  }

  /** Writes the form as one JSON object. */
  public static void write(Review review, JsonGenerator out) {
    write(review, true, out);
  }

  private static void write(Review review, boolean withId, JsonGenerator out) {
    out.writeStartObject();
    if (withId) {
      out.writeStringProperty("review_id", review.id());
    }
    out.writeStringProperty("product", review.product());
    review.user().ifPresent(u -> out.writeStringProperty("user", u));
    review.stars().ifPresent(s -> Json.writeNumber(out, "stars", s));
    if (!review.title().isEmpty()) {
      out.writeStringProperty("title", review.title());
    }
    if (!review.text().isEmpty()) {
      out.writeStringProperty("text", review.text());
    }
    review.time().ifPresent(t -> out.writeStringProperty("time", t.toString()));
    out.writeEndObject();
  }
}
