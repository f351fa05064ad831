package io.github.easel.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Embedding;
import io.github.easel.generation.GenerationException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LooksInMemoryTest {

  private static final Cancellation NEVER = new Cancellation();
  private static final String PIXELS = "%016x" + "0".repeat(48);

  private final Random random = new Random(5);

  private Embedding place(int numbers) {
    float[] values = new float[numbers];
    for (int i = 0; i < numbers; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return Embedding.of(values);
  }

  private static Look look(long pixels, long hash, Embedding embedding) {
    return new Look(PIXELS.formatted(pixels), hash, Optional.of(embedding));
  }

  private static Look look(long pixels, long hash) {
    return new Look(PIXELS.formatted(pixels), hash, Optional.empty());
  }

  @Test
  void findsTheNearestAsComparingAllByHandDoes() {
    LooksInMemory looks = new LooksInMemory();
    List<Embedding> places = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      places.add(place(37));
      looks.put(10 + i, look(i, i, places.get(i)));
    }
    Embedding wanted = place(37);
    List<Long> expected =
        LongStream.range(0, 3000)
            .boxed()
            .sorted(Comparator.comparing((Long i) -> -places.get(i.intValue()).cosine(wanted)))
            .limit(25)
            .map(i -> 10 + i)
            .toList();
    List<Nearness> found = looks.nearest(wanted, 25, NEVER);
    assertThat(found).extracting(Nearness::id).containsExactlyElementsOf(expected);
    for (Nearness one : found) {
      double cosine = places.get((int) one.id() - 10).cosine(wanted);
      assertThat(one.likeness()).isCloseTo(cosine, within(1e-5));
    }
    assertThat(looks.nearest(wanted, 5000, NEVER)).hasSize(3000);
  }

  @Test
  void whatChangesOrGoesIsNotFoundAsItWas() {
    LooksInMemory looks = new LooksInMemory();
    Embedding wanted = Embedding.of(new float[] {1, 0, 0});
    Embedding other = Embedding.of(new float[] {0, 1, 0});
    for (long id = 0; id < 2500; id++) {
      looks.put(id, look(id, id, id % 3 == 0 ? wanted : other));
    }
    looks.put(7, look(7, 7, wanted));
    looks.put(9, look(9, 9)); // its embedding is gone
    looks.retain(id -> id % 2 == 1);
    assertThat(looks.size()).isEqualTo(1250);
    List<Nearness> near = looks.nearest(wanted, 2500, NEVER);
    assertThat(near).hasSize(1249).noneMatch(one -> one.id() % 2 == 0 || one.id() == 9);
    Set<Long> same = new HashSet<>();
    near.stream().filter(one -> one.likeness() > 0.9).forEach(one -> same.add(one.id()));
    assertThat(same).hasSize(417).contains(7L, 3L, 2499L).doesNotContain(9L);
    assertThat(looks.embedding(2499)).contains(wanted);
    assertThat(looks.embedding(2497)).contains(other);
    assertThat(looks.embedding(9)).isEmpty();
    assertThat(looks.embedding(8)).isEmpty();
  }

  @Test
  void embeddingsOfOtherTowersAreRefusedUntilAllIsCleared() {
    LooksInMemory looks = new LooksInMemory();
    assertThat(looks.nearest(place(8), 3, NEVER)).isEmpty();
    looks.put(1, look(1, 1, place(8)));
    assertThatThrownBy(() -> looks.put(2, look(2, 2, place(9))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(looks.nearest(place(9), 3, NEVER)).isEmpty();
    looks.clear();
    looks.put(2, look(2, 2, place(9)));
    assertThat(looks.nearest(place(9), 3, NEVER)).extracting(Nearness::id).containsExactly(2L);
  }

  @Test
  void canBeCancelled() {
    LooksInMemory looks = new LooksInMemory();
    looks.put(1, look(1, 1, place(8)));
    Cancellation cancelled = new Cancellation();
    cancelled.cancel();
    assertThatThrownBy(() -> looks.nearest(place(8), 3, cancelled))
        .isInstanceOf(GenerationException.class);
    assertThatThrownBy(() -> looks.duplicates(new long[] {1}, 3, cancelled))
        .isInstanceOf(GenerationException.class);
  }

  @Test
  void groupsAreThoseThatComparingAllPairsGives() {
    LooksInMemory looks = new LooksInMemory();
    int count = 1200;
    long[] hashes = new long[count];
    for (int i = 0; i < count; i++) {
      hashes[i] =
          i > 0 && random.nextInt(3) == 0
              ? hashes[random.nextInt(i)] ^ Drawn.bits(random, random.nextInt(20))
              : random.nextLong();
      looks.put(i, look(1000 + i, hashes[i]));
    }
    long[] order = LongStream.range(0, count).toArray();
    for (int bits = 0; bits <= 17; bits++) {
      Set<Set<Long>> found = new HashSet<>();
      for (List<Nearness> group : looks.duplicates(order, bits, NEVER)) {
        Set<Long> members = new HashSet<>();
        group.forEach(one -> members.add(one.id()));
        assertThat(members).hasSize(group.size());
        found.add(members);
      }
      assertThat(found).as("%d bits", bits).isEqualTo(byPairs(hashes, bits)).isNotEmpty();
    }
  }

  private static Set<Set<Long>> byPairs(long[] hashes, int bits) {
    boolean[] taken = new boolean[hashes.length];
    Set<Set<Long>> groups = new HashSet<>();
    for (int i = 0; i < hashes.length; i++) {
      Set<Long> group = new HashSet<>();
      for (int j = i; j < hashes.length && !taken[i]; j++) {
        if (!taken[j] && Long.bitCount(hashes[i] ^ hashes[j]) <= bits) {
          group.add((long) j);
        }
      }
      if (group.size() > 1) {
        group.forEach(j -> taken[j.intValue()] = true);
        groups.add(group);
      }
    }
    return groups;
  }

  @Test
  void theOldestLeadsAndTheLargestGroupIsFirst() {
    LooksInMemory looks = new LooksInMemory();
    long a = 0x0F0F0F0F0F0F0F0FL;
    long b = 0xFF00FF00FF00FF00L;
    looks.put(1, look(1, a));
    looks.put(2, look(2, b));
    looks.put(3, look(3, b ^ 1));
    looks.put(4, look(4, a ^ 3));
    looks.put(5, look(5, b ^ 8));
    looks.put(6, look(6, random.nextLong()));
    looks.put(7, look(7, a));
    long[] order = {5, 4, 3, 2, 1, 6, 99};
    List<List<Nearness>> groups = looks.duplicates(order, 4, NEVER);
    assertThat(groups).hasSize(2);
    assertThat(groups.get(0)).extracting(Nearness::id).containsExactly(5L, 3L, 2L);
    assertThat(groups.get(0).get(1).likeness()).isEqualTo(62 / 64.0);
    assertThat(groups.get(1)).extracting(Nearness::id).containsExactly(4L, 1L);
  }

  @Test
  void plainPicturesAreTheSameOnlyByTheirPixels() {
    LooksInMemory looks = new LooksInMemory();
    looks.put(1, look(0xAA, 0));
    looks.put(2, look(0xBB, 0));
    looks.put(3, look(0xAA, 0));
    List<List<Nearness>> groups = looks.duplicates(new long[] {1, 2, 3}, 10, NEVER);
    assertThat(groups).hasSize(1);
    assertThat(groups.get(0)).extracting(Nearness::id).containsExactly(1L, 3L);
  }
}
