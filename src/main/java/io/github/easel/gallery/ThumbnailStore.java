package io.github.easel.gallery;

import io.github.easel.generation.PixelImage;
import io.github.easel.image.Resizing;
import io.github.easel.image.Thumbnail;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures made small, kept from one time to the next: JPEG streams in one SQLite file, by the
 * identity of their pictures. It is a cache and in nobody's way: a file that is damaged is set
 * aside and begun anew, what cannot be kept is made again the next time, and when it grows beyond
 * its bound those go that were used longest ago. Thread-safe, also over processes; ask it off the
 * window's thread.
 */
public final class ThumbnailStore implements AutoCloseable {

  /** The longer side of what is kept, in pixels. */
  public static final int SIDE = 256;

  /** How many bytes all of them take, unless somebody says otherwise. */
  public static final long USUAL_MOST = 2_000_000_000L;

  private static final Logger LOG = LoggerFactory.getLogger(ThumbnailStore.class);

  /** How many bytes they take at most where they are in the memory. */
  static final long MOST_IN_MEMORY = 50_000_000L;

  /** So many are put until it is seen again whether they are too many. */
  private static final int PUTS_BETWEEN = 64;

  /** So many uses are written down at once. */
  private static final int USES_BETWEEN = 256;

  private final Path file;
  private final long most;
  private final LongSupplier today;
  private final Set<Long> used = new HashSet<>();
  private IndexConnection connection;
  private int puts;
  private boolean closed;

  private ThumbnailStore(Path file, long most, LongSupplier today) {
    this.file = file;
    this.most = most;
    this.today = today;
    connection = ThumbnailFile.open(file);
  }

  /**
   * Opens the store; makes it when there is none. Where none can be, it lives in the memory.
   *
   * @param most bytes of all thumbnails together
   */
  public static ThumbnailStore open(Path file, long most) {
    return open(file, most, () -> LocalDate.now(ZoneOffset.UTC).toEpochDay());
  }

  /**
   * Likewise.
   *
   * @param today the day on which thumbnails are used, counted from any day
   */
  static ThumbnailStore open(Path file, long most, LongSupplier today) {
    return new ThumbnailStore(file, most, today);
  }

  /**
   * The thumbnail of a picture, kept for the next time.
   *
   * @param identity {@link PictureIdentity#of} its file
   * @param picture reads the picture where none is kept; what it throws is thrown on
   * @return a picture whose longer side has at most {@value #SIDE} pixels
   */
  public PixelImage of(String identity, Supplier<PixelImage> picture) {
    Optional<PixelImage> kept = find(identity);
    if (kept.isPresent()) {
      return kept.get();
    }
    PixelImage small = Resizing.within(picture.get(), SIDE);
    put(identity, small);
    return small;
  }

  /** The thumbnail that is kept of a picture, if one is. */
  public Optional<PixelImage> find(String identity) {
    List<byte[]> found = new ArrayList<>(1);
    attempt(() -> read(identity, found));
    try {
      return found.stream().map(Thumbnail::decode).findFirst();
    } catch (IllegalArgumentException e) {
      LOG.warn("the thumbnail of {} is damaged and will be made anew", identity, e);
      return Optional.empty();
    }
  }

  /** Whether one is kept. */
  public boolean has(String identity) {
    List<Long> found = new ArrayList<>(1);
    attempt(
        () ->
            connection.each(
                "SELECT id FROM used WHERE identity = ?",
                row -> found.add(row.getLong(1)),
                identity));
    return !found.isEmpty();
  }

  private void read(String identity, List<byte[]> found) throws SQLException {
    long day = today.getAsLong();
    connection.each(
        "SELECT used.id, used.day, jpeg FROM used JOIN thumbnail ON thumbnail.id = used.id"
            + " WHERE identity = ?",
        row -> {
          if (row.getLong(2) < day) {
            used.add(row.getLong(1));
          }
          found.add(row.getBytes(3));
        },
        identity);
    if (used.size() >= USES_BETWEEN) {
      writeUses();
    }
  }

  /**
   * Keeps a thumbnail, in the place of the one that is kept.
   *
   * @param small a picture whose longer side has at most {@value #SIDE} pixels
   */
  public void put(String identity, PixelImage small) {
    if (Math.max(small.width(), small.height()) > SIDE) {
      throw new IllegalArgumentException(small + " is no thumbnail");
    }
    byte[] jpeg = Thumbnail.encode(small, Thumbnail.QUALITY);
    attempt(
        () -> {
          connection.change(to -> insert(to, identity, jpeg));
          puts++;
          if (puts % PUTS_BETWEEN == 0) {
            makeRoom();
          }
        });
  }

  private void insert(IndexConnection to, String identity, byte[] jpeg) throws SQLException {
    to.update(
        "INSERT INTO used(identity, day, bytes) VALUES (?, ?, ?) ON CONFLICT(identity)"
            + " DO UPDATE SET day = excluded.day, bytes = excluded.bytes",
        identity,
        today.getAsLong(),
        jpeg.length);
    to.update(
        "INSERT OR REPLACE INTO thumbnail(id, jpeg)"
            + " VALUES ((SELECT id FROM used WHERE identity = ?), ?)",
        identity,
        jpeg);
  }

  /** Lets a tenth go when there are too many, so that this does not come again at once. */
  private void makeRoom() throws SQLException {
    long all = bytes();
    long bound = bound();
    if (all <= bound) {
      return;
    }
    writeUses();
    List<Long> oldest = new ArrayList<>();
    long[] left = {all};
    connection.each(
        "SELECT id, bytes FROM used ORDER BY day, id",
        row -> {
          if (left[0] > bound - bound / 10) {
            oldest.add(row.getLong(1));
            left[0] -= row.getLong(2);
          }
        });
    connection.change(
        from -> {
          for (long id : oldest) {
            from.update("DELETE FROM thumbnail WHERE id = ?", id);
            from.update("DELETE FROM used WHERE id = ?", id);
          }
        });
    LOG.info("{} thumbnails made room for others", oldest.size());
  }

  /** How many bytes they may take. */
  synchronized long bound() {
    return connection.isInMemory() ? Math.min(most, MOST_IN_MEMORY) : most;
  }

  /** How many bytes all thumbnails take. */
  private long bytes() throws SQLException {
    return connection.number(0, "SELECT COALESCE(SUM(bytes), 0) FROM used");
  }

  private void writeUses() throws SQLException {
    connection.change(
        to -> {
          for (long id : used) {
            to.update("UPDATE used SET day = ? WHERE id = ?", today.getAsLong(), id);
          }
        });
    used.clear();
  }

  /** Work on the database. */
  private interface Access {
    void run() throws SQLException;
  }

  /** What goes wrong with a cache is no reason to fail. */
  private synchronized void attempt(Access access) {
    if (closed) {
      return;
    }
    try {
      access.run();
    } catch (SQLException e) {
      LOG.warn("{} could not be used: {}", file, e.getMessage());
      if (IndexFailures.isDamage(e)) {
        used.clear();
        connection = ThumbnailFile.anew(connection, file);
      }
    }
  }

  @Override
  public synchronized void close() {
    if (!closed && !used.isEmpty()) {
      attempt(this::writeUses);
    }
    closed = true;
    connection.closeQuietly();
  }
}
