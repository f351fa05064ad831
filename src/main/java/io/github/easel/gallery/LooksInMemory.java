package io.github.easel.gallery;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Embedding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.LongPredicate;

/**
 * The looks of all pictures as numbers in the memory, each in a row: embeddings, which are compared
 * one by one, and perceptual hashes. A hundred thousand embeddings of 128 numbers take 51 MB.
 * Thread-safe.
 */
public final class LooksInMemory {

  /** Rows lie in blocks, so that growing copies nothing. */
  private static final int BLOCK = 1024;

  /** So many rows are looked at until somebody may have cancelled. */
  private static final int ROWS_BETWEEN = 8 * BLOCK;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final Map<Long, Integer> rows = new HashMap<>();
  private final List<float[]> blocks = new ArrayList<>();
  private long[] ids = new long[BLOCK];
  private long[] hashes = new long[BLOCK];

  /** The first 64 bits of the pixels' SHA-256: whether pictures are the same. */
  private long[] pixels = new long[BLOCK];

  private boolean[] embedded = new boolean[BLOCK];
  private int size;
  private int numbers;

  /** How many pictures there are. */
  public int size() {
    lock.readLock().lock();
    try {
      return size;
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Whether it knows that picture. */
  public boolean has(long id) {
    lock.readLock().lock();
    try {
      return rows.containsKey(id);
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Takes a picture in, or its look anew.
   *
   * @throws IllegalArgumentException if its embedding has not as many numbers as the others
   */
  public void put(long id, Look look) {
    lock.writeLock().lock();
    try {
      int given = look.embedding().map(Embedding::size).orElse(numbers);
      if (numbers != 0 && given != numbers) {
        throw new IllegalArgumentException(given + " numbers among rows of " + numbers);
      }
      numbers = given;
      int row = rows.computeIfAbsent(id, absent -> grown());
      ids[row] = id;
      hashes[row] = look.hash();
      pixels[row] = Long.parseUnsignedLong(look.pixels().substring(0, Long.BYTES * 2), 16);
      embedded[row] = look.embedding().isPresent();
      look.embedding().ifPresent(embedding -> embed(row, embedding.values()));
    } finally {
      lock.writeLock().unlock();
    }
  }

  private int grown() {
    if (size == ids.length) {
      int more = size + Math.max(BLOCK, size / 2);
      ids = Arrays.copyOf(ids, more);
      hashes = Arrays.copyOf(hashes, more);
      pixels = Arrays.copyOf(pixels, more);
      embedded = Arrays.copyOf(embedded, more);
    }
    return size++;
  }

  private void embed(int row, float[] values) {
    while (blocks.size() <= row / BLOCK) {
      blocks.add(new float[BLOCK * numbers]);
    }
    System.arraycopy(values, 0, blocks.get(row / BLOCK), row % BLOCK * numbers, numbers);
  }

  /** Lets go of the pictures that are not to be kept. */
  public void retain(LongPredicate kept) {
    lock.writeLock().lock();
    try {
      for (int row = size - 1; row >= 0; row--) {
        if (!kept.test(ids[row])) {
          remove(row);
        }
      }
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** The last row takes its place. */
  private void remove(int row) {
    rows.remove(ids[row]);
    size--;
    if (row == size) {
      return;
    }
    ids[row] = ids[size];
    hashes[row] = hashes[size];
    pixels[row] = pixels[size];
    embedded[row] = embedded[size];
    if (embedded[row]) {
      System.arraycopy(
          blocks.get(size / BLOCK),
          size % BLOCK * numbers,
          blocks.get(row / BLOCK),
          row % BLOCK * numbers,
          numbers);
    }
    rows.put(ids[row], row);
  }

  /** Forgets all; the next embedding says how many numbers each has. */
  public void clear() {
    lock.writeLock().lock();
    try {
      rows.clear();
      blocks.clear();
      size = 0;
      numbers = 0;
    } finally {
      lock.writeLock().unlock();
    }
  }

  /** Where that picture lies; nothing if it is unknown or without an embedding. */
  public Optional<Embedding> embedding(long id) {
    lock.readLock().lock();
    try {
      return Optional.ofNullable(rows.get(id))
          .filter(row -> embedded[row])
          .map(
              row -> {
                int start = row % BLOCK * numbers;
                return Embedding.of(
                    Arrays.copyOfRange(blocks.get(row / BLOCK), start, start + numbers));
              });
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * The pictures nearest to that place by the cosine, nearest first.
   *
   * @param most how many at most, 1 or more
   * @return nothing if the place is one of other towers than those of the pictures
   */
  public List<Nearness> nearest(Embedding place, int most, Cancellation cancellation) {
    float[] wanted = place.values();
    lock.readLock().lock();
    try {
      if (wanted.length != numbers) {
        return List.of();
      }
      NearestRows nearest = new NearestRows(Math.min(most, Math.max(1, size)));
      for (int row = 0; row < size; row++) {
        if (row % ROWS_BETWEEN == 0) {
          cancellation.check();
        }
        if (embedded[row]) {
          nearest.offer(row, product(wanted, blocks.get(row / BLOCK), row % BLOCK * numbers));
        }
      }
      return Arrays.stream(nearest.best())
          .map(found -> new Nearness(ids[found.row()], found.likeness()))
          .toList();
    } finally {
      lock.readLock().unlock();
    }
  }

  /** Four sums at once: a processor adds to one of them while it waits for the others. */
  private static float product(float[] wanted, float[] block, int start) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int whole = wanted.length - wanted.length % 4;
    for (int i = 0; i < whole; i += 4) {
      a += wanted[i] * block[start + i];
      b += wanted[i + 1] * block[start + i + 1];
      c += wanted[i + 2] * block[start + i + 2];
      d += wanted[i + 3] * block[start + i + 3];
    }
    for (int i = whole; i < wanted.length; i++) {
      a += wanted[i] * block[start + i];
    }
    return a + b + (c + d);
  }

  /**
   * What is told of pictures for finding those that are the same.
   *
   * @param order the pictures in the order in which they are taken; unknown ones are left out
   */
  HashGroups groups(long[] order) {
    lock.readLock().lock();
    try {
      int[] known =
          Arrays.stream(order).filter(rows::containsKey).mapToInt(id -> rows.get(id)).toArray();
      return new HashGroups(
          Arrays.stream(known).mapToLong(row -> ids[row]).toArray(),
          Arrays.stream(known).mapToLong(row -> hashes[row]).toArray(),
          Arrays.stream(known).mapToLong(row -> pixels[row]).toArray());
    } finally {
      lock.readLock().unlock();
    }
  }

  /**
   * Pictures that are the same or nearly so: each group holds the first of its pictures in the
   * order, and behind it, in the order, those that differ from it in so few bits and belong to no
   * group before. Pictures of which the hash tells too little ({@link PerceptualHash#tells}) must
   * have the same pixels. The largest groups come first.
   *
   * @param order the pictures, the oldest first; those that are not among them are left out
   * @param bits in how many bits hashes may differ, 0 to 64
   * @throws io.github.easel.generation.GenerationException {@code CANCELLED}
   */
  public List<List<Nearness>> duplicates(long[] order, int bits, Cancellation cancellation) {
    return groups(order).within(bits, cancellation);
  }
}
