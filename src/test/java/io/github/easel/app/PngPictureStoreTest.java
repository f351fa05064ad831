package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Timings;
import io.github.easel.image.PictureFile;
import io.github.easel.image.PictureSettings;
import io.github.easel.image.PngReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PngPictureStoreTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T22:05:09Z"), ZoneId.of("Asia/Tbilisi"));

  private final Path root;
  private final PngPictureStore store;

  PngPictureStoreTest(@TempDir Path folder) {
    root = folder.resolve("pictures");
    store = new PngPictureStore(root, CLOCK);
  }

  @Test
  void keepsUnderTheDayTheTimeTheSeedAndTheWords() {
    GenerationResult result = result("a red apple, on a white background");

    Path file = store.keep(result);

    assertThat(file).isEqualTo(root.resolve("2026-11-24/020509-42-a-red-apple-on-a-white.png"));
    assertThat(PngReader.pixels(file)).isEqualTo(result.image());
    assertThat(PictureFile.settings(file))
        .contains(
            new PictureSettings.Own(result.provenance(), Optional.of(result.timings().total())));
  }

  @Test
  void goesOnInAnotherFolder(@TempDir Path folder) {
    Services services =
        LocalServices.open(
            new Places(folder.resolve("home"), folder.resolve("data"), root),
            new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
    Path before = services.pictures().keep(result("a"));
    Path other = folder.resolve("other");
    services.keepPicturesIn(other);
    Path after = services.pictures().keep(result("a"));
    assertThat(before).startsWith(root);
    assertThat(after).startsWith(other);
    assertThat(services.trash().discard(before)).startsWith(other.resolve(PictureTrash.FOLDER));
    services.close();
  }

  @Test
  void readsBackWhatItKept() {
    GenerationResult result = result("a red apple");
    assertThat(store.read(store.keep(result))).isEqualTo(result.image());
    assertThatThrownBy(() -> store.read(root.resolve("gone.png")))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE));
  }

  @Test
  void namesAreNeverTakenTwice() {
    assertThat(List.of(store.keep(result("a")), store.keep(result("a")), store.keep(result("a"))))
        .extracting(file -> file.getFileName().toString())
        .containsExactly("020509-42-a.png", "020509-42-a-2.png", "020509-42-a-3.png");
  }

  @Test
  void namesAreNeverTakenTwiceByTwoProgramsAtOnce() {
    PngPictureStore other = new PngPictureStore(root, CLOCK);
    List<Path> files =
        IntStream.range(0, 40)
            .parallel()
            .mapToObj(i -> (i % 2 == 0 ? store : other).keep(result("a")))
            .toList();
    assertThat(files).doesNotHaveDuplicates().allSatisfy(file -> store.read(file));
    assertThat(files.get(0).getParent()).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void anEmptyPromptHasNoWords() {
    assertThat(store.keep(result("  "))).hasFileName("020509-42.png");
  }

  @Test
  void keepsAPictureOfAnyScriptWhateverTheLocale() {
    assertThat(store.keep(result("წითელი ვაშლი"))).exists();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "წითელი ვაშლი | წითელი-ვაშლი",
        "ÉTÉ, 🍎! | ÉTÉ-🍎",
        "a/b\\c:d*e?f\"g<h>i#j | a_b_c_d_e_f_g_h_i_j",
        "CON .. --- x. | CON-x",
        "one two three four five six seven | one-two-three-four-five-six",
        "~../../etc/passwd~ | etc_passwd",
        "~a\1b\u202ec\uD83C~ | a_b_c",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeee | aaaaaaaaaabbbbbbbbbbccccccccccdddddddddd",
        "aaaaaaaaaabbbbbbbbbbccccccccccddddd eeeee | aaaaaaaaaabbbbbbbbbbccccccccccddddd"
      })
  void wordsAreSafeFileNames(String prompt, String expected) {
    String words = PictureName.words(prompt);

    assertThat(words).isEqualTo(expected);
  }

  @Test
  void asciiNamesForPlainLocales() {
    assertThat(PictureName.ascii("020509-42-წითელი-x")).isEqualTo("020509-42-_-x");
  }

  @Test
  void writesToExactlyTheFileAndReplacesIt() throws IOException {
    Path file = root.resolve("deep/x.png");
    store.write(result("a"), file);
    byte[] first = Files.readAllBytes(file);

    store.write(result("b"), file);

    assertThat(Files.readAllBytes(file)).isNotEqualTo(first);
  }

  @Test
  void aFolderThatCannotBeMadeIsAFailure() throws IOException {
    Files.writeString(root, "a file in the way");

    assertThatThrownBy(() -> store.keep(result("a")))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE);
              assertThat(e.details().get(0)).endsWith("020509-42-a.png");
              assertThat(e.details()).hasSize(2).allSatisfy(text -> assertThat(text).isNotBlank());
            });
  }

  private static GenerationResult result(String prompt) {
    Provenance provenance =
        new Provenance(
            new GenerationRequest(
                Prompt.of(prompt),
                "starter",
                new ImageSize(16, 16),
                new Sampling(SamplerKind.DDIM, 2, 7),
                42),
            "starter",
            "",
            "torch-cpu",
            "engine",
            "Easel");
    PixelImage image = PixelImage.of(16, 16, new byte[16 * 16 * 3]);
    return new GenerationResult(image, provenance, new Timings(0, 0.25, 2, 1.5, 0.5), List.of());
  }
}
