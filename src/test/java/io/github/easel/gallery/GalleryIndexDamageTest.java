package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.AbstractCollection;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GalleryIndexDamageTest {

  @TempDir Path folder;

  private Path file() {
    return folder.resolve("gallery").resolve("index.db");
  }

  private GalleryIndex open() {
    return GalleryIndex.open(file());
  }

  private void fill() {
    try (GalleryIndex index = open()) {
      put(index);
    }
  }

  private static void put(GalleryIndex index) {
    index.put(
        IntStream.range(0, 2_000)
            .mapToObj(i -> Entries.named("p" + i).withPrompt("fox number " + i).entry())
            .toList());
  }

  @Test
  void beginsAnewWhereTheFileIsNoDatabase() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "these are notes, and no database at all. ".repeat(100));
    assertBegunAnew("index.db.unreadable");
    assertThat(file().resolveSibling("index.db.unreadable"))
        .content()
        .startsWith("these are notes");
  }

  @Test
  void beginsAnewWhereTheFileIsCutShort() throws IOException {
    fill();
    try (FileChannel channel = FileChannel.open(file(), StandardOpenOption.WRITE)) {
      channel.truncate(channel.size() / 2);
    }
    assertBegunAnew("index.db.unreadable");
  }

  @Test
  void beginsAnewWhereALaterVersionWroteIt() throws SQLException {
    fill();
    sql("PRAGMA user_version = " + (IndexSchema.VERSION + 1));
    assertBegunAnew("index.db.unreadable");
  }

  @Test
  void beginsAnewWhereItIsAnotherProgramsDatabase() throws SQLException, IOException {
    Files.createDirectories(file().getParent());
    sql("CREATE TABLE recipes(name TEXT)");
    assertBegunAnew("index.db.unreadable");
    sql("DROP TABLE picture"); // the right version, but not the tables
    assertBegunAnew("index.db.unreadable-2");
  }

  @Test
  void beginsAnewWhenDamageIsFoundWhileItIsUsed() throws IOException {
    fill();
    try (GalleryIndex index = open()) {
      assertThat(index.isNew()).isFalse();
      long before = index.version();
      scribble();
      assertThatThrownBy(() -> index.known())
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> {
                assertThat(e.failure()).isEqualTo(Failure.FILE_UNREADABLE);
                assertThat(e.details()).containsExactly(file().toString(), "the file is damaged");
              });
      assertThat(index.isNew()).isTrue();
      assertThat(index.version()).isGreaterThan(before);
      assertThat(index.known()).isEmpty();
      index.put(List.of(Entries.named("a").entry()));
      assertThat(Finding.names(index, "")).containsExactly("a");
    }
    assertThat(file().resolveSibling("index.db.unreadable")).exists();
  }

  @Test
  void beginsAnewHoweverOftenItIsDamaged() throws IOException {
    fill();
    try (GalleryIndex index = open()) {
      for (int round = 1; round <= 3; round++) {
        scribble();
        assertThatThrownBy(() -> index.known()).isInstanceOf(GenerationException.class);
        assertThat(index.renewals()).isEqualTo(round);
        put(index);
        assertThat(index.known()).hasSize(2_000);
        assertThat(index.renewals()).isEqualTo(round);
        put(index); // so that those who ask must read the file again
      }
      assertThat(index.obstacle()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "what?",
        "a?cache_size=1&b",
        "100% of it",
        "%41",
        "#1; 'it\"",
        "file:x",
        "mode=memory",
        " a b "
      })
  void liesInAFolderOfAnyName(String name) throws IOException {
    Path place;
    try {
      place = Files.createDirectories(folder.resolve(name));
    } catch (IOException | InvalidPathException e) {
      Assumptions.abort("no such folder on this system: " + name);
      return;
    }
    for (int i = 0; i < 2; i++) {
      try (GalleryIndex index = GalleryIndex.open(place.resolve("index.db"))) {
        assertThat(index.obstacle()).isEmpty();
        assertThat(index.size()).isEqualTo(i);
        index.put(List.of(Entries.named("a").entry()));
      }
      try (ThumbnailStore store = ThumbnailStore.open(place.resolve("thumbnails.db"), 1 << 20)) {
        assertThat(store.has("a")).isEqualTo(i == 1);
        store.put("a", Drawn.blobs(1, 16, 16));
      }
    }
    assertThat(place.resolve("index.db")).isNotEmptyFile();
    assertThat(place.resolve("thumbnails.db")).isNotEmptyFile();
    try (Stream<Path> all = Files.list(folder)) {
      assertThat(all).containsExactly(place);
    }
  }

  @Test
  @Timeout(60)
  void closingEndsAChangeThatIsUnderWayAndTakesItBack() throws InterruptedException {
    CountDownLatch begun = new CountDownLatch(100);
    GalleryIndex index = open();
    CompletableFuture<Throwable> change =
        CompletableFuture.runAsync(() -> index.put(endless(begun)))
            .handle((nothing, thrown) -> thrown.getCause());
    begun.await();
    index.close();
    assertThat(change.join())
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    try (GalleryIndex again = open()) {
      assertThat(again.size()).isZero();
    }
  }

  private static Collection<PictureEntry> endless(CountDownLatch each) {
    return new AbstractCollection<>() {
      @Override
      public Iterator<PictureEntry> iterator() {
        return Stream.iterate(0, i -> i + 1)
            .peek(i -> each.countDown())
            .map(i -> Entries.named("p" + i).entry())
            .iterator();
      }

      @Override
      public int size() {
        return Integer.MAX_VALUE;
      }
    };
  }

  @Test
  void isInTheMemoryWhereNoFileCanBe() throws IOException {
    Files.writeString(folder.resolve("gallery"), "a file where the folder should be");
    try (GalleryIndex index = open()) {
      GenerationException obstacle = index.obstacle().orElseThrow();
      assertThat(obstacle.failure()).isEqualTo(Failure.FILE_UNWRITABLE);
      assertThat(obstacle.details().get(0)).isEqualTo(file().toString());
      assertThat(index.isNew()).isTrue();
      long version = index.version();
      index.put(List.of(Entries.named("a").withPrompt("fox").entry()));
      index.mark("id-a", Marks.NONE.on("B"));
      assertThat(index.version()).isGreaterThan(version);
      assertThat(Finding.names(index, "fo")).containsExactly("a");
      assertThat(index.boards()).containsEntry("B", 1);
    }
  }

  @Test
  void isInTheMemoryWhereTheFileIsAFolder() throws IOException {
    Files.createDirectories(file());
    try (GalleryIndex index = open()) {
      assertThat(index.obstacle()).isPresent();
      assertThat(index.size()).isZero();
    }
  }

  @Test
  void saysThatItIsClosedOnceItIs() {
    GalleryIndex index = open();
    index.close();
    index.close();
    assertThatThrownBy(index::size)
        .isInstanceOfSatisfying(
            GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
  }

  @Test
  void aCancelledSearchEnds() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    try (GalleryIndex index = open()) {
      assertThatThrownBy(() -> index.find(GalleryQuery.ALL, cancellation))
          .isInstanceOfSatisfying(
              GenerationException.class, e -> assertThat(e.failure()).isEqualTo(Failure.CANCELLED));
    }
  }

  private void assertBegunAnew(String aside) {
    try (GalleryIndex index = open()) {
      assertThat(index.isNew()).isTrue();
      assertThat(index.obstacle()).isEmpty();
      assertThat(index.size()).isZero();
      index.put(List.of(Entries.named("a").withPrompt("fox").entry()));
      assertThat(Finding.names(index, "fox")).containsExactly("a");
    }
    assertThat(file().resolveSibling(aside)).isNotEmptyFile();
    try (GalleryIndex again = open()) {
      assertThat(again.isNew()).isFalse();
    }
  }

  /** Writes nonsense over everything but the first pages, also over what is not in them yet. */
  private void scribble() throws IOException {
    for (Path part : List.of(file(), file().resolveSibling(file().getFileName() + "-wal"))) {
      if (Files.exists(part)) {
        scribble(part);
      }
    }
  }

  private static void scribble(Path part) throws IOException {
    try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      byte[] nonsense = new byte[1 << 16];
      Arrays.fill(nonsense, (byte) 0x5a);
      for (long at = 1 << 17; at < channel.size() - nonsense.length; at += nonsense.length) {
        channel.write(ByteBuffer.wrap(nonsense), at);
      }
    }
  }

  private void sql(String statement) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file());
        var one = connection.createStatement()) {
      one.execute(statement);
    }
  }
}
