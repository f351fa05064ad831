package io.github.easel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalServices;
import io.github.easel.app.MeaningService;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.gallery.Drawn;
import io.github.easel.gallery.Look;
import io.github.easel.gallery.LooksInMemory;
import io.github.easel.gallery.PerceptualHash;
import io.github.easel.gallery.ThumbnailStore;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Embedding;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.PictureReader;
import io.github.easel.image.PngWriter;
import io.github.easel.image.Resizing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What it costs to look at pictures and to find them by looks: {@code ./mvnw -q test
 * -Dtest=LookBenchmark}. The figures are kept in docs/benchmarks.md.
 */
class LookBenchmark {

  private static final int PICTURES = 100_000;
  private static final int ROUNDS = 9;
  private static final Cancellation NEVER = new Cancellation();

  private final Random random = new Random(1);

  @TempDir Path folder;

  @Test
  void nearestAmongAHundredThousand() {
    for (int numbers : new int[] {128, 512}) {
      LooksInMemory looks = filled(numbers);
      Embedding wanted = place(numbers);
      double time = median(() -> assertThat(looks.nearest(wanted, 200, NEVER)).hasSize(200));
      say("nearest 200 of %d x %d: %.1f ms", PICTURES, numbers, time);
      if (numbers == 128) {
        long[] order = LongStream.range(0, PICTURES).toArray();
        for (int bits : new int[] {0, 4, 8, 12, 16}) {
          double all = median(() -> assertThat(looks.duplicates(order, bits, NEVER)).isNotEmpty());
          say("duplicates of %d within %d bits: %.0f ms", PICTURES, bits, all);
        }
      }
    }
  }

  private LooksInMemory filled(int numbers) {
    LooksInMemory looks = new LooksInMemory();
    long[] hashes = new long[PICTURES];
    for (int i = 0; i < PICTURES; i++) {
      // every tenth is nearly one before
      hashes[i] =
          i % 10 == 9
              ? hashes[random.nextInt(i)] ^ 1L << random.nextInt(64) ^ 1L << random.nextInt(64)
              : random.nextLong();
      if (i % 100 == 99) {
        hashes[i] = hashes[random.nextInt(i)];
      }
      looks.put(
          i,
          new Look("%016x".formatted(random.nextLong()), hashes[i], Optional.of(place(numbers))));
    }
    return looks;
  }

  private Embedding place(int numbers) {
    float[] values = new float[numbers];
    for (int i = 0; i < numbers; i++) {
      values[i] = random.nextFloat() - 0.5f;
    }
    return Embedding.of(values);
  }

  @Test
  void oneLook() {
    ServiceOptions options = new ServiceOptions(DeviceChoice.CPU, Optional.empty());
    try (Services services = LocalServices.open(Places.ofThisProcess(), options);
        ThumbnailStore store =
            ThumbnailStore.open(folder.resolve("t.db"), ThumbnailStore.USUAL_MOST)) {
      MeaningService meanings = services.meanings();
      for (int side : new int[] {256, 512, 1024}) {
        Path file = folder.resolve(side + ".png");
        PngWriter.write(noisy(side), Map.of(), file);
        PixelImage picture = PictureReader.read(file);
        PixelImage small = Resizing.within(picture, ThumbnailStore.SIDE);
        List<Double> parts = new ArrayList<>();
        parts.add(median(() -> PictureReader.read(file)));
        parts.add(median(() -> PixelImage.of(side, side, picture.rgb()).sha256()));
        parts.add(median(() -> PerceptualHash.of(picture)));
        parts.add(median(() -> Resizing.within(picture, ThumbnailStore.SIDE)));
        parts.add(median(() -> store.put("a", small)));
        parts.add(median(() -> meanings.of(picture)));
        double all = parts.stream().mapToDouble(part -> part).sum();
        say(
            "%d: read %.1f, SHA-256 %.1f, hash %.1f, smaller %.1f, kept %.1f, towers %.1f ms:"
                + " %.0f looks a second",
            side,
            parts.get(0),
            parts.get(1),
            parts.get(2),
            parts.get(3),
            parts.get(4),
            parts.get(5),
            1000 / all);
      }
      for (int i = 0; i < 2000; i++) {
        store.put("p" + i, Resizing.within(noisy(256), ThumbnailStore.SIDE));
      }
      double found = median(() -> assertThat(store.find("p" + random.nextInt(2000))).isPresent());
      double here = median(() -> assertThat(store.has("p" + random.nextInt(2000))).isTrue());
      say("a thumbnail of 2000: read and decoded in %.2f ms, asked for in %.3f ms", found, here);
      say("words to a place: %.1f ms", median(() -> meanings.of("a castle on a hill")));
    }
  }

  private PixelImage noisy(int side) {
    byte[] rgb = Drawn.blobs(side, side, side).rgb();
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = (byte) Math.max(0, Math.min(255, (rgb[i] & 255) + random.nextInt(7) - 3));
    }
    return PixelImage.of(side, side, rgb);
  }

  /** The median of several rounds in milliseconds, after some that do not count. */
  private static double median(Runnable work) {
    double[] times = new double[ROUNDS];
    for (int i = -3; i < ROUNDS; i++) {
      long begin = System.nanoTime();
      work.run();
      if (i >= 0) {
        times[i] = (System.nanoTime() - begin) / 1e6;
      }
    }
    Arrays.sort(times);
    return times[ROUNDS / 2];
  }

  private static void say(String format, Object... values) {
    System.out.printf(Locale.ROOT, format + "%n", values);
  }
}
