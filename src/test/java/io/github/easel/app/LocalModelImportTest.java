package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.ModelImport.Copying;
import io.github.easel.app.ModelImport.Found;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalModelImportTest {

  private static final List<String> FILES =
      List.of(
          "text_encoder/model.onnx",
          "unet/model.onnx",
          "vae_decoder/model.onnx",
          "scheduler/scheduler_config.json");

  private final Path downloads;
  private final Path models;
  private final LocalModelImport imports;

  LocalModelImportTest(@TempDir Path folder) {
    downloads = folder.resolve("downloads");
    models = folder.resolve("data").resolve("models");
    imports = new LocalModelImport(models, List.of(folder.resolve("program"), models));
  }

  private Path model(Path root) throws IOException {
    for (String name : FILES) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, name);
    }
    return root;
  }

  private Found look(Path path) {
    return imports.look(path).orElseThrow();
  }

  private List<Path> inData() throws IOException {
    try (Stream<Path> all = Files.list(models.getParent())) {
      return all.toList();
    }
  }

  @Test
  void knowsAModelByItsFolderAndByItsGraphs() throws IOException {
    Path root = model(downloads.resolve("dream"));
    Found found = look(root);
    assertThat(found.name()).isEqualTo("dream");
    assertThat(found.bytes()).isEqualTo(FILES.stream().mapToLong(String::length).sum());
    assertThat(found.atHand()).isFalse();
    assertThat(look(root.resolve("unet").resolve("model.onnx"))).isEqualTo(found);
    assertThat(look(root.resolve("unet"))).isEqualTo(found);
    assertThat(imports.look(downloads)).isEmpty();
    assertThat(look(model(models.resolve("mine"))).atHand()).isTrue();
  }

  @Test
  void saysWhatAModelLacks() throws IOException {
    Path root = model(downloads.resolve("dream"));
    Files.delete(root.resolve("vae_decoder").resolve("model.onnx"));
    assertThatThrownBy(() -> imports.look(root))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.MODEL_FILE_MISSING));
  }

  @Test
  void copiesPieceByPieceAndShowsOnlyTheWhole() throws IOException {
    Found found = look(model(downloads.resolve("dream")));
    double before = -1;
    try (Copying copying = imports.copy(found)) {
      while (!copying.proceed()) {
        assertThat(copying.share()).isBetween(before, 1.0);
        before = copying.share();
        assertThat(models.resolve("dream")).doesNotExist();
      }
      assertThat(copying.share()).isEqualTo(1);
    }
    for (String name : FILES) {
      assertThat(models.resolve("dream").resolve(name)).content().isEqualTo(name);
    }
    assertThat(inData()).containsExactly(models);
    try (Copying again = imports.copy(found)) {
      assertThat(again.name()).isEqualTo("dream-2");
    }
  }

  @Test
  void leavesNothingBehindWhenItIsCancelled() throws IOException {
    try (Copying copying = imports.copy(look(model(downloads.resolve("dream"))))) {
      assertThat(copying.proceed()).isFalse();
      assertThat(inData()).hasSize(2);
    }
    assertThat(inData()).containsExactly(models);
    assertThat(models).isEmptyDirectory();
  }

  @Test
  void saysWhatCannotBeRead() throws IOException {
    Path root = model(downloads.resolve("dream"));
    Found found = look(root);
    try (Copying copying = imports.copy(found)) {
      Files.delete(root.resolve("unet").resolve("model.onnx"));
      assertThatThrownBy(
              () -> {
                while (!copying.proceed()) {
                  assertThat(copying.share()).isLessThan(1);
                }
              })
          .isInstanceOf(GenerationException.class);
    }
    assertThat(models).isEmptyDirectory();
  }
}
