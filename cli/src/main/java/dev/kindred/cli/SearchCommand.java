package dev.kindred.cli;

import dev.kindred.analyzers.QueryLanguage;
import dev.kindred.engine.Answer;
import dev.kindred.engine.Kindred;
import dev.kindred.engine.SearchRequest;
import dev.kindred.engine.SearchRequest.Mode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code kindred search}: what matches these words, for this person? */
@Command(name = "search", description = "Show the products that match the words best.")
final class SearchCommand implements Callable<Integer> {
  @Mixin private SharedOptions shared;
  @Mixin private AudienceOptions audience;
  @Mixin private AnswerOptions answer;

  @Parameters(paramLabel = "TEXT", arity = "1..*", description = "What to search for.")
  private List<String> words;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      description = "lexical, semantic or hybrid; hybrid if not given.")
  private Mode mode = Mode.HYBRID;

  @Option(names = "--insist", description = "Search for the words as they are typed.")
  private boolean insist;

  @Option(
      names = "--language",
      converter = Languages.class,
      paramLabel = "CODE",
      description = "Language of the words, such as de; all of the catalogue's if not given.")
  private Optional<QueryLanguage> language = Optional.empty();

  SearchCommand() {}

  @Override
  public Integer call() throws IOException {
    SearchRequest request =
        new SearchRequest(
            String.join(" ", words),
            language,
            audience.audience(),
            answer.filter(),
            List.of(),
            List.of(),
            false,
            answer.page(),
            mode,
            !insist,
            true,
            answer.explain());
    try (Kindred kindred = Shop.openWhole(shared)) {
      Answer found = kindred.search(request);
      AnswerView.print(shared.console(), found, answer.explain());
    }
    return 0;
  }

  /** Reads {@code de} or {@code de-AT}. */
  static final class Languages implements ITypeConverter<QueryLanguage> {
    Languages() {}

    @Override
    public QueryLanguage convert(String given) {
      try {
        return QueryLanguage.of(given);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
