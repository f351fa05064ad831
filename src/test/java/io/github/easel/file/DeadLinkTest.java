package io.github.easel.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeadLinkTest {

  @TempDir Path folder;

  @Test
  void isNamedWithWhereItLeads() throws IOException {
    Path self = link("self.safetensors", "self.safetensors");
    Path lost = link("lost", "elsewhere");
    Path good = link("good", "real");
    Files.createDirectory(folder.resolve("real"));

    assertThat(reason(DeadLink.to(self))).isEqualTo(self + ": it is a link that leads to itself");
    assertThat(reason(DeadLink.to(lost.resolve("unet").resolve("config.json"))))
        .isEqualTo(lost + ": it is a link that leads to nothing");
    assertThat(DeadLink.to(good.resolve("missing"))).isEmpty();
    assertThat(DeadLink.to(folder.resolve("missing"))).isEmpty();
  }

  @Test
  void isFoundAmongWhatLiesInAFolder() throws IOException {
    Path model = Files.createDirectory(folder.resolve("model"));
    Path missing = model.resolve("vae").resolve("config.json");
    assertThat(DeadLink.to(missing, model)).isEmpty();

    Path round = link("model/unet", "../model");

    assertThat(reason(DeadLink.to(missing, model)))
        .isEqualTo(round + ": it is a link that leads to itself");
  }

  private Path link(String name, String target) throws IOException {
    try {
      return Files.createSymbolicLink(folder.resolve(name), Path.of(target));
    } catch (UnsupportedOperationException | IOException e) {
      Assumptions.abort("this system makes no links here: " + e);
      throw e;
    }
  }

  private static String reason(Optional<GenerationException> failure) {
    return failure.map(one -> String.join(": ", one.details())).orElse("");
  }
}
