package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.PngWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands over the real collection, with files. */
class GalleryWithFilesTest {

  private final CommandLineHarness cli;
  private final Path pictures;
  private final Services services;

  GalleryWithFilesTest(@TempDir Path folder, @TempDir Path pictures, @TempDir Path data) {
    cli = new CommandLineHarness(folder);
    this.pictures = pictures;
    services =
        LocalServices.open(
            new Places(data, data.resolve("models"), pictures),
            new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
    cli.services.gallery = services.gallery();
  }

  @AfterEach
  void close() {
    services.close();
  }

  private static void draw(Path file, String prompt) throws IOException {
    Files.createDirectories(file.getParent());
    byte[] pixels = new byte[64 * 64 * 3];
    Arrays.fill(pixels, (byte) prompt.hashCode());
    String text = prompt + "\nSteps: 20, Sampler: Euler a, CFG scale: 7, Seed: 9, Size: 64x64";
    PngWriter.write(PixelImage.of(64, 64, pixels), Map.of("parameters", text), file);
  }

  @Test
  void readsImportsFindsAndExports() throws IOException {
    draw(pictures.resolve("2026-05-04/1.png"), "a red fox");
    assertThat(cli.run("gallery", "search", "fo", "seed:9")).isZero();
    assertThat(cli.out()).isEqualTo(pictures.resolve("2026-05-04/1.png") + "\n");

    draw(cli.folder.resolve("old/b.png"), "წითელი სახლი");
    Files.writeString(cli.folder.resolve("old/bad.png"), "no picture");
    assertThat(cli.run("gallery", "import", "old")).isZero();
    assertThat(cli.out()).contains("1 copied, 0 there already, 1 left out");
    assertThat(cli.run("gallery", "import", "old")).isZero();
    assertThat(cli.out()).contains("0 copied, 1 there already, 1 left out");

    assertThat(cli.run("gallery", "export", "zip", "--to", "all.zip", "სახლ")).isZero();
    assertThat(cli.files()).containsExactly("all.zip", "old");
    assertThat(cli.run("gallery", "export", "sheet", "--to", "all.png")).isZero();
    assertThat(cli.run("gallery", "rebuild")).isZero();
    assertThat(cli.out()).endsWith("2 pictures.\n");
  }

  @Test
  void aFolderThatIsNotThereIsTold() {
    assertThat(cli.run("gallery", "import", "nowhere")).isNotZero();
    assertThat(cli.err()).contains("nowhere");
  }
}
