package io.github.easel.weights;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Damages files by chance, the same way for the same seed. */
final class Mutations {

  private static final long[] NUMBERS = {
    0,
    1,
    -1,
    2,
    4,
    7,
    8,
    255,
    256,
    65535,
    1 << 20,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    0xFFFF_FFFFL,
    1L << 33,
    1L << 40,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };
  private static final Pattern WORD = Pattern.compile("\\d+|\"[^\"]*\"|[\\[\\]{}:,]");
  private static final List<String> WORDS =
      List.of(
          "0",
          "1",
          "-1",
          "8",
          "99999999999",
          "9223372036854775807",
          "1e3",
          "2.5",
          "null",
          "true",
          "[]",
          "{}",
          "[[[[",
          "\"\"",
          "\"F16\"",
          "\"F64\"",
          "\"I8\"",
          "\"shape\"",
          "\"a\"",
          ",",
          "");

  private final SplittableRandom random;

  Mutations(long seed) {
    this.random = new SplittableRandom(seed);
  }

  /** The seed after one to eight damages. */
  byte[] damage(List<byte[]> seeds) {
    byte[] bytes = seeds.get(random.nextInt(seeds.size())).clone();
    if (bytes.length > 10 && bytes[8] == '{' && random.nextInt(2) == 0) {
      return words(bytes);
    }
    for (int i = random.nextInt(8); i >= 0 && bytes.length > 0; i--) {
      bytes = once(bytes, seeds);
    }
    return bytes;
  }

  private byte[] once(byte[] bytes, List<byte[]> seeds) {
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(8)) {
      case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      case 1 -> bytes[at] = (byte) random.nextInt(256);
      case 2 -> number(bytes, at);
      case 3 -> number(bytes, Math.max(0, bytes.length - 1 - random.nextInt(200)));
      case 4 -> {
        return Arrays.copyOf(bytes, at);
      }
      case 5 -> {
        int length = Math.min(1 + random.nextInt(40), bytes.length - at);
        return join(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, at + length, bytes.length));
      }
      case 6 -> {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int from = random.nextInt(other.length);
        int to = Math.min(other.length, from + 1 + random.nextInt(100));
        byte[] piece = Arrays.copyOfRange(other, from, to);
        return join(
            Arrays.copyOf(bytes, at), join(piece, Arrays.copyOfRange(bytes, at, bytes.length)));
      }
      default -> {
        int length = Math.min(1 + random.nextInt(20), bytes.length - at);
        System.arraycopy(bytes, at, bytes, random.nextInt(bytes.length - length + 1), length);
      }
    }
    return bytes;
  }

  private void number(byte[] bytes, int at) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    long number = NUMBERS[random.nextInt(NUMBERS.length)];
    switch (random.nextInt(3)) {
      case 0 -> {
        if (at + 2 <= bytes.length) {
          buffer.putShort(at, (short) number);
        }
      }
      case 1 -> {
        if (at + 4 <= bytes.length) {
          buffer.putInt(at, (int) number);
        }
      }
      default -> {
        if (at + 8 <= bytes.length) {
          buffer.putLong(at, number);
        }
      }
    }
  }

  /** Replaces words of a JSON header, whose length stays true. */
  private byte[] words(byte[] bytes) {
    int length = (int) ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(0);
    String header = new String(bytes, 8, length, StandardCharsets.UTF_8);
    for (int i = random.nextInt(3); i >= 0; i--) {
      int from = random.nextInt(header.length());
      Matcher word = WORD.matcher(header);
      if (word.find(from)) {
        String other = WORDS.get(random.nextInt(WORDS.size()));
        header = header.substring(0, word.start()) + other + header.substring(word.end());
      }
    }
    return RawSafetensors.bytes(header, Arrays.copyOfRange(bytes, 8 + length, bytes.length));
  }

  private static byte[] join(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
