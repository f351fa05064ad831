package io.github.easel.cli;

import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * The command line as a program of its own, over real services whose folders are the test's: the
 * first argument is the folder of models, the second that of data, the rest is the command.
 */
final class TeachingProgram {

  private TeachingProgram() {}

  public static void main(String[] args) {
    Path data = Path.of(args[1]);
    Places places = new Places(Path.of(args[0]), data, data.resolve("pictures"));
    // as the launcher does: what cleans up must not keep the process from ending
    System.exit(
        new CommandLineProgram(
                new Surroundings(
                    options -> LocalServices.open(places, options),
                    () -> 0,
                    (shots, scale) -> {},
                    Streams.system(),
                    Locale.ENGLISH,
                    Path.of(args[0]),
                    "Easel"))
            .run(Arrays.copyOfRange(args, 2, args.length)));
  }
}
