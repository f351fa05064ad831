package io.github.easel.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectFileTest {

  private static final String DRAFT = "{\"prompt\":\"ვაშლი \\\"red\\\"\",\"seed\":7}";

  @TempDir private Path folder;

  private Path file() {
    return folder.resolve("a.easel");
  }

  private static Map<String, byte[]> entries(Path file) throws IOException {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    try (ZipFile zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        try (InputStream in = zip.getInputStream(entry)) {
          entries.put(entry.getName(), in.readAllBytes());
        }
      }
    }
    return entries;
  }

  private static void pack(Map<String, byte[]> entries, Path file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    Files.write(file, out.toByteArray());
  }

  private Project written(History history) {
    Project project = new Project(history, DRAFT);
    ProjectFile.write(project, file());
    return project;
  }

  private void change(String entry, UnaryOperator<String> text) throws IOException {
    Map<String, byte[]> entries = entries(file());
    entries.compute(
        entry,
        (name, bytes) ->
            text.apply(new String(bytes, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8));
    pack(entries, file());
  }

  private GenerationException failure() {
    return catchThrowableOfType(() -> ProjectFile.read(file()), GenerationException.class);
  }

  @Property(tries = 12)
  void givesBackTheCanvasWithAllItsSteps(
      @ForAll @IntRange(min = 0, max = 12) int steps, @ForAll long seed) throws IOException {
    Path file = Files.createTempFile("easel", ".easel");
    try {
      Project project = new Project(Paintings.history(steps, seed), DRAFT);
      ProjectFile.write(project, file);
      Project found = ProjectFile.read(file);
      assertThat(Paintings.same(found.history(), project.history())).isTrue();
      assertThat(found.draft()).isEqualTo(DRAFT);
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void holdsPicturesThatOtherProgramsRead() throws IOException {
    Area area = new Area(-300, 20, 1, 1);
    Canvas canvas = Paintings.blank();
    Layer paint = canvas.layer("paint");
    Canvas painted =
        canvas
            .with(paint.with(paint.raster().with(area, new int[] {0x80402010})))
            .with(canvas.mask().with(Raster.CLEAR.with(area, new int[] {0x60000000})));
    written(History.of(painted));
    Map<String, byte[]> entries = entries(file());
    assertThat(entries).containsKeys("manifest.json", "preview.png", "layers/mask.png");
    var layer = ImageIO.read(new java.io.ByteArrayInputStream(entries.get("layers/layer-01.png")));
    assertThat(layer.getRGB(512 - 300, 20)).isEqualTo(0x80804020);
    var mask = ImageIO.read(new java.io.ByteArrayInputStream(entries.get("layers/mask.png")));
    assertThat(mask.getRaster().getNumBands()).isEqualTo(1);
    assertThat(mask.getRaster().getSample(512 - 300, 20, 0)).isEqualTo(0x60);
  }

  @Test
  void takesALayerThatAnotherProgramChanged() throws IOException {
    written(Paintings.history(9, 7));
    Map<String, byte[]> entries = entries(file());
    String name = entries.keySet().stream().filter(n -> n.contains("layer-")).findFirst().get();
    var image = ImageIO.read(new java.io.ByteArrayInputStream(entries.get(name)));
    image.setRGB(3, 3, 0xFFABCDEF);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(image, "png", out);
    entries.put(name, out.toByteArray());
    pack(entries, file());
    Canvas found = ProjectFile.read(file()).history().present();
    assertThat(
            found.layers().stream()
                .map(layer -> layer.raster().extent())
                .filter(area -> !area.empty())
                .flatMap(
                    area ->
                        found.layers().stream()
                            .map(layer -> layer.raster().at(area.x() + 3, area.y() + 3))))
        .contains(0xFFABCDEF);
  }

  @Test
  void keepsLayersThatAreFarApartInPieces() {
    Raster raster =
        Raster.CLEAR
            .painted(Shapes.ellipse(-16000, -16000, -15900, -15900), Ink.of(0xFF))
            .painted(Shapes.ellipse(16000, 16000, 16100, 16100), Ink.of(0xFF00));
    Canvas canvas = Paintings.blank();
    History history = History.of(canvas.with(canvas.layer("paint").with(raster)));
    written(history);
    assertThat(LayerPieces.of(raster)).hasSize(2);
    assertThat(Paintings.same(ProjectFile.read(file()).history(), history)).isTrue();
  }

  @Test
  void opensWithoutStepsThatAreDamaged() throws IOException {
    History history = Paintings.history(12, 6);
    written(history);
    change(ProjectEntries.STATES, text -> text.substring(1));
    History found = ProjectFile.read(file()).history();
    assertThat(found.canUndo()).isFalse();
    assertThat(Paintings.same(found.present(), history.present())).isTrue();
  }

  @Test
  void namesAMissingEntry() throws IOException {
    written(Paintings.history(9, 7));
    Map<String, byte[]> entries = entries(file());
    String name = entries.keySet().stream().filter(n -> n.contains("layer-")).findFirst().get();
    entries.remove(name);
    pack(entries, file());
    assertThat(failure().failure()).isEqualTo(Failure.PROJECT_DAMAGED);
    assertThat(failure().details()).containsExactly(file().toString(), name);
  }

  @Test
  void refusesALaterFormat() throws IOException {
    written(Paintings.history(1, 6));
    change("manifest.json", text -> text.replace("\"format\" : 1", "\"format\" : 2"));
    assertThat(failure().failure()).isEqualTo(Failure.PROJECT_TOO_NEW);
    assertThat(failure().details()).containsExactly(file().toString(), "2");
  }

  @Test
  void refusesWhatIsNoProject() throws IOException {
    Files.writeString(file(), "no ZIP at all");
    assertThat(failure().failure()).isEqualTo(Failure.NOT_A_PROJECT);
    pack(Map.of("word/document.xml", new byte[9]), file());
    assertThat(failure().failure()).isEqualTo(Failure.NOT_A_PROJECT);
    pack(Map.of("manifest.json", "{\"kind\":\"x\"}".getBytes(StandardCharsets.UTF_8)), file());
    assertThat(failure().failure()).isEqualTo(Failure.NOT_A_PROJECT);
    Files.delete(file());
    assertThat(failure().failure()).isEqualTo(Failure.FILE_UNREADABLE);
  }

  @Test
  void readsNoFileOutsideOfTheProject() throws IOException {
    written(Paintings.history(9, 7));
    for (String name : List.of("../../secret.png", "/etc/passwd", "layers/../manifest.json")) {
      change(
          "manifest.json",
          text -> text.replaceFirst("\"file\" : \"[^\"]*\"", "\"file\" : \"" + name + "\""));
      assertThat(failure().failure()).isEqualTo(Failure.PROJECT_DAMAGED);
      assertThat(failure().details()).contains("manifest.json");
    }
  }

  @Test
  void refusesHugeSizesAndTooManyLayers() throws IOException {
    written(Paintings.history(9, 7));
    byte[] good = Files.readAllBytes(file());
    for (String area :
        List.of("[0,0,2147483647,2147483647]", "[-16384,0,32768,32768]", "[0,0,-5,7]", "[1e9]")) {
      Files.write(file(), good);
      change(
          "manifest.json",
          text -> text.replaceFirst("\"area\" : \\[[^\\]]*\\]", "\"area\" : " + area));
      assertThat(failure().failure()).isEqualTo(Failure.PROJECT_DAMAGED);
    }
    Files.write(file(), good);
    String layer = "{\"id\":\"x\",\"kind\":\"paint\"},".repeat(65);
    change(
        "manifest.json", text -> text.replaceFirst("\"layers\" : \\[", "\"layers\" : [" + layer));
    assertThat(failure().failure()).isEqualTo(Failure.PROJECT_DAMAGED);
  }

  @Test
  void refusesMorePixelsThanAnybodyPaints() throws IOException {
    written(Paintings.history(9, 7));
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    ImageIO.write(
        new java.awt.image.BufferedImage(2048, 2048, java.awt.image.BufferedImage.TYPE_BYTE_GRAY),
        "png",
        png);
    Map<String, byte[]> entries = entries(file());
    entries.put("layers/big.png", png.toByteArray());
    pack(entries, file());
    String piece = "{\"file\":\"layers/big.png\",\"area\":[0,0,2048,2048]},";
    change(
        "manifest.json",
        text -> text.replaceFirst("\"pieces\" : \\[ ?", "\"pieces\" : [" + piece.repeat(256)));
    assertThat(failure().failure()).isEqualTo(Failure.PROJECT_TOO_LARGE);
  }

  @Test
  void refusesEntriesThatInflateWithoutEnd() throws IOException {
    written(Paintings.history(9, 7));
    Map<String, byte[]> entries = entries(file());
    entries.put("manifest.json", new byte[ProjectEntries.MOST_JSON + 1]);
    pack(entries, file());
    assertThat(failure().failure()).isEqualTo(Failure.PROJECT_DAMAGED);
  }

  @Test
  void leavesWhatIsThereWhenItCannotBeWritten() throws IOException {
    Path nowhere = folder.resolve("none").resolve("b.easel");
    GenerationException failure =
        catchThrowableOfType(
            () -> ProjectFile.write(new Project(Paintings.history(1, 1), "{}"), nowhere),
            GenerationException.class);
    assertThat(failure.failure()).isEqualTo(Failure.FILE_UNWRITABLE);
  }
}
