package io.github.easel.training;

import io.github.easel.random.TorchCpuRandom;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What one batch looks at. It depends on the seed and its number only, so that a training that was
 * broken off goes on as if it had not been.
 *
 * @param latents [pictures, channels, height, width]
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Batch(FloatTensor latents, FloatTensor noise, int[] timesteps, List<String> captions) {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  static Batch of(
      List<Example> examples, TrainingSettings settings, int step, int part, int timesteps) {
    long number = (long) step * settings.accumulation() + part;
    long seed = settings.seed() + number * GOLDEN;
    SplittableRandom random = new SplittableRandom(seed);
    int count = settings.batch();
    Shape one = examples.get(0).latents().shape();
    FloatTensor latents = FloatTensor.zeros(one.withFirst(count));
    int[] times = new int[count];
    String[] captions = new String[count];
    int each = latents.size() / count;
    for (int i = 0; i < count; i++) {
      // every picture once before any comes again
      long index = number * count + i;
      Example example = examples.get(place(index, examples.size(), settings.seed()));
      latents.copy(i * each, example.latents(), 0, each);
      times[i] = random.nextInt(timesteps);
      captions[i] = example.captions().get(random.nextInt(example.captions().size()));
    }
    FloatTensor noise = FloatTensor.zeros(latents.shape());
    new TorchCpuRandom(random.nextLong() >>> 1).fill(noise);
    return new Batch(latents, noise, times, List.of(captions));
  }

  /** The place in a shuffled list that is shuffled anew each time round. */
  private static int place(long index, int count, long seed) {
    int[] order = new int[count];
    SplittableRandom random = new SplittableRandom(seed ^ (index / count + 1) * GOLDEN);
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order[(int) (index % count)];
  }
}
