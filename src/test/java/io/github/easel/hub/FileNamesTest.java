package io.github.easel.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/etc/passwd",
        "..",
        "../x",
        "a/../b",
        "a/..",
        "./a",
        "a//b",
        "a/",
        "a\\b",
        "C:/x",
        "c:x",
        "a\0b",
        "a\nb",
        "\\\\server\\share"
      })
  void refusesWhatLeadsOut(String path) {
    HubRig.refused(Kind.NAME_HOSTILE, () -> FileNames.refuseHostile(path, "a/b"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CON",
        "nul.txt",
        "a/com1.bin",
        "a?",
        "a*b",
        "a:b",
        "a.",
        "a ",
        " ",
        "x/<y>",
        "..",
        "a/../b",
        "/a",
        "a\\b",
        "a\nb"
      })
  void refusesWhatNotEverySystemHas(String path) {
    HubRig.refused(Kind.NAME_UNSUITABLE, () -> FileNames.below(path));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a.bin", "unet/a b.bin", "..a/b..c", "ნახატი/ვაშლი.ckpt", "console"})
  void takesTheUsual(String path) {
    assertThatCode(() -> FileNames.refuseHostile(path, "a/b")).doesNotThrowAnyException();
    assertThat(FileNames.below(path)).isEqualTo(Path.of(path));
  }

  @Property(tries = 2_000)
  void noNameLeadsOut(
      @ForAll @StringLength(max = 12) @Chars({'a', '.', '/', '\\', ':', '\0', ' ', 'C'})
          String path) {
    Path folder = Path.of("/folder");
    try {
      FileNames.refuseHostile(path, "a/b");
      assertThat(folder.resolve(FileNames.below(path)).normalize())
          .startsWithRaw(folder)
          .isNotEqualTo(folder);
    } catch (GenerationException e) {
      assertThat(e.getCause()).isInstanceOf(HubRefusal.class);
    }
  }
}
