package io.github.easel.weights;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;

/**
 * What a ZIP archive's directory says of an entry.
 *
 * @param isStored whether its bytes are neither compressed nor encrypted
 * @param length of its bytes
 * @param offset where in the file its own header begins
 */
record ZipEntryHead(String name, boolean isStored, long length, long offset) {

  private static final int SIGNATURE = 0x02014b50;
  private static final int FIXED = 46;
  private static final int ENCRYPTED = 1;
  private static final int LARGE_FIELD = 1;
  private static final long ABSENT = 0xFFFF_FFFFL;

  /**
   * Reads the next one.
   *
   * @param bytes the directory, at the beginning of an entry; behind it afterwards
   * @param unusable what to throw for a directory with such a fault
   */
  static ZipEntryHead next(ByteBuffer bytes, Function<String, RuntimeException> unusable) {
    int start = bytes.position();
    if (bytes.remaining() < FIXED || bytes.getInt(start) != SIGNATURE) {
      throw unusable.apply("a broken directory");
    }
    int nameLength = bytes.getShort(start + 28) & 0xFFFF;
    int extraLength = bytes.getShort(start + 30) & 0xFFFF;
    int commentLength = bytes.getShort(start + 32) & 0xFFFF;
    if (bytes.remaining() - FIXED < nameLength + extraLength + commentLength) {
      throw unusable.apply("a broken directory");
    }
    byte[] nameBytes = new byte[nameLength];
    bytes.get(start + FIXED, nameBytes);
    String name = new String(nameBytes, StandardCharsets.UTF_8);
    if (leadsOut(name)) {
      throw unusable.apply("an entry that leads out of it: " + WeightFiles.quoted(name));
    }
    int flags = bytes.getShort(start + 8);
    int method = bytes.getShort(start + 10);
    long[] sizes = {
      Integer.toUnsignedLong(bytes.getInt(start + 24)),
      Integer.toUnsignedLong(bytes.getInt(start + 20)),
      Integer.toUnsignedLong(bytes.getInt(start + 42))
    };
    large(bytes.slice(start + FIXED + nameLength, extraLength).order(bytes.order()), sizes);
    if (sizes[0] < 0 || sizes[2] < 0) {
      throw unusable.apply("an entry of an impossible length: " + WeightFiles.quoted(name));
    }
    bytes.position(start + FIXED + nameLength + extraLength + commentLength);
    boolean stored = method == 0 && (flags & ENCRYPTED) == 0 && sizes[0] == sizes[1];
    return new ZipEntryHead(name, stored, sizes[0], sizes[2]);
  }

  /** Numbers that need more than 32 bits stand in a field of their own, in this order. */
  private static void large(ByteBuffer extra, long[] sizes) {
    while (extra.remaining() >= 4) {
      int id = extra.getShort() & 0xFFFF;
      int length = Math.min(extra.getShort() & 0xFFFF, extra.remaining());
      ByteBuffer field = extra.slice(extra.position(), length).order(extra.order());
      for (int i = 0; id == LARGE_FIELD && i < sizes.length; i++) {
        if (sizes[i] == ABSENT && field.remaining() >= Long.BYTES) {
          sizes[i] = field.getLong();
        }
      }
      extra.position(extra.position() + length);
    }
  }

  /** Names are only compared, but one that leads elsewhere was meant for other readers. */
  private static boolean leadsOut(String name) {
    return name.startsWith("/")
        || name.contains("\\")
        || List.of(name.split("/", -1)).contains("..");
  }
}
