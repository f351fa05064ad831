package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where the entries of a ZIP archive lie in it (APPNOTE.TXT of PKWARE, 4.3 and 4.5). Only entries
 * that are stored as they are can be used; nothing is ever unpacked. Archives of more than 4 GB are
 * read as well.
 */
final class ZipDirectory {

  private static final int END = 0x06054b50;
  private static final int END_LENGTH = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;
  private static final int LARGE_LOCATOR = 0x07064b50;
  private static final int LARGE_LOCATOR_LENGTH = 20;
  private static final int LARGE_END = 0x06064b50;
  private static final int LARGE_END_LENGTH = 56;
  private static final int LOCAL = 0x04034b50;
  private static final int LOCAL_LENGTH = 30;
  private static final long LONGEST_DIRECTORY = 64_000_000;
  private static final long ABSENT = 0xFFFF_FFFFL;

  private final Path file;
  private final SeekableByteChannel channel;
  private final Map<String, ZipEntryHead> entries = new LinkedHashMap<>();

  /** Bytes of an archive. */
  record Region(long offset, long length) {}

  private ZipDirectory(Path file, SeekableByteChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Reads the directory.
   *
   * @throws GenerationException if it is broken, or if a name leads out of the archive
   */
  static ZipDirectory read(Path file, SeekableByteChannel channel) throws IOException {
    ZipDirectory directory = new ZipDirectory(file, channel);
    Region region = directory.directory();
    if (region.length() > LONGEST_DIRECTORY) {
      throw directory.unusable("a directory of " + region.length() + " bytes");
    }
    ByteBuffer bytes = directory.bytes(region.offset(), region.length());
    while (bytes.hasRemaining()) {
      ZipEntryHead head = ZipEntryHead.next(bytes, directory::unusable);
      if (directory.entries.put(head.name(), head) != null) {
        throw directory.unusable("two entries named " + WeightFiles.quoted(head.name()));
      }
    }
    return directory;
  }

  /** The names of all entries, in the directory's order. */
  List<String> names() {
    return Collections.unmodifiableList(new ArrayList<>(entries.keySet()));
  }

  /**
   * Where the bytes of an entry lie, or null if there is none of that name.
   *
   * @throws GenerationException if it is compressed, encrypted or not where it should be
   */
  @Nullable Region find(String name) throws IOException {
    ZipEntryHead head = entries.get(name);
    if (head == null) {
      return null;
    }
    if (!head.isStored()) {
      throw unusable(
          "the compressed entry %s; torch compresses nothing, so unpack the archive and pack it"
                  .formatted(WeightFiles.quoted(name))
              + " without compression");
    }
    ByteBuffer local = bytes(head.offset(), LOCAL_LENGTH);
    if (local.getInt(0) != LOCAL) {
      throw unusable("no entry where it should be: " + WeightFiles.quoted(name));
    }
    int before = (local.getShort(26) & 0xFFFF) + (local.getShort(28) & 0xFFFF);
    long offset = head.offset() + LOCAL_LENGTH + before;
    if (head.length() > channel.size() - offset) {
      throw unusable("an entry that ends too soon: " + WeightFiles.quoted(name));
    }
    return new Region(offset, head.length());
  }

  private Region directory() throws IOException {
    long size = channel.size();
    long from = Math.max(0, size - END_LENGTH - LONGEST_COMMENT);
    ByteBuffer tail = bytes(from, size - from);
    for (int i = tail.limit() - END_LENGTH; i >= 0; i--) {
      if (tail.getInt(i) == END
          && (tail.getShort(i + 20) & 0xFFFF) <= tail.limit() - END_LENGTH - i) {
        long length = Integer.toUnsignedLong(tail.getInt(i + 12));
        long offset = Integer.toUnsignedLong(tail.getInt(i + 16));
        boolean large = length == ABSENT || offset == ABSENT;
        return large ? largeDirectory(from + i) : new Region(offset, length);
      }
    }
    throw unusable("no end of the archive, as if it were cut short");
  }

  private Region largeDirectory(long end) throws IOException {
    ByteBuffer locator = bytes(end - LARGE_LOCATOR_LENGTH, LARGE_LOCATOR_LENGTH);
    if (locator.getInt(0) != LARGE_LOCATOR) {
      throw unusable("a large archive without its own end");
    }
    ByteBuffer record = bytes(locator.getLong(8), LARGE_END_LENGTH);
    if (record.getInt(0) != LARGE_END) {
      throw unusable("a large archive without its own end");
    }
    return new Region(record.getLong(48), record.getLong(40));
  }

  private ByteBuffer bytes(long offset, long length) throws IOException {
    long size = channel.size();
    if (offset < 0 || length < 0 || offset > size || length > size - offset) {
      throw unusable("a part that would lie outside the file");
    }
    if (length > LONGEST_DIRECTORY) {
      throw unusable("a directory of " + length + " bytes");
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) length).order(ByteOrder.LITTLE_ENDIAN);
    WeightFiles.fill(channel, offset, bytes);
    return bytes;
  }

  private GenerationException unusable(String found) {
    return GenerationException.unusable(file, "a ZIP archive as torch saves it", found);
  }
}
