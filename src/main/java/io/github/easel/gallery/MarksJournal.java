package io.github.easel.gallery;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The marks of a collection, in a file that lies with its pictures: {@code .easel/marks.jsonl}. A
 * change is appended as a line and is on the disk when the method returns; what another process
 * appended is read first, so that several can mark at once. Lines that were torn by a crash are
 * passed over. When most lines are out of date, the file is written anew and replaced. Thread-safe.
 */
public final class MarksJournal {

  /** The folder within a collection's that holds what is Easel's own. */
  public static final String FOLDER = ".easel";

  private static final Logger LOG = LoggerFactory.getLogger(MarksJournal.class);
  private static final long PATIENCE_MILLIS = 10_000;
  private static final int FEW_LINES = 2_000;
  private static final int LINES_PER_MARK = 4;

  /** Writes bytes at the channel's position, for tests to fail. */
  interface Writing {

    /** Writes all of them and sees to it that they are on the disk. */
    void write(FileChannel channel, ByteBuffer bytes) throws IOException;
  }

  private final Path file;
  private final Writing writing;
  private final int fewLines;
  private JournalTail tail;

  /**
   * The journal of a collection.
   *
   * @param pictures the collection's folder; nothing is made in it before the first mark
   */
  public MarksJournal(Path pictures) {
    this(pictures, MarksJournal::write, FEW_LINES);
  }

  /**
   * @param fewLines files of so many lines are never written anew
   */
  MarksJournal(Path pictures, Writing writing, int fewLines) {
    file = pictures.resolve(FOLDER).resolve("marks.jsonl");
    this.writing = writing;
    this.fewLines = fewLines;
    tail = new JournalTail(file);
  }

  private static void write(FileChannel channel, ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.force(false);
  }

  /** The journal's file. */
  public Path file() {
    return file;
  }

  /**
   * Reads what was written since the last time, by whomever; without a file all stays as it is.
   *
   * @return whether anything was
   * @throws GenerationException {@code FILE_UNREADABLE}
   */
  public synchronized boolean refresh() {
    try {
      return tail.read();
    } catch (IOException e) {
      throw GenerationException.unreadable(file, FileReason.of(e), e);
    }
  }

  /** The marks by picture, of those that have any. */
  public synchronized Map<String, Marks> all() {
    return Map.copyOf(tail.state().all());
  }

  /** The marks of a picture. */
  public synchronized Marks of(String identity) {
    return tail.state().of(identity);
  }

  /** The names of all boards. */
  public synchronized Set<String> boards() {
    return new TreeSet<>(tail.state().boards());
  }

  /**
   * Changes marks as they are at this moment, whoever made them.
   *
   * @param identities the pictures'
   * @return their marks from now on
   * @throws GenerationException {@code FILE_UNWRITABLE}; nothing is changed then
   */
  public synchronized Map<String, Marks> change(
      Collection<String> identities, UnaryOperator<Marks> change) {
    append(
        state ->
            identities.stream()
                .distinct()
                .map(one -> new MarksLine.Marked(one, change.apply(state.of(one))))
                .filter(line -> !line.marks().equals(state.of(line.picture())))
                .map(MarksLine.class::cast)
                .toList());
    Map<String, Marks> now = new LinkedHashMap<>();
    identities.forEach(one -> now.put(one, of(one)));
    return now;
  }

  /** Makes a board; as {@link #change} otherwise. */
  public synchronized void makeBoard(String name) {
    append(
        state ->
            state.boards().contains(name) ? List.of() : List.of(new MarksLine.Made(checked(name))));
  }

  /** Gives a board another name, or makes two one; as {@link #change} otherwise. */
  public synchronized void renameBoard(String name, String other) {
    append(
        state ->
            state.boards().contains(name) && !name.equals(other)
                ? List.of(new MarksLine.Renamed(name, checked(other)))
                : List.of());
  }

  /** Takes a board away; as {@link #change} otherwise. */
  public synchronized void deleteBoard(String name) {
    append(
        state -> state.boards().contains(name) ? List.of(new MarksLine.Deleted(name)) : List.of());
  }

  private static String checked(String board) {
    if (board.isBlank()) {
      throw new IllegalArgumentException("a board needs a name");
    }
    return board;
  }

  /** Makes lines of what holds now. */
  private interface Change {
    List<MarksLine> of(MarksState now);
  }

  private void append(Change change) {
    try {
      AtomicFile.createFolder(file.resolveSibling(""));
      Path lockFile = file.resolveSibling("marks.lock");
      try (JournalLock lock = JournalLock.of(lockFile, PATIENCE_MILLIS)) {
        tail.read();
        List<MarksLine> lines = change.of(tail.state());
        if (!lines.isEmpty()) {
          append(lines);
          tail.read();
          if (lock.isAlone()) {
            shorten();
          }
        }
      }
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    }
  }

  private void append(List<MarksLine> lines) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      long end = channel.size();
      String before = "";
      List<MarksLine> all = new ArrayList<>();
      if (end == 0) {
        all.add(head());
        all.addAll(tail.state().lines()); // if there was a file that somebody took away
      } else {
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, end - 1);
        before = last.get(0) == '\n' ? "" : "\n"; // ends a line that a crash tore
      }
      all.addAll(lines);
      channel.position(end);
      try {
        writing.write(channel, StandardCharsets.UTF_8.encode(before + text(all)));
      } catch (IOException e) {
        channel.truncate(end); // half a change is none
        throw e;
      }
    }
  }

  private static String text(List<MarksLine> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(line.text()).append('\n'));
    return text.toString();
  }

  private static MarksLine head() {
    return new MarksLine.Head(MarksLine.FORMAT, UUID.randomUUID().toString());
  }

  /** Writes the file anew if most of it is out of date and all of it is understood. */
  private void shorten() {
    MarksState state = tail.state();
    if (tail.lines() <= Math.max(fewLines, LINES_PER_MARK * state.size()) || !tail.isWhole()) {
      return;
    }
    List<MarksLine> lines = new ArrayList<>(List.of(head()));
    lines.addAll(state.lines());
    try {
      byte[] bytes = text(lines).getBytes(StandardCharsets.UTF_8);
      AtomicFile.write(file, out -> out.write(bytes));
      JournalTail shorter = new JournalTail(file);
      shorter.read();
      tail = shorter;
      LOG.info("{} has {} lines now", file, lines.size());
    } catch (IOException e) {
      LOG.warn("{} stays long: {}", file, e.toString());
    }
  }

  /** Whether there is a journal at all. */
  public boolean exists() {
    return Files.exists(file);
  }
}
