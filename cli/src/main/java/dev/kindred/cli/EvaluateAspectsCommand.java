package dev.kindred.cli;

import dev.kindred.analyzers.language.EnglishReader;
import dev.kindred.analyzers.review.AspectModel;
import dev.kindred.analyzers.review.AspectTraining;
import dev.kindred.analyzers.review.LabelledSentence;
import dev.kindred.analyzers.review.NounCounter;
import dev.kindred.evaluation.AspectExperiment;
import dev.kindred.evaluation.AspectFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kindred evaluate aspects}: how well reviews are read. */
@Command(
    name = "aspects",
    description = {
      "Find aspect terms and their sentiment in labelled sentences, and compare.",
      "",
      "Forms: segments (three lines each: the sentence with $T$ in place of a term, the term, -1, 0"
          + " or 1), MAMS XML, ACOS lines. A term counts when all its words agree; the relaxed"
          + " figure wants one word in common. Sentiment is judged on the labelled terms.",
      "",
      "All sentences are looked at once before, without their labels, to see how they use their"
          + " nouns; --alone leaves that out. The model is the one that Kindred brings along, or one"
          + " trained on --train and written with --write.",
      ""
    })
final class EvaluateAspectsCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;

  @Option(
      names = "--file",
      required = true,
      paramLabel = "FILE",
      description = "Labelled sentences.")
  private Path file;

  @Option(
      names = "--train",
      paramLabel = "FILE",
      description = "Labelled sentences to train a model on first.")
  private @Nullable Path train;

  @Option(
      names = "--write",
      paramLabel = "FOLDER",
      description = "Where the trained model's two files go.")
  private @Nullable Path folder;

  @Option(names = "--alone", description = "Read each sentence without knowing the others.")
  private boolean alone;

  EvaluateAspectsCommand() {}

  @Override
  public Integer call() throws IOException {
    AspectFile files = new AspectFile(new EnglishReader());
    AspectModel model = model(files);
    List<LabelledSentence> sentences = files.read(file);
    NounCounter counter = new NounCounter();
    if (!alone) {
      sentences.forEach(labelled -> counter.add(labelled.sentence()));
    }
    Figures.print(
        shared.console(), AspectExperiment.run(model.knowing(counter.usage()), sentences));
    return 0;
  }

  private AspectModel model(AspectFile files) throws IOException {
    if (train == null) {
      return AspectModel.bundled();
    }
    AspectTraining training = new AspectTraining(files.read(train));
    if (folder != null) {
      training.write(folder);
    }
    return training.model();
  }
}
