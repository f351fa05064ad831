package io.github.easel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Runs a program of the tests until it is killed (SIGKILL) at a moment that nobody chose. */
public final class KilledProgram {

  private KilledProgram() {}

  /** A Java of its own that runs the class, on this one's class path; started quickly. */
  public static ProcessBuilder java(Class<?> program, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
  }

  /**
   * Lets it say some lines, lets it go on for a moment and kills it.
   *
   * @param lines it is killed after less than so many
   * @param millis and less than so many milliseconds
   * @return all whole lines that it said
   */
  public static List<String> run(ProcessBuilder program, Random random, int lines, int millis)
      throws IOException, InterruptedException {
    Process process = program.start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      List<String> said = new ArrayList<>();
      for (int i = random.nextInt(lines); i >= 0; i--) {
        String line = out.readLine();
        if (line == null) {
          throw new IllegalStateException("it ended by itself with " + process.waitFor());
        }
        said.add(line);
      }
      // it goes on meanwhile
      if (process.waitFor(random.nextInt(millis), TimeUnit.MILLISECONDS)) {
        throw new IllegalStateException("it ended by itself with " + process.exitValue());
      }
      // by its handle, which leaves what it said to be read
      process.toHandle().destroyForcibly();
      process.waitFor();
      StringBuilder rest = new StringBuilder();
      for (int letter = out.read(); letter >= 0; letter = out.read()) {
        rest.append((char) letter);
      }
      int end = rest.lastIndexOf("\n") + 1; // the last line may be torn
      said.addAll(rest.substring(0, end).lines().filter(line -> !line.isEmpty()).toList());
      return said;
    } finally {
      process.destroyForcibly();
    }
  }
}
