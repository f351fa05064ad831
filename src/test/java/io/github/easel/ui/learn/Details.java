package io.github.easel.ui.learn;

import io.github.easel.generation.StepDetail;
import io.github.easel.generation.StepLatents;
import java.nio.FloatBuffer;
import java.util.Optional;

/** Steps that no model made, each unlike the others. */
public final class Details {

  private static final int SIDE = 8;

  private Details() {}

  /** A step, from 1. */
  public static StepDetail of(int step, int steps, boolean guided) {
    double noise = 1 - 0.8 * step / steps;
    return new StepDetail(
        step,
        steps,
        1000 - 1000.0 * step / steps,
        Math.sqrt(1 - noise * noise),
        noise,
        latents(step, 1),
        latents(step, 2),
        guided
            ? Optional.of(new StepDetail.Guidance(latents(step, -1), latents(step, 0.5f)))
            : Optional.empty());
  }

  private static StepLatents latents(int step, float value) {
    float[] values = new float[4 * SIDE * SIDE];
    for (int i = 0; i < values.length; i++) {
      values[i] = value * step * (float) Math.sin(i);
    }
    return new StepLatents(step, 4, SIDE, SIDE, FloatBuffer.wrap(values));
  }
}
