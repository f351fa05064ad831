package io.github.easel.weights;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Pickles, sound or hostile, instruction by instruction. */
final class PickleBytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  PickleBytes() {
    op(0x80, 2);
  }

  PickleBytes op(int... octets) {
    for (int octet : octets) {
      bytes.write(octet);
    }
    return this;
  }

  /** The characters are instructions. */
  PickleBytes ops(String instructions) {
    bytes.writeBytes(instructions.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  PickleBytes text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    op('X').int32(utf8.length);
    bytes.writeBytes(utf8);
    return this;
  }

  PickleBytes global(String module, String name) {
    return ops("c" + module + "\n" + name + "\n");
  }

  PickleBytes whole(long value) {
    op(0x8A, 8);
    return int64(value);
  }

  PickleBytes int32(int value) {
    bytes.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
    return this;
  }

  PickleBytes int64(long value) {
    bytes.writeBytes(ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array());
    return this;
  }

  /** A tensor of a storage with so many numbers. */
  PickleBytes tensor(String storage, String key, long count, long offset, long[]... sizeAndStride) {
    global("torch._utils", "_rebuild_tensor_v2").ops("((").text("storage");
    global("torch", storage).text(key).text("cpu").whole(count).ops("tQ").whole(offset);
    for (long[] numbers : sizeAndStride) {
      op('(');
      for (long number : numbers) {
        whole(number);
      }
      op('t');
    }
    return op(0x89).global("collections", "OrderedDict").ops(")RtR");
  }

  byte[] end() {
    op('.');
    return bytes.toByteArray();
  }
}
