package dev.kindred.indexer.ingest;

import dev.kindred.indexer.json.EventJson;
import dev.kindred.indexer.json.ProductJson;
import dev.kindred.indexer.json.ReviewJson;
import java.util.List;

/** What the records of a file are. */
public enum RecordKind {
  PRODUCTS(Target.PRODUCT, ProductJson.FIELDS, List.of("id", "title")),
  EVENTS(Target.EVENT, EventJson.FIELDS, List.of("product")),
  REVIEWS(Target.REVIEW, ReviewJson.FIELDS, List.of("product"));

  private final List<Target> targets;
  private final List<String> fields;
  private final List<String> needed;

  RecordKind(List<Target> targets, List<String> fields, List<String> needed) {
    this.targets = targets;
    this.fields = fields;
    this.needed = needed;
  }

  List<Target> targets() {
    return targets;
  }

  /** Our own names of the fields. */
  List<String> fields() {
    return fields;
  }

  /** Fields without which no record of the file can be used. */
  List<String> needed() {
    return needed;
  }
}
