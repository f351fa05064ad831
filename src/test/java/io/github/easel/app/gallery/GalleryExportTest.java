package io.github.easel.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.easel.MessageFiles;
import io.github.easel.app.PictureReport;
import io.github.easel.app.PngPictureStore;
import io.github.easel.app.SettingsService;
import io.github.easel.app.gallery.ExportPlan.Form;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.IndexedGallery;
import io.github.easel.gallery.Marks;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Provenance;
import io.github.easel.image.PictureReader;
import io.github.easel.metadata.PictureTexts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GalleryExportTest {

  private static final Locale GEORGIAN = new Locale("ka");
  private static final String HOSTILE =
      "\"><script>alert('x')</script><img src=x onerror=alert(1)> & </style> \u202Eevil &lt;b&gt;";

  @TempDir Path target;

  private final Path collection;
  private final IndexedGallery gallery;
  private final List<String> progress = new ArrayList<>();

  GalleryExportTest(@TempDir Path collection) {
    this.collection = collection;
    gallery = new IndexedGallery(collection);
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  private ExportOutcome export(Form form, boolean settings, String to, GalleryItem... items) {
    return export(
        new ExportPlan(form, List.of(items), target.resolve(to), settings, Locale.ENGLISH));
  }

  private ExportOutcome export(ExportPlan plan) {
    return export(plan, new Cancellation());
  }

  private ExportOutcome export(ExportPlan plan, Cancellation cancellation) {
    SettingsService settings = new TextsOnly();
    return new GalleryExport(
            gallery, new PngPictureStore(Path.of("unused"), Clock.systemUTC()), settings)
        .export(plan, cancellation, (done, all) -> progress.add(done + "/" + all));
  }

  @Test
  void copiesOriginalsAndTakesNoNameTwice() throws IOException {
    GalleryItem fox = gallery.put("fox.png", "a fox");
    Files.createDirectories(target.resolve("out"));
    Files.writeString(target.resolve("out/fox.png"), "somebody else's");
    ExportOutcome outcome = export(Form.COPY, true, "out", fox, fox);
    assertThat(names(target.resolve("out"))).containsExactly("fox-2.png", "fox-3.png", "fox.png");
    assertThat(target.resolve("out/fox.png")).hasContent("somebody else's");
    assertThat(target.resolve("out/fox-2.png")).hasSameBinaryContentAs(fox.entry().file());
    assertThat(outcome.pictures()).isEqualTo(2);
    assertThat(outcome.refused()).isEmpty();
    assertThat(progress).containsExactly("1/2", "2/2");
  }

  @Test
  void copiesTellNothingWhereNothingShallBeTold() {
    GalleryItem fox = gallery.put("secret-42.png", "a secret fox");
    export(Form.COPY, false, "out", fox);
    Path copy = target.resolve("out/picture-0001.png");
    assertThat(names(target.resolve("out"))).containsExactly("picture-0001.png");
    assertThat(PictureTexts.of(fox.entry().file())).isNotEmpty();
    assertThat(PictureTexts.of(copy)).isEmpty();
    assertThat(PictureReader.read(copy).sha256())
        .isEqualTo(PictureReader.read(fox.entry().file()).sha256());
  }

  @Test
  void packsPicturesWithTheirSettings() throws IOException {
    GalleryItem fox = gallery.put("fox.png", "a fox, ნახატი");
    gallery.mark(List.of(fox.id()), marks -> Marks.NONE.withStars(4).on("Best"));
    GalleryItem marked = gallery.items(List.of(fox.id())).get(0);
    export(Form.ZIP, true, "all.zip", marked, gallery.put("owl.png", "an owl"));
    try (ZipFile zip = new ZipFile(target.resolve("all.zip").toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName))
          .containsExactly(
              "pictures/fox.png",
              "settings/fox.png.txt",
              "pictures/owl.png",
              "settings/owl.png.txt",
              "settings.json");
      assertThat(read(zip, "pictures/fox.png")).isEqualTo(Files.readAllBytes(fox.entry().file()));
      assertThat(new String(read(zip, "settings/fox.png.txt"), StandardCharsets.UTF_8))
          .isEqualTo("a fox, ნახატი\nSteps: 20, Sampler: Euler, Seed: 42, Size: 40x30\n");
      JsonNode all = new ObjectMapper().readTree(read(zip, "settings.json"));
      JsonNode first = all.get("pictures").get(0);
      assertThat(first.get("file").textValue()).isEqualTo("pictures/fox.png");
      assertThat(first.get("prompt").textValue()).isEqualTo("a fox, ნახატი");
      assertThat(first.get("seed").longValue()).isEqualTo(42);
      assertThat(first.get("stars").intValue()).isEqualTo(4);
      assertThat(first.get("boards").get(0).textValue()).isEqualTo("Best");
    }
  }

  @Test
  void packsNothingButPicturesWhereNothingShallBeTold() throws IOException {
    export(Form.ZIP, false, "all.zip", gallery.put("fox-42.png", "a fox"));
    try (ZipFile zip = new ZipFile(target.resolve("all.zip").toFile())) {
      assertThat(zip.stream().map(ZipEntry::getName)).containsExactly("pictures/picture-0001.png");
      assertThat(zip.stream().map(entry -> entry.getTimeLocal().getYear())).containsExactly(1980);
    }
  }

  @Test
  void makesAPageThatNeedsNothingElse() throws IOException {
    ExportOutcome outcome = export(Form.HTML, true, "page", gallery.put("a fox & cub.png", "fox"));
    Path page = target.resolve("page/index.html");
    assertThat(outcome.made()).containsExactly(page);
    assertThat(names(target)).containsExactly("page");
    assertThat(names(target.resolve("page")))
        .containsExactly("index.html", "pictures", "thumbnails");
    String html = Files.readString(page);
    assertThat(html)
        .startsWith("<!DOCTYPE html>\n<html lang=\"en\">")
        .contains("<h1>One picture</h1>")
        .contains("href=\"pictures/a%20fox%20%26%20cub.png\"")
        .contains("<img src=\"thumbnails/0001.jpg\" width=\"40\" height=\"30\"")
        .contains("alt=\"fox\"")
        .contains("<dt>Seed</dt><dd>42</dd>")
        .contains("prefers-color-scheme: dark")
        .doesNotContain("http:", "https:", "<script", "//");
    assertThat(PictureReader.read(target.resolve("page/thumbnails/0001.jpg")).width())
        .isEqualTo(40);
  }

  @Test
  void aPageSpeaksGeorgian() throws IOException {
    GalleryItem item = gallery.put("1.png", "");
    export(new ExportPlan(Form.HTML, List.of(item), target.resolve("p"), true, GEORGIAN));
    assertThat(Files.readString(target.resolve("p/index.html")))
        .contains("<html lang=\"ka\">", "<dt>საწყისი რიცხვი</dt>", "alt=\"სურათი 1\"");
  }

  @Test
  void aPromptIsNeverPartOfThePage() throws IOException {
    export(Form.HTML, true, "page", gallery.put("x.png", HOSTILE));
    String html = Files.readString(target.resolve("page/index.html"));
    assertThat(html)
        .doesNotContain("<script", "onerror=alert(1)>", "\u202E", "alert('x')")
        .contains("&lt;script&gt;alert(&#39;x&#39;)", "&amp;lt;b&amp;gt;");
    assertThat(html.split("</style>", -1)).hasSize(2);
    assertThat(html.split("<img", -1)).hasSize(2);
  }

  @Test
  void aPageTellsNothingWhereNothingShallBeTold() throws IOException {
    export(Form.HTML, false, "page", gallery.put("secret-42.png", "a secret"));
    String html = Files.readString(target.resolve("page/index.html"));
    assertThat(html).doesNotContain("secret", "-42", "<details", "Starter", "Seed");
    assertThat(html).contains("alt=\"Picture 1\"");
    assertThat(names(target.resolve("page/pictures"))).containsExactly("picture-0001.png");
  }

  @Test
  void aPageDoesNotMixWithAnotherFolder() throws IOException {
    Files.createDirectories(target.resolve("page"));
    Files.writeString(target.resolve("page/notes.txt"), "mine");
    GalleryItem item = gallery.put("x.png", "x");
    assertThatThrownBy(() -> export(Form.HTML, true, "page", item))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE);
              assertThat(e.details()).contains("another file has that name");
            });
    assertThat(names(target.resolve("page"))).containsExactly("notes.txt");
    assertThat(names(target)).containsExactly("page");
  }

  @Test
  void drawsSheetsWithCaptions() {
    List<GalleryItem> items = new ArrayList<>();
    for (int i = 0; i < SheetExport.ACROSS * SheetExport.DOWN + 1; i++) {
      items.add(gallery.put(i + ".png", "a fox with a very long prompt, number " + i));
    }
    ExportOutcome outcome =
        export(new ExportPlan(Form.SHEET, items, target.resolve("s.png"), true, Locale.ENGLISH));
    assertThat(names(target)).containsExactly("s-1.png", "s-2.png");
    assertThat(outcome.pictures()).isEqualTo(items.size());
    PixelImage sheet = PictureReader.read(target.resolve("s-1.png"));
    assertThat(sheet.width()).isBetween(6 * 256, 6 * 256 + 200);
    assertThat(PictureTexts.of(target.resolve("s-1.png"))).isEmpty();
    export(Form.SHEET, true, "one.png", items.get(0));
    export(Form.SHEET, false, "none.png", items.get(0));
    assertThat(PictureReader.read(target.resolve("one.png")).sha256())
        .as("the caption")
        .isNotEqualTo(PictureReader.read(target.resolve("none.png")).sha256());
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void leavesOutWhatCannotBeRead(Form form) throws IOException {
    GalleryItem gone = gallery.enter("gone.png", "gone");
    Files.writeString(collection.resolve("gone.png"), "no picture");
    boolean pixelsAreRead = form == Form.SHEET || form == Form.HTML;
    if (!pixelsAreRead) {
      Files.delete(collection.resolve("gone.png"));
    }
    ExportOutcome outcome = export(form, true, to(form), gone, gallery.put("a.png", "a"));
    assertThat(outcome.pictures()).isEqualTo(1);
    assertThat(outcome.refused()).containsOnlyKeys(gone.entry().file());
    assertThatThrownBy(() -> export(form, true, "none" + to(form), gone))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE));
  }

  @ParameterizedTest
  @EnumSource(Form.class)
  void leavesNothingHalfDoneWhenItIsCancelled(Form form) {
    List<GalleryItem> items = List.of(gallery.put("a.png", "a"), gallery.put("b.png", "b"));
    Cancellation cancellation = new Cancellation();
    ExportPlan plan = new ExportPlan(form, items, target.resolve(to(form)), true, Locale.ENGLISH);
    GalleryExport export =
        new GalleryExport(
            gallery, new PngPictureStore(Path.of("unused"), Clock.systemUTC()), new TextsOnly());
    assertThatThrownBy(
            () -> export.export(plan, cancellation, (done, all) -> cancellation.cancel()))
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    assertThat(names(target)).isEqualTo(form == Form.COPY ? List.of(to(form)) : List.of());
    if (form == Form.COPY) {
      assertThat(names(target.resolve(to(form)))).containsExactly("a.png");
    }
  }

  @Test
  void bothLanguagesSayTheSame() {
    MessageFiles.assertAgree(ExportTexts.class);
  }

  private static String to(Form form) {
    return switch (form) {
      case COPY, HTML -> "out";
      case SHEET -> "out.png";
      case ZIP -> "out.zip";
    };
  }

  private static byte[] read(ZipFile zip, String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name)).readAllBytes();
  }

  private static List<String> names(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads a file's texts, and nothing that needs models. */
  private static final class TextsOnly implements SettingsService {

    @Override
    public Optional<PictureReport> read(Path file, Optional<String> model, long seed) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Optional<PictureReport> readText(String text, Optional<String> model, long seed) {
      throw new UnsupportedOperationException();
    }

    @Override
    public String write(Provenance provenance) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Map<String, String> texts(Path file) {
      return PictureTexts.of(file);
    }
  }
}
