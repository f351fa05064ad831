package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.StepLatents;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.SafetensorsWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Keeps the latents after every step of one picture or several, and writes them as one tensor: for
 * comparing pipelines number by number.
 *
 * <p>Pictures are made one after the other: call {@link #nextPicture} before each. All must have
 * the same number of steps and the same size. Not thread-safe.
 */
public final class LatentsRecorder {

  /** The tensor's name in the file. */
  public static final String TENSOR = "step_latents";

  /** Pictures, steps, then channels x height x width values. */
  private final List<List<float[]>> pictures = new ArrayList<>();

  private Shape cell = Shape.of();

  /** From here on the latents belong to another picture. */
  public void nextPicture() {
    pictures.add(new ArrayList<>());
  }

  /** A listener that keeps the latents and passes everything on. */
  public ProgressListener listening(ProgressListener next) {
    return new ProgressListener() {
      @Override
      public void on(Progress progress) {
        next.on(progress);
      }

      @Override
      public void onLatents(StepLatents latents) {
        keep(latents);
        next.onLatents(latents);
      }
    };
  }

  private void keep(StepLatents latents) {
    if (pictures.isEmpty()) {
      nextPicture();
    }
    Shape shape = Shape.of(latents.channels(), latents.height(), latents.width());
    if (cell.rank() == 0) {
      cell = shape;
    } else if (!cell.equals(shape)) {
      throw new IllegalStateException("latents of shape " + shape + " after ones of " + cell);
    }
    float[] values = new float[shape.elements()];
    // The listener may read the buffer now but must leave it as it is, its position included.
    latents.values().duplicate().rewind().get(values);
    pictures.get(pictures.size() - 1).add(values);
  }

  /**
   * Writes tensor {@code step_latents}, its folder made if need be: float32 [steps, pictures,
   * channels, height / 8, width / 8].
   *
   * @throws GenerationException {@link Failure#FILE_UNWRITABLE}
   * @throws IllegalStateException if nothing was kept or the pictures differ in steps
   */
  public void write(Path file) {
    AtomicFile.createFolderOf(file);
    try {
      SafetensorsWriter.write(Map.of(TENSOR, tensor()), file);
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    }
  }

  private FloatTensor tensor() {
    int steps = pictures.isEmpty() ? 0 : pictures.get(0).size();
    if (steps == 0 || pictures.stream().anyMatch(picture -> picture.size() != steps)) {
      throw new IllegalStateException(
          "steps kept per picture: " + pictures.stream().map(List::size).toList());
    }
    FloatTensor tensor =
        FloatTensor.zeros(
            Shape.of(steps, pictures.size(), cell.axis(0), cell.axis(1), cell.axis(2)));
    int size = cell.elements();
    for (int step = 0; step < steps; step++) {
      for (int picture = 0; picture < pictures.size(); picture++) {
        tensor
            .buffer()
            .put((step * pictures.size() + picture) * size, pictures.get(picture).get(step));
      }
    }
    return tensor;
  }
}
