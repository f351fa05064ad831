package io.github.easel.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/** What is typed at the process's own terminal. */
final class ConsoleAnswers implements Answers {

  private final Supplier<Optional<Console>> console;

  ConsoleAnswers(Supplier<Optional<Console>> console) {
    this.console = console;
  }

  @Override
  public boolean canAnswer() {
    return console.get().isPresent();
  }

  @Override
  public Optional<String> line() {
    return console.get().flatMap(c -> Optional.ofNullable(c.readLine()));
  }

  @Override
  public Optional<String> secret() {
    Optional<Console> terminal = console.get();
    if (terminal.isEmpty()) {
      return firstLine();
    }
    char[] typed = terminal.get().readPassword();
    if (typed == null) {
      return Optional.empty();
    }
    String secret = new String(typed);
    Arrays.fill(typed, ' ');
    return Optional.of(secret);
  }

  private static Optional<String> firstLine() {
    try {
      return Optional.ofNullable(
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine());
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
