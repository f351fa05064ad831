package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.StyleService.Style;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalStyleServiceTest {

  @TempDir Path folder;

  @Test
  void oneOfTheUsersTakesThePlaceOfABuiltInOneByBothItsNames() throws IOException {
    Path file = folder.resolve("styles.csv");
    Files.writeString(file, "name,prompt,negative_prompt\nCARTOON,my {prompt},\nCartoon,again,\n");
    StyleService styles = new LocalStyleService(file);

    assertThat(styles.find("cartoon").prompt()).isEqualTo("my {prompt}");
    assertThat(styles.find("მულტფილმი").prompt()).isEqualTo("my {prompt}");
    List<Style> cartoons =
        styles.list().stream().filter(style -> style.name().equalsIgnoreCase("cartoon")).toList();
    assertThat(cartoons).hasSize(1);
    assertThat(styles.list()).hasSameSizeAs(new LocalStyleService(folder.resolve("no")).list());
  }

  @Test
  void builtInOnesNeedNoFile() throws IOException {
    Path file = folder.resolve("styles.csv");
    Files.write(file, new byte[] {(byte) 0xff, 0, (byte) 0xfe, 0});
    StyleService styles = new LocalStyleService(file);

    assertThatThrownBy(styles::list).isInstanceOf(GenerationException.class);
    assertThat(styles.builtIn()).isEqualTo(new LocalStyleService(folder.resolve("no")).list());
  }
}
