package dev.kindred.evaluation;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kindred.analyzers.language.EnglishReader;
import dev.kindred.analyzers.review.AspectModel;
import dev.kindred.analyzers.review.LabelledSentence;
import dev.kindred.analyzers.review.NounCounter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the bundled model reaches on sentences for development, with a little to spare. */
class AspectExperimentTest {
  @ParameterizedTest
  @CsvSource({
    "semeval14/Laptops_Train.xml.seg, 0.54, 0.60",
    "semeval14/Restaurants_Train.xml.seg, 0.755, 0.69",
    "mams/ATSA.val.xml, 0.715, 0.61"
  })
  void termsAndSentimentsDoNotFallBelowWhatTheyWere(String name, double terms, double sentiment)
      throws IOException {
    Path root = Path.of(System.getProperty("maven.multiModuleProjectDirectory", ".."));
    Path file = root.resolve("../shared/data/absa").resolve(name);
    if (!Files.exists(file)) {
      file = root.resolve("../../shared/data/absa").resolve(name);
    }
    Assumptions.assumeTrue(Files.exists(file), "needs " + file + ", which is not here");
    List<LabelledSentence> sentences = new AspectFile(new EnglishReader()).read(file);
    NounCounter counter = new NounCounter();
    sentences.forEach(labelled -> counter.add(labelled.sentence()));
    Map<String, Object> figures =
        AspectExperiment.run(AspectModel.bundled().knowing(counter.usage()), sentences);
    assertTrue(((Number) figures.get("terms_f1")).doubleValue() >= terms, figures::toString);
    assertTrue(
        ((Number) figures.get("sentiment_accuracy")).doubleValue() >= sentiment, figures::toString);
  }
}
