package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFileTest {

  private final Path folder;

  PictureFileTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void loneSurrogatesAndNulsSurviveInOurRecord() {
    Path file = folder.resolve("a.png");
    Provenance provenance = Samples.provenance("x\uD83C y\0z", "");

    PictureFile.write(Samples.noise(1, 1, 1), provenance, file);

    assertThat(PictureFile.settings(file)).contains(new PictureSettings.Own(provenance));
  }

  @Test
  void pixelsOfAnyShapeComeBackExactly() {
    Path file = folder.resolve("a.png");
    for (int[] size : new int[][] {{1, 1}, {1, 9}, {257, 3}, {640, 480}}) {
      PixelImage image = Samples.noise(size[0], size[1], size[0]);

      PictureFile.write(image, Samples.provenance("a", ""), file);

      assertThat(PngReader.pixels(file)).isEqualTo(image);
    }
  }

  @Test
  void fallsBackToOtherProgramsText() {
    Path file = folder.resolve("a.png");
    String infotext = "ვაშლი\nSteps: 2, Seed: 1, Size: 512x768";

    PngWriter.write(
        Samples.noise(1, 1, 1),
        Map.of(Infotext.KEYWORD, infotext, ProvenanceJson.KEYWORD, "{\"format\":7}"),
        file);

    assertThat(PictureFile.settings(file))
        .contains(new PictureSettings.Foreign(Infotext.parse(infotext)))
        .hasValueSatisfying(read -> assertThat(read.prompt()).isEqualTo(Prompt.of("ვაშლი")));
  }

  @Test
  void aPictureWithoutSettingsHasNone() {
    Path file = folder.resolve("a.png");

    PngWriter.write(Samples.noise(1, 1, 1), Map.of(), file);

    assertThat(PictureFile.settings(file)).isEmpty();
  }

  @Test
  void latinTextIsTextAndOtherTextIsInternationalText() throws IOException {
    Path file = folder.resolve("a.png");

    PngWriter.write(Samples.noise(1, 1, 1), Map.of("k", "café"), file);
    assertThat(chunks(file)).contains("tEXtk\0café").doesNotContain("iTXt");

    PngWriter.write(Samples.noise(1, 1, 1), Map.of("k", "ა"), file);
    assertThat(chunks(file)).contains("iTXtk\0\0\0\0\0\u00e1\u0083\u0090").doesNotContain("tEXt");
  }

  @Test
  void aFileThatCannotBeWrittenIsAFailureAndLeavesNothing() throws IOException {
    Path file = folder.resolve("no/a.png");

    assertThatThrownBy(
            () -> PictureFile.write(Samples.noise(1, 1, 1), Samples.provenance("a", ""), file))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE);
              assertThat(e.details())
                  .containsExactly(file.toString(), "the file or its folder does not exist");
            });
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).isEmpty();
    }
  }

  private static String chunks(Path file) throws IOException {
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }
}
