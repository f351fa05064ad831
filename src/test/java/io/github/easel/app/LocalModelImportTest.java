package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.ModelImport.Copying;
import io.github.easel.app.ModelImport.Found;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.ModelPackages;
import io.github.easel.model.TinyCheckpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
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
    imports =
        new LocalModelImport(
            models, () -> List.of(folder.resolve("program"), models), kind -> folder);
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
    try (Copying copying = imports.copy(found, Optional.empty())) {
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
    try (Copying again = imports.copy(found, Optional.empty())) {
      assertThat(again.name()).isEqualTo("dream-2");
    }
  }

  @Test
  void leavesNothingBehindWhenItIsCancelled() throws IOException {
    try (Copying copying =
        imports.copy(look(model(downloads.resolve("dream"))), Optional.empty())) {
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
    try (Copying copying = imports.copy(found, Optional.empty())) {
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

  private static Path link(Path link, Path to) {
    try {
      Files.createDirectories(link.getParent());
      return Files.createSymbolicLink(link, to);
    } catch (IOException | UnsupportedOperationException e) {
      return Assumptions.abort("links cannot be made here: " + e);
    }
  }

  private void copied(Found found) {
    try (Copying copying = imports.copy(found, Optional.empty())) {
      while (!copying.proceed()) {
        assertThat(copying.share()).isLessThanOrEqualTo(1);
      }
    }
  }

  @Test
  void copiesWhatLinksLeadTo() throws IOException {
    Path real = model(downloads.resolve("dream"));
    Path linked = link(downloads.resolve("links").resolve("mine"), real);
    copied(look(linked));
    Path parts = model(downloads.resolve("parts"));
    Path unet = parts.resolve("unet");
    Files.move(unet, downloads.resolve("elsewhere"));
    link(unet, downloads.resolve("elsewhere"));
    Path graph = parts.resolve("vae_decoder").resolve("model.onnx");
    Files.move(graph, downloads.resolve("0a1b2c"));
    link(graph, downloads.resolve("0a1b2c"));
    Found found = look(parts);
    assertThat(look(graph)).isEqualTo(found);
    assertThat(found.bytes()).isEqualTo(FILES.stream().mapToLong(String::length).sum());
    copied(found);
    for (String name : FILES) {
      assertThat(models.resolve("mine").resolve(name)).content().isEqualTo(name);
      assertThat(models.resolve("parts").resolve(name)).content().isEqualTo(name);
    }
  }

  @Test
  void knowsWhatIsAtHandThroughALink() throws IOException {
    Path mine = model(models.resolve("mine"));
    assertThat(look(link(downloads.resolve("mine"), mine)).atHand()).isTrue();
    Path elsewhere = model(downloads.resolve("dream"));
    assertThat(look(link(models.resolve("dream"), elsewhere)).atHand()).isTrue();
  }

  @Test
  void refusesLinksThatGoRound() throws IOException {
    Path root = model(downloads.resolve("dream"));
    link(root.resolve("round"), root);
    assertThatThrownBy(() -> imports.look(root))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE));
  }

  @Test
  void neverShowsACopyThatLacksAPart() throws IOException {
    Path root = model(downloads.resolve("dream"));
    Found found = look(root);
    Files.delete(root.resolve("unet").resolve("model.onnx"));
    assertThatThrownBy(() -> copied(found))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.MODEL_FILE_MISSING));
    assertThat(inData()).containsExactly(models);
    assertThat(models).isEmptyDirectory();
  }

  @Test
  void copiesASingleFileWithItsConfigFolder() throws IOException {
    Path whole = TinyCheckpoint.folder(downloads.resolve("whole"));
    Path file = TinyCheckpoint.file(whole, downloads.resolve("dream.safetensors"));
    Files.writeString(downloads.resolve("dream.easel.json"), "{\"steps\": 3}");
    Found found = look(file);
    assertThat(found.name()).isEqualTo("dream");
    assertThat(found.folder()).isEqualTo(file);
    assertThat(found.atHand()).isFalse();
    for (String copy : List.of("dream", "dream-2")) {
      try (Copying copying = imports.copy(found, Optional.of(whole))) {
        assertThat(copying.name()).isEqualTo(copy);
        while (!copying.proceed()) {
          assertThat(models.resolve(copy + ".safetensors")).doesNotExist();
        }
      }
      assertThat(models.resolve(copy + ".safetensors")).hasSameBinaryContentAs(file);
      assertThat(models.resolve(copy + ".easel.json")).exists();
      assertThat(models.resolve(copy).resolve("unet/config.json")).exists();
      assertThat(models.resolve(copy).resolve("tokenizer/vocab.json")).exists();
      assertThat(models.resolve(copy).resolve("unet"))
          .isDirectoryNotContaining("glob:**.safetensors");
    }
    assertThat(inData()).containsExactly(models);
    Path copied = models.resolve("dream.safetensors");
    assertThat(look(copied).atHand()).isTrue();
    ModelPackage model = ModelPackages.at(copied);
    assertThat(model.settings().sampling().steps()).isEqualTo(3);
    assertThat(model.tokenizer()).isPresent();
  }

  @Test
  void knowsADiffusersFolderByItsWeights() throws IOException {
    Path whole = TinyCheckpoint.folder(downloads.resolve("whole"));
    Path weights = whole.resolve("unet").resolve("diffusion_pytorch_model.safetensors");
    assertThat(look(weights).folder()).isEqualTo(whole);
    copied(look(whole));
    assertThat(ModelPackages.at(models.resolve("whole")).name()).isEqualTo("whole");
  }
}
