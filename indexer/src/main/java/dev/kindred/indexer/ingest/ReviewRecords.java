package dev.kindred.indexer.ingest;

import dev.kindred.indexer.json.ReviewJson;
import dev.kindred.model.InvalidFieldException;
import dev.kindred.model.Review;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Makes reviews of a file's records. */
final class ReviewRecords {
  private static final String NO_ID = "-";

  private final FieldMapping mapping;
  private final Warnings warnings;

  ReviewRecords(FieldMapping mapping, Warnings warnings) {
    this.mapping = mapping;
    this.warnings = warnings;
  }

  /**
   * @throws InvalidFieldException naming the field that cannot be used
   */
  Review read(ObjectNode record) {
    Controls.replace(record, warnings);
    if (mapping.exact() && ReviewJson.FIELDS.containsAll(record.propertyNames())) {
      return ReviewJson.read(record);
    }
    Cells cells = new Cells(mapping, record, warnings);
    Optional<String> id = cells.word("review_id");
    Review review =
        new Review(
            id.orElse(NO_ID),
            cells.neededWord("product"),
            cells.word("user"),
            cells.stars("stars"),
            cells.line("title").orElse(""),
            cells.paragraphs("text"),
            cells.word("time").map(t -> Times.parse("time", t)));
    return id.isPresent() ? review : ReviewJson.withContentId(review);
  }
}
