package io.github.easel.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The command line over fake services, in process, with everything it writes caught. */
final class CommandLineHarness {

  final FakeServices services = new FakeServices();
  final Path folder;
  Locale locale = Locale.ENGLISH;
  boolean terminal;

  /** What the person types. */
  Answers answers = Answers.NOBODY;

  int windowCode;
  int windowsOpened;
  final List<String> screenshots = new ArrayList<>();

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  CommandLineHarness(Path folder) {
    this.folder = folder;
  }

  int run(String... args) {
    return program().run(args);
  }

  CommandLineProgram program() {
    return new CommandLineProgram(
        new Surroundings(
            services::open,
            () -> {
              windowsOpened++;
              return windowCode;
            },
            (shots, scale) -> screenshots.add(shots + " " + scale),
            new Streams(stream(out), stream(err), terminal, answers),
            locale,
            folder,
            "Easel 0.1.0"));
  }

  String out() {
    return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  String err() {
    return err.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
  }

  /** What was written to standard output, one JSON object a line. */
  List<JsonNode> events() {
    ObjectMapper json = new ObjectMapper();
    return out()
        .lines()
        .map(
            line -> {
              try {
                return json.readTree(line);
              } catch (IOException e) {
                throw new UncheckedIOException(line, e);
              }
            })
        .toList();
  }

  /** Names of the files in the current folder, in order. */
  List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, false, StandardCharsets.UTF_8);
  }
}
