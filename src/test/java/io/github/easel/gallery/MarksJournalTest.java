package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarksJournalTest {

  private static final String FOX = "00112233445566778899aabbccddeeff";
  private static final String OWL = "ffeeddccbbaa99887766554433221100";

  @TempDir private Path pictures;

  private MarksJournal again() {
    MarksJournal journal = new MarksJournal(pictures);
    journal.refresh();
    return journal;
  }

  private static void stars(MarksJournal journal, String picture, int stars) {
    journal.change(List.of(picture), marks -> marks.withStars(stars));
  }

  @Test
  void remembersWhatWasMarked() {
    MarksJournal journal = new MarksJournal(pictures);
    assertThat(journal.exists()).isFalse();
    assertThat(journal.refresh()).isFalse();
    Marks marks =
        Marks.NONE
            .withStars(4)
            .withFavourite(true)
            .withLabel(Optional.of(ColourLabel.GREEN))
            .on("ბორცვი \"1\"\n");
    assertThat(journal.change(List.of(FOX, OWL), old -> marks))
        .containsEntry(OWL, marks)
        .hasSize(2);
    stars(journal, OWL, 1);
    journal.change(List.of(FOX), old -> Marks.NONE.on("b"));
    journal.change(List.of(FOX), old -> Marks.NONE);
    assertThat(again().all()).containsOnlyKeys(OWL).containsEntry(OWL, marks.withStars(1));
    assertThat(again().of(FOX)).isEqualTo(Marks.NONE);
    assertThat(again().boards()).containsExactly("b", "ბორცვი \"1\"\n");
  }

  @Test
  void boardsGetNamesAndGo() {
    MarksJournal journal = new MarksJournal(pictures);
    journal.makeBoard("empty");
    journal.makeBoard("foxes");
    journal.change(List.of(FOX), marks -> marks.on("foxes").on("all"));
    journal.renameBoard("foxes", "red ones");
    journal.renameBoard("nobody’s", "any");
    journal.deleteBoard("empty");
    assertThat(again().boards()).containsExactly("all", "red ones");
    assertThat(again().of(FOX).boards()).containsExactly("all", "red ones");
    journal.renameBoard("red ones", "all");
    assertThat(again().of(FOX).boards()).containsExactly("all");
    journal.deleteBoard("all");
    assertThat(again().all()).isEmpty();
    assertThatThrownBy(() -> journal.makeBoard(" ")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void severalMarkAtOnce() {
    MarksJournal one = new MarksJournal(pictures);
    MarksJournal other = new MarksJournal(pictures);
    stars(one, FOX, 2);
    other.change(List.of(FOX), marks -> marks.withFavourite(true));
    one.change(List.of(FOX), marks -> marks.on("b"));
    assertThat(one.of(FOX)).isEqualTo(Marks.NONE.withStars(2).withFavourite(true).on("b"));
    assertThat(other.refresh()).isTrue();
    assertThat(other.refresh()).isFalse();
    assertThat(other.of(FOX)).isEqualTo(one.of(FOX));
  }

  @Test
  void passesOverWhatWasTornAndWhatItDoesNotKnow() throws IOException {
    MarksJournal journal = new MarksJournal(pictures);
    stars(journal, FOX, 3);
    Files.writeString(
        journal.file(),
        """
        {"picture":"%s","stars":9,"label":"blue","mood":"glad"}
        {"person":"somebody"}
        \u0000\u0001
        {"picture":"%s","sta\
        """
            .formatted(OWL, FOX),
        StandardOpenOption.APPEND);
    assertThat(again().of(FOX).stars()).isEqualTo(3);
    assertThat(again().of(OWL))
        .isEqualTo(Marks.NONE.withStars(5).withLabel(Optional.of(ColourLabel.BLUE)));
    stars(journal, FOX, 1);
    assertThat(again().of(FOX).stars()).isEqualTo(1);
    assertThat(journal.of(FOX).stars()).isEqualTo(1);
  }

  @Test
  void isWrittenAnewWhenMostOfItIsOutOfDate() throws IOException {
    MarksJournal journal = new MarksJournal(pictures, this::write, 20);
    MarksJournal other = new MarksJournal(pictures);
    journal.change(List.of(OWL), marks -> marks.on("b"));
    journal.makeBoard("empty");
    for (int i = 1; i < 100; i++) {
      stars(journal, FOX, i % 5 + 1);
      assertThat(other.refresh()).isTrue();
      assertThat(other.all()).isEqualTo(journal.all());
    }
    assertThat(Files.readAllLines(journal.file())).hasSizeLessThan(25);
    assertThat(again().all()).isEqualTo(journal.all()).hasSize(2);
    assertThat(again().boards()).containsExactly("b", "empty");
    stars(other, OWL, 5);
    assertThat(again().of(OWL)).isEqualTo(Marks.NONE.withStars(5).on("b"));
  }

  @Test
  void leavesLinesOfALaterEaselAlone() throws IOException {
    MarksJournal journal = new MarksJournal(pictures, this::write, 20);
    stars(journal, FOX, 1);
    Files.writeString(journal.file(), "{\"person\":\"me\"}\n", StandardOpenOption.APPEND);
    for (int i = 0; i < 60; i++) {
      stars(journal, FOX, i % 5 + 1);
    }
    assertThat(Files.readString(journal.file())).contains("person");
  }

  private void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    channel.write(bytes);
  }

  @Test
  void aFullDiskLeavesEverythingAsItWas() throws IOException {
    AtomicBoolean full = new AtomicBoolean();
    MarksJournal journal =
        new MarksJournal(
            pictures,
            (channel, bytes) -> {
              if (full.get()) {
                channel.write(bytes.limit(bytes.limit() / 2)); // as much as there is room for
                throw new IOException("No space left on device");
              }
              channel.write(bytes);
            },
            20);
    stars(journal, FOX, 3);
    String before = Files.readString(journal.file());
    full.set(true);
    assertThatThrownBy(() -> stars(journal, FOX, 1))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> {
              assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE);
              assertThat(e.details()).last().isEqualTo("there is not enough room on the disk");
            });
    assertThat(Files.readString(journal.file())).isEqualTo(before);
    assertThat(journal.of(FOX).stars()).isEqualTo(3);
    full.set(false);
    stars(journal, FOX, 1);
    assertThat(again().of(FOX).stars()).isEqualTo(1);
  }

  @Test
  void aFolderThatCannotBeWrittenIsAFailureInWords() throws IOException {
    Files.writeString(pictures.resolve(MarksJournal.FOLDER), "a file in the way");
    MarksJournal journal = new MarksJournal(pictures);
    assertThatThrownBy(() -> stars(journal, FOX, 1))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE));
    assertThat(journal.of(FOX)).isEqualTo(Marks.NONE);
  }

  @Test
  void writesAllAgainIfSomebodyTookTheFileAway() throws IOException {
    MarksJournal journal = new MarksJournal(pictures);
    stars(journal, FOX, 3);
    Files.delete(journal.file());
    assertThat(journal.refresh()).isFalse();
    assertThat(journal.of(FOX).stars()).isEqualTo(3);
    stars(journal, OWL, 1);
    assertThat(again().of(FOX).stars()).isEqualTo(3);
    assertThat(again().of(OWL).stars()).isEqualTo(1);
    assertThat(journal.all()).isEqualTo(again().all());
  }
}
