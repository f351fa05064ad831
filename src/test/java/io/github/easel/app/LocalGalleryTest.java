package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.easel.app.GalleryService.Activity;
import io.github.easel.gallery.ColourLabel;
import io.github.easel.gallery.Found;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.Marks;
import io.github.easel.gallery.TestPictures;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LocalGalleryTest {

  private final Path data;
  private volatile Path root;
  private final GalleryEar ear = new GalleryEar();
  private LocalGallery gallery;

  LocalGalleryTest(@TempDir Path folder) {
    data = folder.resolve("data");
    root = folder.resolve("pictures");
    gallery = open();
  }

  private LocalGallery open() {
    LocalGallery opened =
        new LocalGallery(() -> root, data, GalleryLooks.Factory.NONE, SystemTrash.NONE);
    opened.listen(ear);
    return opened;
  }

  private void openAgain() {
    gallery.close();
    gallery = open();
  }

  @AfterEach
  void close() {
    gallery.close();
  }

  private Path picture(String name, long seed) throws IOException {
    return TestPictures.own(root.resolve(name), "picture " + seed, seed);
  }

  private GalleryItem kept(String name, long seed) throws IOException {
    Path file = picture(name, seed);
    gallery.kept(file);
    return gallery.item(file).orElseThrow();
  }

  private List<GalleryItem> all(LocalGallery asked, boolean discarded) {
    Found found = asked.find(GalleryQuery.ALL.amongDiscarded(discarded), new Cancellation());
    return asked.items(IntStream.range(0, found.size()).mapToObj(found::id).toList());
  }

  private List<Path> files() {
    return all(gallery, false).stream().map(item -> item.entry().file()).toList();
  }

  private Marks marks(Path file) {
    return gallery.item(file).orElseThrow().marks();
  }

  private static Marks noted(Marks old) {
    return old.withStars(4)
        .withFavourite(true)
        .withLabel(Optional.of(ColourLabel.BLUE))
        .on("foxes");
  }

  @Test
  void readsWhatIsThereAndHearsOfWhatComes() throws Exception {
    Path before = picture("2026-11-22/120000-1-a.png", 1);
    List<Integer> told = new ArrayList<>();
    gallery.listen(
        new GalleryService.Listener() {
          @Override
          public void changed() {}

          @Override
          public void reading(Activity activity, int done, int all) {
            told.add(done * 10 + all);
          }
        });
    gallery.start();
    assertThat(ear.hearsUntil(() -> files().equals(List.of(before)))).isTrue();
    assertThat(told).startsWith(1).contains(11);
    Path after = picture("2026-11-23/120000-2-b.png", 2);
    assertThat(ear.hearsUntil(() -> files().equals(List.of(after, before)))).isTrue();
    Files.delete(before);
    assertThat(ear.hearsUntil(() -> files().equals(List.of(after)))).isTrue();
  }

  @Test
  void beginsToWatchAFolderThatComesLater() throws Exception {
    gallery.start();
    assertThat(files()).isEmpty();
    Path first = picture("a.png", 1);
    assertThat(ear.hearsUntil(() -> files().equals(List.of(first)))).isTrue();
    Path second = picture("b.png", 2);
    assertThat(ear.hearsUntil(() -> files().contains(second))).isTrue();
  }

  @Test
  void marksStayWhateverBecomesOfTheIndexAndOfTheFilesName() throws Exception {
    GalleryItem item = kept("2026-11-23/120000-1-a.png", 1);
    GalleryItem other = kept("b.png", 2);
    gallery.mark(List.of(item.id(), other.id()), LocalGalleryTest::noted);
    gallery.mark(List.of(other.id()), marks -> marks.withStars(1));
    Marks expected = noted(Marks.NONE);
    assertThat(marks(item.entry().file())).isEqualTo(expected);
    assertThat(gallery.boards()).containsEntry("foxes", 2);
    gallery.makeBoard(" owls ");
    gallery.renameBoard("foxes", "red");
    assertThat(gallery.boards()).containsOnlyKeys("owls", "red").containsEntry("red", 2);
    gallery.deleteBoard("owls");
    gallery.close();

    Path moved = root.resolve("elsewhere.png");
    Files.move(item.entry().file(), moved);
    try (Stream<Path> index = Files.list(data)) {
      for (Path file : index.toList()) {
        Files.writeString(file, "no database at all");
      }
    }
    gallery = open();
    gallery.start();
    assertThat(ear.hearsUntil(() -> files().contains(moved))).isTrue();
    assertThat(ear.hearsUntil(() -> gallery.boards().containsKey("red"))).isTrue();
    assertThat(marks(moved)).isEqualTo(expected.off("foxes").on("red"));
    assertThat(marks(other.entry().file()).stars()).isEqualTo(1);
    assertThat(gallery.boards()).containsOnlyKeys("red");
  }

  @Test
  void anIndexThatIsDamagedAgainAndAgainIsMadeAnewFromFilesAndJournal() throws Exception {
    GalleryItem item = kept("a.png", 1);
    gallery.mark(List.of(item.id()), LocalGalleryTest::noted);
    gallery.start();
    for (int seed = 2; seed < 5; seed++) {
      damageIndex();
      Path file = picture(seed + ".png", seed);
      Path marked = item.entry().file();
      assertThat(ear.hearsUntil(() -> isThereAgain(file, marked)))
          .as("damage before picture %d", seed)
          .isTrue();
    }
    try (Stream<Path> index = Files.list(data)) {
      assertThat(index.map(Path::toString).filter(name -> name.contains("unreadable"))).hasSize(3);
    }
  }

  private boolean isThereAgain(Path file, Path marked) {
    try {
      return files().containsAll(List.of(file, marked)) && marks(marked).equals(noted(Marks.NONE));
    } catch (GenerationException | NoSuchElementException e) {
      return false; // the question that finds the damage fails, and what it asks about comes back
    }
  }

  /** Nonsense over the whole of the database and of what is not in it yet. */
  private void damageIndex() throws IOException {
    try (Stream<Path> index = Files.list(data)) {
      for (Path part : index.filter(name -> name.toString().matches(".*(\\.db|-wal)")).toList()) {
        byte[] nonsense = new byte[(int) Files.size(part)];
        Arrays.fill(nonsense, (byte) 0x5a);
        Files.write(part, nonsense, StandardOpenOption.WRITE);
      }
    }
  }

  @Test
  void whatIsDiscardedComesBackWithAllThatWasNoted() throws Exception {
    GalleryItem item = kept("mine/deep/a.png", 1);
    gallery.mark(List.of(item.id()), LocalGalleryTest::noted);
    List<GalleryItem> discarded = gallery.discard(List.of(item.id()));
    assertThat(discarded).hasSize(1);
    Path place = root.resolve("Trash/mine/deep/a.png");
    assertThat(discarded.get(0).entry().file()).isEqualTo(place).exists();
    assertThat(files()).isEmpty();
    assertThat(gallery.boards()).containsEntry("foxes", 0);

    openAgain();
    gallery.rebuild(new Cancellation(), (done, all) -> {});
    List<GalleryItem> found = all(gallery, true);
    assertThat(found).extracting(one -> one.entry().file()).containsExactly(place);
    List<GalleryItem> restored = gallery.restore(List.of(found.get(0).id()));
    assertThat(restored.get(0).entry().file()).isEqualTo(item.entry().file()).exists();
    assertThat(marks(item.entry().file())).isEqualTo(noted(Marks.NONE));
    assertThat(gallery.restore(List.of(restored.get(0).id()))).isEmpty();
  }

  @Test
  void discardingReplacesNothingAndSaysWhatIsGone() throws Exception {
    GalleryItem first = kept("a.png", 1);
    gallery.discard(List.of(first.id()));
    GalleryItem second = kept("a.png", 2);
    List<GalleryItem> discarded = gallery.discard(List.of(second.id()));
    assertThat(discarded.get(0).entry().file()).hasFileName("a-2.png");
    assertThat(gallery.restore(List.of(discarded.get(0).id())).get(0).entry().file())
        .isEqualTo(second.entry().file());

    GalleryItem gone = kept("b.png", 3);
    Files.delete(gone.entry().file());
    assertThatThrownBy(() -> gallery.discard(List.of(gone.id())))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE));
    assertThat(gallery.item(gone.entry().file())).isEmpty();
  }

  @Test
  void emptiesTheTrashForGoodWhereTheSystemHasNone() throws Exception {
    GalleryItem one = kept("mine/a.png", 1);
    kept("b.png", 2);
    gallery.discard(List.of(one.id()));
    Files.writeString(root.resolve("Trash/notes.txt"), "not a picture");
    assertThat(gallery.hasSystemTrash()).isFalse();
    assertThat(gallery.emptyTrash(new Cancellation())).isEqualTo(1);
    assertThat(all(gallery, true)).isEmpty();
    assertThat(files()).hasSize(1);
    assertThat(root.resolve("Trash/mine")).doesNotExist();
    assertThat(root.resolve("Trash/notes.txt")).exists();
  }

  @Test
  void goesOnInAnotherFolderAtOnce() throws Exception {
    Path before = picture("a.png", 1);
    gallery.start();
    assertThat(ear.hearsUntil(() -> files().equals(List.of(before)))).isTrue();
    root = root.resolveSibling("other");
    Path after = picture("b.png", 2);
    gallery.folderChanged();
    assertThat(ear.hearsUntil(() -> files().equals(List.of(after)))).isTrue();
    root = root.resolveSibling("pictures");
    assertThat(files()).containsExactly(before);
  }

  @Test
  void rebuildsFromFilesAndJournal() throws Exception {
    GalleryItem item = kept("a.png", 1);
    gallery.mark(List.of(item.id()), LocalGalleryTest::noted);
    picture("b.png", 2);
    Path discarded = picture("Trash/c.png", 3);
    List<Integer> told = new ArrayList<>();
    assertThat(gallery.rebuild(new Cancellation(), (done, all) -> told.add(done))).isEqualTo(3);
    assertThat(told).startsWith(0).endsWith(3);
    assertThat(gallery.item(discarded).orElseThrow().entry().discarded()).isTrue();
    assertThat(marks(item.entry().file())).isEqualTo(noted(Marks.NONE));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void aReadOnlyFolderCanBeLookedAt() throws Exception {
    GalleryItem item = kept("a.png", 1);
    gallery.close();
    Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-xr-xr-x"));
    try {
      assumeTrue(!Files.isWritable(root), "this user may write everywhere");
      gallery = open();
      gallery.start();
      assertThat(ear.hearsUntil(() -> files().size() == 1)).isTrue();
      for (Runnable change :
          List.<Runnable>of(
              () -> gallery.mark(List.of(item.id()), LocalGalleryTest::noted),
              () -> gallery.discard(List.of(item.id())),
              () -> gallery.makeBoard("foxes"))) {
        assertThatThrownBy(change::run)
            .isInstanceOfSatisfying(
                GenerationException.class,
                e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE));
      }
      assertThat(marks(item.entry().file())).isEqualTo(Marks.NONE);
    } finally {
      Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
  }

  @Test
  void whatCannotBeKeptIsNotMarkedAndSaidInWords() throws Exception {
    GalleryItem item = kept("a.png", 1);
    Files.writeString(root.resolve(".easel"), "a file in the way of the journal’s folder");
    assertThatThrownBy(() -> gallery.mark(List.of(item.id()), LocalGalleryTest::noted))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE));
    assertThat(marks(item.entry().file())).isEqualTo(Marks.NONE);
    Files.writeString(root.resolve("Trash"), "a file in the way of the trash");
    assertThatThrownBy(() -> gallery.discard(List.of(item.id())))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE));
    assertThat(files()).containsExactly(item.entry().file());
  }

  @Test
  void givesThumbnailsAlsoOfWhatItDoesNotKnowYet() throws Exception {
    Path file = picture("a.png", 1);
    assertThat(gallery.thumbnail(file).width()).isEqualTo(TestPictures.SIDE);
    assertThatThrownBy(() -> gallery.thumbnail(root.resolve("gone.png")))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE));
  }

  @Test
  void twoAtOnceSeeWhatTheOtherDoes() throws Exception {
    gallery.start();
    GalleryEar otherEar = new GalleryEar();
    LocalGallery other =
        new LocalGallery(() -> root, data, GalleryLooks.Factory.NONE, SystemTrash.NONE);
    other.listen(otherEar);
    other.start();
    GalleryItem item = kept("a.png", 1);
    Path file = item.entry().file();
    assertThat(otherEar.hearsUntil(() -> other.item(file).isPresent())).isTrue();
    other.mark(List.of(other.item(file).orElseThrow().id()), marks -> marks.withStars(5));
    assertThat(ear.hearsUntil(() -> marks(file).stars() == 5)).isTrue();
    gallery.mark(List.of(item.id()), marks -> marks.withFavourite(true));
    gallery.discard(List.of(item.id()));
    assertThat(otherEar.hearsUntil(() -> all(other, true).size() == 1)).isTrue();
    assertThat(all(other, true).get(0).marks())
        .isEqualTo(Marks.NONE.withStars(5).withFavourite(true));
    other.close();
  }

  @Test
  void askedAfterTheEndItOnlySaysSo() {
    gallery.close();
    assertThatThrownBy(() -> gallery.boards())
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
  }
}
