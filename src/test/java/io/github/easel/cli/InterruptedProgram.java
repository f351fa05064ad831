package io.github.easel.cli;

import java.nio.file.Path;
import java.util.Locale;

/** A program of its own whose picture goes on until it is cancelled; see {@link InterruptsTest}. */
final class InterruptedProgram {

  private InterruptedProgram() {}

  public static void main(String[] args) {
    FakeServices services = new FakeServices();
    services.atStep = Thread::onSpinWait;
    // As the launcher does: it must not keep the process from ending.
    System.exit(
        new CommandLineProgram(
                new Surroundings(
                    services::open,
                    () -> 0,
                    (shots, scale) -> {},
                    Streams.system(),
                    Locale.ENGLISH,
                    Path.of(args[0]),
                    "Easel"))
            .run("generate", "a", "--json", "--steps", "2", "--count", "10000", "--output", "x/"));
  }
}
