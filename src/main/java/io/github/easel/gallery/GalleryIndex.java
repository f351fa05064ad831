package io.github.easel.gallery;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What is known of all pictures, in a SQLite database that can be deleted: the files and the
 * journal of marks are the truth. Several threads and several processes may use one at once;
 * questions do not wait for changes.
 *
 * <p>Every method throws {@link GenerationException} {@code FILE_UNREADABLE} or {@code
 * FILE_UNWRITABLE} of the database's file when it fails, and {@code CANCELLED} once it is closed.
 * One that turns out to be damaged while it is used fails once, is set aside and begun anew: {@link
 * #renewals} says so.
 */
public final class GalleryIndex implements AutoCloseable {

  /** So many rows are asked for in one question. */
  private static final int CHUNK = 500;

  private static final String SELECT = "SELECT " + PictureRows.COLUMNS + " FROM picture AS p ";

  /** Takes looks one by one. */
  public interface LookSink {

    /** The look of the picture of that number. */
    void on(long id, Look look);
  }

  /**
   * What a file was like when it was last read.
   *
   * @param modified its last change, milliseconds since 1970
   * @param bytes its length
   */
  public record Known(long modified, long bytes) {}

  private final IndexDatabase database;
  private final FoundCache cache = new FoundCache();

  private GalleryIndex(IndexDatabase database) {
    this.database = database;
  }

  /**
   * Opens the index in that file, which is made when it is absent. One that is damaged, of another
   * version or no index is set aside and begun anew. Where no file can be written, the index is
   * kept in the memory ({@link #obstacle}).
   */
  public static GalleryIndex open(Path file) {
    return new GalleryIndex(new IndexDatabase(file));
  }

  /** Whether nothing was in it when it was opened, so that all files must be read. */
  boolean isNew() {
    return database.isNew();
  }

  /** How often it was begun anew since it was opened, because it was found to be damaged. */
  public int renewals() {
    return database.renewals();
  }

  /**
   * Why the index is in the memory only and will be gone when it is closed; nothing if it is not.
   */
  public Optional<GenerationException> obstacle() {
    return database.obstacle();
  }

  /** Inserts entries, or replaces what is known of their files; all or none. */
  public void put(Collection<PictureEntry> entries) {
    change(
        connection -> {
          for (PictureEntry entry : entries) {
            PictureRows.put(connection, entry);
          }
        });
  }

  /** Forgets files; their marks and looks are kept, for the pictures may come back. */
  public void forget(Collection<Path> files) {
    change(
        connection -> {
          for (Path file : files) {
            PictureRows.forget(connection, file);
          }
        });
  }

  /** Every file, and what it was like. */
  public Map<Path, Known> known() {
    Map<Path, Known> known = new HashMap<>();
    return ask(
        connection -> {
          connection.each(
              "SELECT file, modified, bytes FROM picture",
              row ->
                  known.put(Path.of(row.getString(1)), new Known(row.getLong(2), row.getLong(3))));
          return known;
        });
  }

  /**
   * The pictures that are as the query says.
   *
   * @throws GenerationException {@code CANCELLED}
   */
  public Found find(GalleryQuery query, Cancellation cancellation) {
    long version = database.version();
    return database.ask(
        connection -> {
          Optional<Found> kept = cache.find(query, version);
          Found all = kept.isPresent() ? kept.get() : FindQuery.filtered(connection, query);
          cache.keep(query, all, version);
          cancellation.check();
          return FindQuery.withWords(connection, all, QueryWords.parse(query.words()));
        },
        cancellation);
  }

  /** What is known of these pictures, in this order; those that are gone are left out. */
  public List<GalleryItem> items(List<Long> ids) {
    Map<Long, GalleryItem> items = new HashMap<>();
    for (int from = 0; from < ids.size(); from += CHUNK) {
      List<Long> some = ids.subList(from, Math.min(ids.size(), from + CHUNK));
      String where = "WHERE p.id IN (SELECT value FROM json_each(?))";
      some(where, some.toString()).forEach(item -> items.put(item.id(), item));
    }
    return ids.stream().filter(items::containsKey).map(items::get).toList();
  }

  /** What is known of the picture in that file. */
  public Optional<GalleryItem> at(Path file) {
    return some("WHERE p.file = ?", file.toString()).stream().findFirst();
  }

  /** All files of one picture, the oldest first. */
  public List<GalleryItem> identical(String identity) {
    return some("WHERE p.identity = ? ORDER BY p.made, p.id", identity);
  }

  /** Pictures that began with the pixels of that hash, the oldest first; also discarded ones. */
  public List<GalleryItem> withSource(String sha256) {
    return some("WHERE p.source = ? AND p.source <> '' ORDER BY p.made, p.id", sha256);
  }

  /** Pictures that have the pixels of that hash, as far as they were looked at; likewise. */
  public List<GalleryItem> withPixels(String sha256) {
    return some("JOIN look USING (identity) WHERE look.pixels = ? ORDER BY p.made, p.id", sha256);
  }

  /** Keeps the marks of a picture as they are now. */
  public void mark(String identity, Marks marks) {
    change(connection -> MarkRows.put(connection, identity, marks));
  }

  /** Keeps the marks of many pictures as they are now; all or none. */
  public void mark(Map<String, Marks> marks) {
    change(
        connection -> {
          for (Map.Entry<String, Marks> one : marks.entrySet()) {
            MarkRows.put(connection, one.getKey(), one.getValue());
          }
        });
  }

  /** Keeps these marks and boards, and no others. */
  public void replaceMarks(Map<String, Marks> all, Set<String> boards) {
    change(connection -> MarkRows.replace(connection, all, boards));
  }

  /** The marks of a picture; {@link Marks#NONE} for one that has none. */
  public Marks marks(String identity) {
    return ask(connection -> MarkRows.of(connection, identity));
  }

  /** The boards, by name, and how many pictures outside of the trash lie on each. */
  public Map<String, Integer> boards() {
    return ask(MarkRows::boards);
  }

  /** Makes a board unless it is there. */
  public void putBoard(String name) {
    change(connection -> MarkRows.putBoard(connection, name));
  }

  /** Takes a board away; its pictures stay. */
  public void removeBoard(String name) {
    change(connection -> MarkRows.removeBoard(connection, name));
  }

  /** The names of models, most used first. */
  public List<String> models() {
    return ask(connection -> TermRows.mostUsed(connection, "model"));
  }

  /** The names of samplers, most used first. */
  public List<String> samplers() {
    return ask(connection -> TermRows.mostUsed(connection, "sampler"));
  }

  /**
   * Keeps what a picture looks like.
   *
   * @param towers the fingerprint of the CLIP towers that looked at it, also if they could make
   *     nothing of it; empty without towers
   */
  public void putLook(String identity, Look look, String towers) {
    change(connection -> LookRows.put(connection, identity, look, towers));
  }

  /**
   * Pictures outside of the trash without a look, or without an embedding of these towers (unless
   * that is empty), newest first.
   */
  public List<GalleryItem> lookless(String towers, int most) {
    return ask(connection -> LookRows.missing(connection, towers, most));
  }

  /**
   * Gives every look of a picture outside of the trash, in the order of their numbers; embeddings
   * of other towers are left out of them.
   */
  public void eachLook(String towers, LookSink sink) {
    ask(
        connection -> {
          LookRows.each(connection, towers, sink);
          return sink;
        });
  }

  /** How many pictures {@link #lookless} would give if it gave all. */
  public int countLookless(String towers) {
    return ask(connection -> LookChanges.missing(connection, towers));
  }

  /**
   * Gives every look of a picture outside of the trash that was put since, as {@link #eachLook}
   * does, in the order in which they were put.
   *
   * @param since what the last such question returned; 0 for all looks
   * @return from where to ask the next time
   */
  public long looksSince(long since, String towers, LookSink sink) {
    return ask(
        connection -> {
          long newest = LookChanges.newest(connection);
          LookChanges.since(connection, since, towers, sink);
          return newest;
        });
  }

  /** Gives the looks of these pictures, as far as there are any; also of discarded ones. */
  public void looksOf(List<Long> ids, String towers, LookSink sink) {
    ask(
        connection -> {
          LookChanges.of(connection, ids, towers, sink);
          return sink;
        });
  }

  /** How many files it knows, those in the trash included. */
  public int size() {
    return (int) (long) ask(connection -> connection.number(0, "SELECT count(*) FROM picture"));
  }

  /** Grows with every change, also by another process. */
  public long version() {
    return database.version();
  }

  private List<GalleryItem> some(String where, String value) {
    return ask(
        connection -> {
          List<GalleryItem> items = new ArrayList<>();
          connection.each(SELECT + where, row -> items.add(PictureRows.read(row)), value);
          return items;
        });
  }

  private <T> T ask(IndexDatabase.Work<T> question) {
    return database.ask(question, new Cancellation());
  }

  private void change(IndexConnection.Change change) {
    database.change(change);
  }

  @Override
  public void close() {
    database.close();
  }
}
