package io.github.easel.image;

import io.github.easel.generation.Provenance;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Settings as an EXIF block (Exif 2.32, section 4.6), for files that hold no texts of their own.
 *
 * <pre>
 * block = "MM" 42(2) 8(4) first exif data
 * first = 1(2) entry(to exif) 0(4)
 * exif  = 2(2) entry(maker note) entry(user comment) 0(4)
 * entry = tag(2) type(2) count(4) value or offset(4)
 * </pre>
 *
 * <p>The user comment holds {@link Infotext} where A1111 has it, in UTF-16 and behind the code that
 * says so; the maker note holds {@link ProvenanceJson}, which is Easel's alone to understand.
 */
final class SettingsExif {

  private static final int HEADER = 8;
  private static final int ENTRY = 12;
  private static final int EXIF_DIRECTORY = 0x8769;
  private static final int MAKER_NOTE = 0x927C;
  private static final int USER_COMMENT = 0x9286;
  private static final int LONG = 4;
  private static final int UNDEFINED = 7;
  private static final byte[] UNICODE = "UNICODE\0".getBytes(StandardCharsets.US_ASCII);

  private SettingsExif() {}

  /**
   * A TIFF structure, big-endian, without {@code Exif} before it.
   *
   * @param exact whether Easel's own record is in it, or only what other programs read
   */
  static byte[] of(Provenance provenance, boolean exact) {
    SortedMap<Integer, byte[]> values = new TreeMap<>();
    if (exact) {
      byte[] json = ProvenanceJson.write(provenance).getBytes(StandardCharsets.UTF_8);
      values.put(MAKER_NOTE, json);
    }
    byte[] text = Infotext.write(provenance).getBytes(StandardCharsets.UTF_16BE);
    byte[] comment =
        ByteBuffer.allocate(UNICODE.length + text.length).put(UNICODE).put(text).array();
    values.put(USER_COMMENT, comment);
    return block(values);
  }

  private static byte[] block(SortedMap<Integer, byte[]> values) {
    int exif = HEADER + directory(1);
    int data = exif + directory(values.size());
    int length = data + values.values().stream().mapToInt(bytes -> bytes.length).sum();
    ByteBuffer block = ByteBuffer.allocate(length).order(ByteOrder.BIG_ENDIAN);
    block.putShort((short) 0x4D4D).putShort((short) 42).putInt(HEADER);
    block.putShort((short) 1);
    entry(block, EXIF_DIRECTORY, LONG, 1).putInt(exif).putInt(0);
    block.putShort((short) values.size());
    int at = data;
    for (Map.Entry<Integer, byte[]> value : values.entrySet()) {
      entry(block, value.getKey(), UNDEFINED, value.getValue().length).putInt(at);
      at += value.getValue().length;
    }
    block.putInt(0);
    values.values().forEach(block::put);
    return block.array();
  }

  private static int directory(int entries) {
    return Short.BYTES + entries * ENTRY + Integer.BYTES;
  }

  private static ByteBuffer entry(ByteBuffer block, int tag, int type, int count) {
    return block.putShort((short) tag).putShort((short) type).putInt(count);
  }
}
