package io.github.easel.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.app.GalleryService.ImportReport;
import io.github.easel.app.LookService;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.IndexedGallery;
import io.github.easel.gallery.Lineage;
import io.github.easel.gallery.Marks;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GalleryCommandTest {

  private final CommandLineHarness cli;
  private final IndexedGallery gallery;
  private final Path collection;

  GalleryCommandTest(@TempDir Path folder, @TempDir Path collection) {
    cli = new CommandLineHarness(folder);
    this.collection = collection;
    gallery = new IndexedGallery(collection);
    cli.services.gallery = gallery;
  }

  @BeforeEach
  void fill() {
    gallery.put("fox.png", "a red fox in the snow");
    gallery.put("owl.png", "an owl, სახლი");
    GalleryItem hare = gallery.put("hare.png", "a red hare");
    gallery.mark(List.of(hare.id()), marks -> Marks.NONE.withStars(4).on("My board"));
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  private String files(String... names) {
    StringBuilder lines = new StringBuilder();
    for (String name : names) {
      lines.append(collection.resolve(name)).append('\n');
    }
    return lines.toString();
  }

  @Test
  void findsByWords() {
    assertThat(cli.run("gallery", "search", "red")).isZero();
    assertThat(cli.out()).isEqualTo(files("hare.png", "fox.png"));
    assertThat(cli.err()).isEmpty();
    assertThat(cli.services.closed).isTrue();
  }

  @Test
  void findsWithoutTheWordsBehindAMinus() {
    assertThat(cli.run("gallery", "search", "red", "-hare")).isZero();
    assertThat(cli.out()).isEqualTo(files("fox.png"));
  }

  @Test
  void takesFiltersAsAShellLeavesThem() {
    assertThat(cli.run("gallery", "search", "board:My board", "stars:4", "ვარსკვლავი:3")).isZero();
    assertThat(cli.out()).isEqualTo(files("hare.png"));
  }

  @Test
  void saysThatThereIsMore() {
    assertThat(cli.run("gallery", "search", "--limit", "1")).isZero();
    assertThat(cli.out()).isEqualTo(files("hare.png"));
    assertThat(cli.err()).isEqualTo("1 of 3; --limit shows more.\n");
  }

  @Test
  void saysThatThereIsNothing() {
    cli.locale = new Locale("ka");
    assertThat(cli.run("gallery", "search", "nothing")).isZero();
    assertThat(cli.out()).isEmpty();
    assertThat(cli.err()).startsWith("ასეთი სურათი არ არის");
  }

  @Test
  void tellsProgramsAllOfAPicture() {
    assertThat(cli.run("gallery", "search", "hare", "--json")).isZero();
    JsonNode picture = cli.events().get(0);
    assertThat(picture.get("event").textValue()).isEqualTo("picture");
    assertThat(picture.get("file").textValue())
        .isEqualTo(collection.resolve("hare.png").toString());
    assertThat(picture.get("prompt").textValue()).isEqualTo("a red hare");
    assertThat(picture.get("seed").longValue()).isEqualTo(42);
    assertThat(picture.get("stars").intValue()).isEqualTo(4);
    assertThat(picture.get("boards").get(0).textValue()).isEqualTo("My board");
    assertThat(cli.events().get(1).get("found").intValue()).isEqualTo(1);
  }

  @Test
  void refusesWhatMakesNoSense() {
    assertThat(cli.run("gallery")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.run("gallery", "search", "--lmit", "3")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("Unknown option: '--lmit'");
    assertThat(cli.run("gallery", "search", "--limit", "0")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.run("gallery", "search", "--meaning")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.run("gallery", "search", "a", "--meaning", "--like", "b.png"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(cli.run("gallery", "export", "zip")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.run("gallery", "export", "pdf", "--to", "x")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.run("gallery", "export", "zip", "--to", "x.png")).isEqualTo(ExitCode.USAGE);
    assertThat(cli.err()).contains("'x.png' does not end in .zip");
  }

  @Test
  void saysThatItCannotCompareWithoutTowers() {
    assertThat(cli.run("gallery", "search", "fur", "--meaning", "--json"))
        .isEqualTo(ExitCode.MODEL_UNUSABLE);
    assertThat(cli.events().get(0).get("failure").textValue()).isEqualTo("NO_MEANING");
  }

  @Test
  void findsByMeaningAmongWhatTheFilterAllows() {
    NearestFirst looks = new NearestFirst();
    gallery.looks = looks;
    assertThat(cli.run("gallery", "search", "animals", "--meaning", "--limit", "2")).isZero();
    assertThat(cli.out()).isEqualTo(files("fox.png", "owl.png"));
    assertThat(looks.asked).containsExactly("animals 2");
    assertThat(cli.run("gallery", "search", "animals", "stars:1", "--meaning", "--json")).isZero();
    assertThat(cli.out()).contains("hare.png", "\"likeness\":0.25");
  }

  @Test
  void findsByLook() {
    gallery.looks = new NearestFirst();
    String picture = collection.resolve("owl.png").toString();
    assertThat(cli.run("gallery", "search", "red", "--like", picture)).isZero();
    assertThat(cli.out()).isEqualTo(files("fox.png", "hare.png"));
    assertThat(cli.run("gallery", "search", "--like", "gone.png")).isEqualTo(ExitCode.FAILED);
    assertThat(cli.err()).contains("gone.png");
  }

  @Test
  void readsACollectionThatIsNotKnownYet() throws IOException {
    Path other = Files.createDirectory(collection.resolve("other"));
    IndexedGallery empty = new IndexedGallery(other);
    empty.atReading = () -> empty.put("new.png", "a new fox");
    cli.services.gallery = empty;
    assertThat(cli.run("gallery", "search", "fox")).isZero();
    assertThat(cli.out()).isEqualTo(other.resolve("new.png") + "\n");
    assertThat(cli.err()).isEqualTo("The collection is read for the first time.\n1 of 1\n");
    empty.close();
  }

  @Test
  void importsAFolder() {
    gallery.report = new ImportReport(3, 2, Map.of(Path.of("bad.png"), "it is no picture"), 1);
    assertThat(cli.run("gallery", "import", ".")).isZero();
    assertThat(cli.out())
        .isEqualTo(
            "3 copied, 2 there already, 1 left out;"
                + " 1 of the new ones do not say how they were made.\n");
    assertThat(cli.err()).contains("bad.png was left out: it is no picture");
    assertThat(cli.run("gallery", "import", ".", "--json")).isZero();
    assertThat(cli.out()).contains("\"event\":\"import\",\"copied\":3", "\"done\":5,\"all\":5");
  }

  @Test
  void anImportOfNothingButBadFilesFails() {
    gallery.report = new ImportReport(0, 0, Map.of(Path.of("bad.png"), "it is no picture"), 0);
    assertThat(cli.run("gallery", "import", ".")).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void rebuilds() {
    assertThat(cli.run("gallery", "rebuild")).isZero();
    assertThat(cli.out()).isEqualTo("3 pictures.\n");
    assertThat(cli.run("gallery", "rebuild", "--json")).isZero();
    assertThat(cli.out()).endsWith("{\"event\":\"rebuild\",\"pictures\":3}\n");
  }

  @Test
  void saysThatItWasCancelled() {
    gallery.atReading =
        () -> {
          throw new GenerationException(Failure.CANCELLED, "cancelled");
        };
    assertThat(cli.run("gallery", "rebuild")).isEqualTo(ExitCode.CANCELLED);
    assertThat(cli.err()).contains("It was cancelled.").doesNotContain("picture");
  }

  @Test
  void exportsWhatIsFound() {
    assertThat(cli.run("gallery", "export", "copy", "--to", "out", "red", "-hare")).isZero();
    assertThat(cli.out()).isEqualTo(cli.folder.resolve("out").resolve("fox.png") + "\n");
  }

  @Test
  void tellsProgramsWhatWasExported() {
    assertThat(cli.run("gallery", "export", "html", "--to", "page", "--no-settings", "--json"))
        .isZero();
    List<JsonNode> events = cli.events();
    assertThat(events.get(events.size() - 1).get("pictures").intValue()).isEqualTo(3);
    assertThat(cli.folder.resolve("page/pictures/picture-0003.png")).exists();
  }

  @Test
  void saysThatThereIsNothingToExport() {
    assertThat(cli.run("gallery", "export", "zip", "--to", "x.zip", "nothing"))
        .isEqualTo(ExitCode.FAILED);
    assertThat(cli.files()).isEmpty();
  }

  /** All pictures in the order of their numbers, each half as like as the one before. */
  private static final class NearestFirst implements LookService {

    private final List<String> asked = new ArrayList<>();

    @Override
    public boolean hasMeaning() {
      return true;
    }

    @Override
    public List<Nearness> like(String words, int most, Cancellation cancellation) {
      asked.add(words + " " + most);
      return List.of(new Nearness(1, 1), new Nearness(2, 0.5), new Nearness(3, 0.25)).stream()
          .limit(most)
          .toList();
    }

    @Override
    public List<Nearness> like(PixelImage picture, int most, Cancellation cancellation) {
      return like(picture.width() + " wide", most, cancellation);
    }

    @Override
    public List<Nearness> like(long id, int most, Cancellation cancellation) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<List<Nearness>> duplicates(int bits, Cancellation cancellation) {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<String> suggestions(PixelImage picture, int most, Cancellation cancellation) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Lineage> lineage(long id) {
      throw new UnsupportedOperationException();
    }
  }
}
