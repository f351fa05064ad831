package io.github.easel.image;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Provenance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PictureFilePropertyTest {

  @Property(tries = 200)
  void everyCharacterOfTheSettingsComesBack(
      @ForAll("prompts") String positive, @ForAll("prompts") String negative) throws IOException {
    Path file = Files.createTempFile("easel-test", ".png");
    try {
      Provenance provenance = Samples.provenance(positive, negative);
      PixelImage image = Samples.noise(3, 2, positive.length());

      PictureFile.write(image, provenance, file);

      assertThat(PictureFile.settings(file)).contains(new PictureSettings.Own(provenance));
      assertThat(PngReader.pixels(file)).isEqualTo(image);
      assertThat(PngReader.texts(file).get(Infotext.KEYWORD)).isEqualTo(Infotext.write(provenance));
    } finally {
      Files.deleteIfExists(file);
    }
  }

  @Provide
  Arbitrary<String> prompts() {
    return Arbitraries.of(
            "a cat",
            "\"",
            "\n",
            ":",
            ",",
            "\\",
            " ",
            "\t",
            "წითელი ვაშლი",
            "🍎",
            "é",
            "\r",
            "'",
            "\nNegative prompt:",
            "\nNegative prompt: x\n",
            "Steps: 1, Seed: 2, Size: 3x4",
            "{}",
            "(")
        .list()
        .ofMaxSize(8)
        .map(parts -> String.join("", parts));
  }
}
