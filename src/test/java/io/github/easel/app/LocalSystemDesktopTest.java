package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalSystemDesktop.Kind;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalSystemDesktopTest {

  private final Path file;
  private final List<List<String>> commands = new ArrayList<>();
  private int exitCode;

  LocalSystemDesktopTest(@TempDir Path folder) throws IOException {
    file = Files.createFile(folder.resolve("a, fox.png"));
  }

  private SystemDesktop desktop(Kind kind) {
    return new LocalSystemDesktop(
        kind,
        command -> {
          commands.add(command);
          if (command.get(0).equals("dbus-send")) {
            throw new IOException("not installed");
          }
          return CompletableFuture.completedFuture(exitCode);
        });
  }

  private static boolean succeeded(CompletionStage<Void> stage) {
    CompletableFuture<Void> future = stage.toCompletableFuture();
    return future.isDone() && !future.isCompletedExceptionally();
  }

  @Test
  void selectsTheFileWhereTheSystemKnowsHowTo() {
    exitCode = 1; // Explorer's answer when all went well
    assertThat(succeeded(desktop(Kind.WINDOWS).reveal(file))).isTrue();
    exitCode = 0;
    assertThat(succeeded(desktop(Kind.MAC).reveal(file))).isTrue();
    assertThat(commands)
        .containsExactly(
            List.of("explorer.exe", "/select," + file), List.of("open", "-R", file.toString()));
  }

  @Test
  void opensTheFolderWhereNoFileManagerListens() {
    assertThat(succeeded(desktop(Kind.FREE).reveal(file))).isTrue();
    assertThat(commands.get(0)).anyMatch(part -> part.endsWith("a%2C%20fox.png"));
    assertThat(commands.get(1)).containsExactly("xdg-open", String.valueOf(file.getParent()));
  }

  @Test
  void tellsThatTheSystemRefused() {
    exitCode = 3;
    CompletionStage<Void> opened = desktop(Kind.FREE).open(file);
    Throwable thrown = opened.handle((done, failure) -> failure).toCompletableFuture().join();
    Throwable cause = thrown instanceof GenerationException ? thrown : thrown.getCause();
    assertThat(cause)
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.DESKTOP_UNAVAILABLE));
  }

  @Test
  void startsNothingForAFileThatIsGone() {
    assertThat(succeeded(desktop(Kind.MAC).open(file.resolveSibling("gone.png")))).isFalse();
    assertThat(commands).isEmpty();
  }

  @Test
  void knowsTheSystems() {
    assertThat(LocalSystemDesktop.kind("Windows 11")).isEqualTo(Kind.WINDOWS);
    assertThat(LocalSystemDesktop.kind("Mac OS X")).isEqualTo(Kind.MAC);
    assertThat(LocalSystemDesktop.kind("Linux")).isEqualTo(Kind.FREE);
  }
}
