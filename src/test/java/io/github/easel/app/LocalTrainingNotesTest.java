package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.TrainingNotes.Checkpoint;
import io.github.easel.app.TrainingNotes.LessonPicture;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.PngWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalTrainingNotesTest {

  @TempDir private Path folder;

  private LocalTrainingNotes notes() {
    return new LocalTrainingNotes(new Places(folder, folder.resolve("data"), folder));
  }

  /** White with a dark square at (140, 20) to (180, 60). */
  private static PixelImage spotted() {
    byte[] rgb = new byte[3 * 200 * 100];
    for (int i = 0; i < 200 * 100; i++) {
      int x = i % 200;
      int y = i / 200;
      boolean dark = x >= 140 && x < 180 && y >= 20 && y < 60;
      rgb[3 * i] = (byte) (dark ? 30 : 255);
      rgb[3 * i + 1] = (byte) (dark ? 60 : 255);
      rgb[3 * i + 2] = (byte) (dark ? 20 : 255);
    }
    return PixelImage.of(200, 100, rgb);
  }

  @Test
  void suggestsASquareAroundWhatStandsOutAndReadsTheCaption() throws IOException {
    Path file = folder.resolve("spot.png");
    PngWriter.write(spotted(), Map.of(), file);
    Files.writeString(folder.resolve("spot.txt"), " a dark\nspot ");
    LessonPicture looked = notes().look(file);
    assertThat(looked.caption()).isEqualTo("a dark spot");
    assertThat(looked.widest()).isEqualTo(new TrainingPlan.Square(50, 0, 100));
    TrainingPlan.Square found = looked.suggested();
    assertThat(found.side()).isLessThan(70);
    assertThat(found.x()).isBetween(110, 142);
    assertThat(found.x() + found.side()).isBetween(178, 200);
    assertThat(found.y()).isBetween(0, 22);
  }

  @Test
  void keepsCheckpointsAndUsesOne() throws IOException {
    Path made = folder.resolve("made.safetensors");
    TrainingPlan plan =
        new TrainingPlan(
            "m", "cat", false, List.of(), new TrainingPlan.Word(1, ""), 9, 1, 1, 1, 1, 1, "");
    Path target = folder.resolve("data/embeddings/cat.safetensors");
    Files.createDirectories(target.resolveSibling(""));
    Files.writeString(target, "of somebody else");
    assertThat(notes().isTaken("cat", false)).isTrue();
    Files.writeString(made, "five");
    notes().keep(plan, 5, made, Optional.of(spotted()));
    Files.writeString(made, "ten");
    notes().keep(plan, 10, made, Optional.empty());
    List<Checkpoint> kept = notes().checkpoints("cat", false);
    assertThat(kept).extracting(Checkpoint::step).containsExactly(5, 10);
    assertThat(kept.get(0).picture()).contains(spotted());
    assertThat(notes().use("cat", false, kept.get(0))).isEqualTo(target);
    assertThat(target).hasContent("five");
    assertThat(target.resolveSibling("cat.preview.png")).exists();
    assertThat(notes().isTaken("cat", false)).isFalse();
    notes().forget("cat", false);
    assertThat(notes().checkpoints("cat", false)).isEmpty();
  }

  @Test
  void rememberWhatWasToBeTaught() {
    assertThat(notes().draft()).isEqualTo(TeachDraft.EMPTY);
    TeachDraft draft =
        new TeachDraft(
            new TeachDraft.What("STYLE", "inky", "ink", true),
            TeachDraft.EMPTY.how(),
            List.of(new TeachDraft.Shown("/a.png", 1, 2, 3, "ka: კატა")),
            new TeachDraft.Progress("starter", true, 50, List.of(0.5, 0.25)));
    notes().keep(draft);
    assertThat(notes().draft()).isEqualTo(draft);
  }
}
