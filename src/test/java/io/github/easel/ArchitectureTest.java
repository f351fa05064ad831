package io.github.easel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The plan of the house (docs/architecture.md) as rules. Each was seen to fail on a planted
 * violation; docs/adr/0002-gates.md tells how.
 */
class ArchitectureTest {

  private static final String BASE = "io.github.easel";
  private static final int LONGEST_FILE = 400;
  private static final List<String> EVERYWHERE =
      List.of(
          "java.lang..",
          "java.util..",
          "java.io..",
          "java.nio..",
          "java.math..",
          "java.time..",
          "java.security..",
          "java.text..",
          "java.net..",
          "org.jspecify..",
          "org.slf4j..");

  /**
   * Each room: the rooms and libraries that it may import besides itself and {@link #EVERYWHERE}.
   */
  private static final Map<String, List<String>> ROOMS =
      Map.ofEntries(
          Map.entry("generation", List.of()),
          Map.entry("file", List.of("generation")),
          Map.entry("tensor", List.of()),
          Map.entry("random", List.of("tensor")),
          Map.entry("prompt", List.of("generation", "file", "com.fasterxml.jackson..")),
          Map.entry(
              "tokenizer", List.of("generation", "prompt", "file", "com.fasterxml.jackson..")),
          Map.entry("scheduler", List.of("tensor", "random")),
          Map.entry("runtime", List.of("tensor", "generation", "file")),
          Map.entry(
              "runtime.onnx",
              List.of(
                  "runtime",
                  "tensor",
                  "generation",
                  "ai.onnxruntime..",
                  "ai.onnx.proto..",
                  "com.google.protobuf..")),
          Map.entry(
              "runtime.torch", List.of("network", "weights", "tensor", "generation", "ai.djl..")),
          Map.entry("network", List.of("tensor")),
          Map.entry(
              "network.onnx",
              List.of(
                  "network",
                  "weights",
                  "tensor",
                  "generation",
                  "ai.onnx.proto..",
                  "com.google.protobuf..")),
          Map.entry("weights", List.of("tensor", "generation", "file", "com.fasterxml.jackson..")),
          Map.entry(
              "model",
              List.of(
                  "weights",
                  "network",
                  "network.onnx",
                  "tensor",
                  "tokenizer",
                  "file",
                  "runtime",
                  "tensor",
                  "settings",
                  "scheduler",
                  "generation",
                  "com.fasterxml.jackson..")),
          Map.entry(
              "pipeline",
              List.of(
                  "prompt",
                  "tokenizer",
                  "scheduler",
                  "runtime",
                  "model",
                  "image",
                  "tensor",
                  "random",
                  "generation")),
          Map.entry(
              "training",
              List.of(
                  "runtime.torch",
                  "model",
                  "network",
                  "weights",
                  "tokenizer",
                  "scheduler",
                  "tensor",
                  "random",
                  "generation")),
          Map.entry(
              "image",
              List.of(
                  "generation",
                  "prompt",
                  "file",
                  "com.fasterxml.jackson..",
                  "java.awt..",
                  "javax.imageio..",
                  "org.w3c.dom..",
                  "com.twelvemonkeys..",
                  "com.luciad..")),
          Map.entry(
              "metadata",
              List.of(
                  "generation",
                  "prompt",
                  "image",
                  "file",
                  "com.fasterxml.jackson..",
                  "com.drew..")),
          Map.entry("canvas", List.of("generation", "file", "image", "com.fasterxml.jackson..")),
          Map.entry(
              "gallery",
              List.of(
                  "generation",
                  "prompt",
                  "file",
                  "image",
                  "metadata",
                  "com.fasterxml.jackson..",
                  "java.sql..",
                  "org.sqlite..")),
          Map.entry(
              "hub", List.of("generation", "file", "com.fasterxml.jackson..", "javax.net.ssl..")),
          Map.entry("task", List.of("generation")),
          Map.entry("settings", List.of("generation", "file", "com.fasterxml.jackson..")),
          Map.entry(
              "app",
              List.of(
                  "generation",
                  "file",
                  "tensor",
                  "random",
                  "prompt",
                  "tokenizer",
                  "scheduler",
                  "runtime",
                  "runtime.onnx",
                  "weights",
                  "model",
                  "pipeline",
                  "training",
                  "image",
                  "metadata",
                  "task",
                  "settings",
                  "canvas",
                  "gallery",
                  "hub",
                  "com.fasterxml.jackson..",
                  "com.sun.management..",
                  "javax.sound.sampled..")),
          Map.entry("app.grid", List.of("app", "generation", "file", "image")),
          Map.entry(
              "app.gallery",
              List.of("app", "gallery", "generation", "file", "image", "com.fasterxml.jackson..")),
          Map.entry("app.paint", List.of("app", "generation", "canvas", "file", "image")),
          Map.entry(
              "cli",
              List.of(
                  "app",
                  "app.gallery",
                  "app.grid",
                  "app.paint",
                  "generation",
                  "gallery",
                  "hub",
                  "task",
                  "picocli..",
                  "com.fasterxml.jackson..")),
          Map.entry(
              "ui",
              List.of(
                  "app",
                  "app.gallery",
                  "app.paint",
                  "generation",
                  "task",
                  "settings",
                  "canvas",
                  "gallery",
                  "hub",
                  "javafx..",
                  "atlantafx..",
                  "org.kordamp.ikonli..")));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(BASE);

  @TestFactory
  Stream<DynamicTest> roomsImportOnlyWhatThePlanAllows() {
    return ROOMS.entrySet().stream()
        .map(room -> DynamicTest.dynamicTest(room.getKey(), () -> check(room)));
  }

  private static void check(Map.Entry<String, List<String>> room) {
    // runtime.onnx is a room of its own; ui holds one folder a screen
    String inside = BASE + "." + room.getKey() + (room.getKey().equals("ui") ? ".." : "");
    List<String> allowed = new ArrayList<>(EVERYWHERE);
    allowed.add(inside);
    for (String other : room.getValue()) {
      allowed.add(other.endsWith("..") ? other : BASE + "." + other);
    }
    classes()
        .that()
        .resideInAPackage(inside)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed.toArray(String[]::new))
        .check(CLASSES);
  }

  @Test
  void everyPackageIsARoomOfThePlan() {
    List<String> strangers =
        CLASSES.stream()
            .map(c -> c.getPackageName())
            .distinct()
            .filter(name -> !name.equals(BASE))
            .map(name -> name.substring(BASE.length() + 1))
            .map(name -> name.startsWith("ui.") ? "ui" : name)
            .filter(name -> !ROOMS.containsKey(name))
            .toList();
    assertThat(strangers).isEmpty();
  }

  @Test
  void roomsFormNoCycles() {
    slices().matching(BASE + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void onlyTheTaskRoomMakesThreads() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".task")
        .should()
        .callConstructor(Thread.class, Runnable.class)
        .orShould()
        .callConstructor(Thread.class, Runnable.class, String.class)
        .orShould()
        .callConstructor(Thread.class, String.class)
        .orShould()
        .callConstructor(Thread.class)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            java.util.concurrent.Executors.class,
            java.util.concurrent.ForkJoinPool.class,
            java.util.Timer.class)
        .orShould()
        .callMethod(java.util.Collection.class, "parallelStream")
        .check(CLASSES);
  }

  /** So that nothing but somebody's own wish for a model makes a connection. */
  @Test
  void onlyTheHubConnects() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE + ".hub")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "javax.net..")
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(
            java.net.Socket.class,
            java.net.ServerSocket.class,
            java.net.DatagramSocket.class,
            java.net.InetAddress.class,
            java.net.URLConnection.class,
            java.nio.channels.SocketChannel.class)
        .orShould()
        .callMethod(java.net.URL.class, "openStream")
        .orShould()
        .callMethod(java.net.URL.class, "openConnection")
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineAndTheLauncherPrint() {
    noClasses()
        .that()
        .resideOutsideOfPackages(BASE, BASE + ".cli")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }

  @Test
  void onlyTheLauncherEndsTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackage(BASE)
        .should()
        .callMethod(System.class, "exit", int.class)
        .check(CLASSES);
  }

  @Test
  void everyPackageRefusesNullsByDefault() {
    classes()
        .that()
        .haveSimpleName("package-info")
        .should()
        .beAnnotatedWith(org.jspecify.annotations.NullMarked.class)
        .check(CLASSES);
  }

  @Test
  void filesStayShort() throws IOException {
    List<String> tooLong = new ArrayList<>();
    try (Stream<Path> files = Files.walk(sources())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          long count = lines.count();
          if (count > LONGEST_FILE) {
            tooLong.add(file + ": " + count + " lines");
          }
        }
      }
    }
    assertThat(tooLong).isEmpty();
  }

  private static Path sources() {
    return Path.of(System.getProperty("easel.home", ".")).resolve("src");
  }
}
