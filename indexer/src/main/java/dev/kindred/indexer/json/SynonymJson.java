package dev.kindred.indexer.json;

import dev.kindred.model.InvalidFieldException;
import dev.kindred.model.rule.Synonym;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A synonym's JSON form: {@code {"id":"sofa","synonyms":["sofa","couch"]}}, with root one way. */
public final class SynonymJson {
  /** Every field of the form. */
  public static final List<String> FIELDS = List.of("id", "root", "synonyms");

  private SynonymJson() {}

  /**
   * @throws UnknownFieldException if a field is not part of the form
   * @throws InvalidFieldException naming the first field that breaks its rule
   */
  public static Synonym read(JsonNode json) {
    Fields fields = new Fields(json, "synonym", FIELDS, "");
    return new Synonym(fields.requiredText("id"), fields.text("root"), fields.texts("synonyms"));
  }

  /** The form as compact text. */
  public static String write(Synonym synonym) {
    return Json.text(out -> {
      out.writeStartObject();
      out.writeStringProperty("id", synonym.id());
      synonym.root().ifPresent(r -> out.writeStringProperty("root", r));
      out.writeArrayPropertyStart("synonyms");
      synonym.words().forEach(out::writeString);
      out.writeEndArray();
      out.writeEndObject();
    });
  }
}
