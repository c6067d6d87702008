package dev.kindred.cli;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;

/** Every command's help can be shown: its texts are format strings. */
class HelpTest {

  static List<CommandLine> commands() {
    List<CommandLine> commands = new ArrayList<>();
    add(commands, Main.commandLine());
    assertTrue(commands.size() > 20, commands.size() + " commands");
    return commands;
  }

  private static void add(List<CommandLine> commands, CommandLine command) {
    commands.add(command);
    command.getSubcommands().values().stream().distinct().forEach(sub -> add(commands, sub));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void textsAreFormatStrings(CommandLine command) {
    CommandSpec spec = command.getCommandSpec();
    Stream<String> texts =
        Stream.concat(
            Arrays.stream(spec.usageMessage().description()),
            spec.args().stream().map(ArgSpec::description).flatMap(Arrays::stream));
    texts.forEach(text -> assertDoesNotThrow(() -> text.formatted(), text));
  }
}
