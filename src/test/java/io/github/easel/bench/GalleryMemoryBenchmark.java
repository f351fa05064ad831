package io.github.easel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a collection of 100,000 pictures adds to the memory of a program that opens and searches it:
 * one process fills, a fresh one opens, finds, shows the first page, searches by words and by look;
 * the same over an empty folder is the base. Java is started as Easel's own scripts start it.
 * {@code -Deasel.gallery.pictures=N} takes another number. On Linux only.
 */
class GalleryMemoryBenchmark {

  private static final Logger LOG = LoggerFactory.getLogger(GalleryMemoryBenchmark.class);
  private static final String PICTURES = System.getProperty("easel.gallery.pictures", "100000");

  @TempDir private Path folder;

  @Test
  void opensAndSearches() throws IOException, InterruptedException {
    Assumptions.assumeTrue(Files.exists(Path.of("/proc/self/status")), "no Linux");
    run("fill", folder.resolve("pictures"), folder.resolve("data"));
    for (int round = 1; round <= 3; round++) {
      List<String[]> base = run("use", folder.resolve("none"), folder.resolve("other"));
      List<String[]> full = run("use", folder.resolve("pictures"), folder.resolve("data"));
      assertThat(full).hasSameSizeAs(base);
      for (int i = 0; i < full.size(); i++) {
        LOG.info(
            "round {}, {}: {} MB, at most {} MB; base {} and {}; over it {} and {}",
            round,
            full.get(i)[2],
            mega(full.get(i)[0]),
            mega(full.get(i)[1]),
            mega(base.get(i)[0]),
            mega(base.get(i)[1]),
            mega(full.get(i)[0]) - mega(base.get(i)[0]),
            mega(full.get(i)[1]) - mega(base.get(i)[1]));
      }
    }
  }

  private static long mega(String kib) {
    return Long.parseLong(kib) * 1024 / 1_000_000;
  }

  private static List<String[]> run(String what, Path pictures, Path data)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-cp"));
    command.add(System.getProperty("java.class.path"));
    command.add(GalleryMemoryProgram.class.getName());
    command.addAll(List.of(what, pictures.toString()));
    command.add(System.getProperty("easel.home", "."));
    command.addAll(List.of(data.toString(), PICTURES));
    Process process = new ProcessBuilder(command).redirectError(Redirect.INHERIT).start();
    List<String[]> said = new ArrayList<>();
    String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    all.lines().filter(line -> line.contains("\t")).forEach(line -> said.add(line.split("\t", -1)));
    assertThat(process.waitFor()).isZero();
    return said;
  }
}
