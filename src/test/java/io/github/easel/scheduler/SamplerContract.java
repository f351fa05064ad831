package io.github.easel.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.easel.random.NoiseSource;
import io.github.easel.random.TorchCpuRandom;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every sampler keeps, whatever its algorithm. A subclass a sampler. */
abstract class SamplerContract {

  private static final Shape SHAPE = Shape.of(2, 4, 3, 5);

  private static final List<PredictionType> PREDICTIONS =
      List.of(PredictionType.EPSILON, PredictionType.SAMPLE, PredictionType.V_PREDICTION);

  /** Of single precision, relative. */
  private static final double ROUNDING = 1e-6;

  abstract Sampler create(ScheduleConfig config, int steps);

  /** diffusers' runs of the same algorithm. */
  abstract Stream<GoldenRun> goldenRuns();

  abstract Sampler create(GoldenRun run);

  @Test
  void followsDiffusersStepByStep() {
    List<GoldenRun> runs = goldenRuns().toList();
    assertThat(runs).isNotEmpty();
    for (GoldenRun run : runs) {
      Sampler sampler = create(run);
      assertThat(sampler.calls()).as("%s", run).isEqualTo(run.figures().get("timesteps").size());
      FloatTensor sample = run.startSample();
      FloatTensor input = FloatTensor.zeros(sample.shape());
      FloatTensor output = FloatTensor.zeros(sample.shape());
      GoldenRun.Rows noise = new GoldenRun.Rows();
      assertThat(sampler.initialNoiseSigma())
          .isCloseTo(run.initialNoiseSigma(), within(ROUNDING * run.initialNoiseSigma()));
      for (int call = run.start(); call < sampler.calls(); call++) {
        int drawnBefore = noise.drawn();
        assertThat(sampler.timestep(call))
            .as("timestep of %s call %d", run, call)
            .isCloseTo(run.timestep(call), within(1e-5 + ROUNDING * run.timestep(call)));
        sampler.scaleModelInput(call, sample, input);
        GoldenRun.toyModel(input, sampler.timestep(call), output);
        sampler.step(call, output, sample, noise);
        assertClose(sample, run.after(call), run + " call " + call);
        assertThat(noise.drawn() - drawnBefore).isEqualTo(run.draws(call));
      }
    }
  }

  @Test
  void noisesAPictureAsDiffusersDoes() {
    for (GoldenRun run : goldenRuns().filter(golden -> golden.start() > 0).toList()) {
      Sampler sampler = create(run);
      FloatTensor noised = GoldenRun.original();
      sampler.addNoise(run.start(), noised, GoldenRun.noise(63), noised);
      assertClose(noised, run.startSample(), run + " start");
    }
  }

  @Test
  void passesOnThatAModelFails() {
    Sampler sampler = create(ScheduleConfig.stableDiffusion(), 4);
    FloatTensor sample = FloatTensor.zeros(SHAPE);
    FloatTensor output = FloatTensor.zeros(SHAPE);
    output.set(7, Float.NaN);
    for (int call = 0; call < sampler.calls(); call++) {
      sampler.step(call, output, sample, new TorchCpuRandom(1));
    }
    assertThat(sample.get(7)).isNaN();
  }

  @ParameterizedTest
  @MethodSource("configs")
  void staysFiniteAndRepeatsItself(ScheduleConfig config) {
    for (int steps : new int[] {1, 2, 7, 50}) {
      FloatTensor first = run(config, steps);
      assertThat(first.shape()).isEqualTo(SHAPE);
      for (float value : first.toArray()) {
        assertThat(value).isFinite();
      }
      assertThat(run(config, steps).toArray()).containsExactly(first.toArray());
    }
  }

  /** What the model's output means to the sampler. */
  PredictionType meaning(ScheduleConfig config) {
    return config.prediction();
  }

  /** The model knows the picture and says so in its own terms, at every call. */
  @ParameterizedTest
  @MethodSource("configs")
  void tellsThePictureThatTheModelMeans(ScheduleConfig config) {
    FloatTensor picture = FloatTensor.zeros(SHAPE);
    for (int i = 0; i < picture.size(); i++) {
      picture.set(i, (float) Math.sin(3 * i));
    }
    for (int steps : new int[] {1, 5, 20}) {
      Sampler sampler = create(config, steps);
      FloatTensor sample = Oracle.noised(sampler, 0, picture);
      NoiseSource noise = new TorchCpuRandom(7);
      FloatTensor clean = FloatTensor.zeros(SHAPE);
      for (int call = 0; call < sampler.calls(); call++) {
        FloatTensor output =
            Oracle.output(sampler, call, meaning(config), Oracle.picture(picture), sample);
        sampler.predictClean(call, output, sample, clean);
        double alpha = Oracle.share(sampler, call, 1, 0);
        double sigma = Oracle.share(sampler, call, 0, 1);
        boolean hidden = alpha == 0 && meaning(config) == PredictionType.EPSILON;
        for (int i = 0; i < picture.size(); i++) {
          assertThat(clean.get(i))
              .as("%s steps, call %s, value %s", steps, call, i)
              .isCloseTo(
                  hidden ? 0 : picture.get(i),
                  within((float) (2e-6 * (1 + sigma / Math.max(alpha, ROUNDING)))));
        }
        sampler.step(call, output, sample, noise);
      }
    }
  }

  @Test
  void goesOnAsIfThePictureHadNotBeenAskedFor() {
    ScheduleConfig config = ScheduleConfig.stableDiffusion();
    FloatTensor clean = FloatTensor.zeros(SHAPE);
    FloatTensor asked = run(config, 7, clean);
    assertThat(asked.toArray()).containsExactly(run(config, 7).toArray());
    assertThat(clean.toArray()).isNotEqualTo(new float[clean.size()]);
  }

  @ParameterizedTest
  @MethodSource("configs")
  void walksDownTheTrainingSteps(ScheduleConfig config) {
    for (int steps : new int[] {1, 3, 33, 999, 1000}) {
      Sampler sampler = create(config, steps);
      assertThat(sampler.calls()).isGreaterThanOrEqualTo(steps);
      assertThat(sampler.timestep(0)).isLessThanOrEqualTo(1000);
      // from step to step: calls within a step go back and forth
      for (int step = 1; step < steps; step++) {
        assertThat(sampler.timestep(sampler.firstCall(step)))
            .isLessThanOrEqualTo(sampler.timestep(sampler.firstCall(step - 1)));
      }
      // distilled models know only some of the training steps, half a stride off or more
      double stride = 1000.0 / steps;
      assertThat(sampler.timestep(sampler.calls() - 1)).isBetween(0.0, 2 * stride);
    }
  }

  static Stream<ScheduleConfig> configs() {
    List<ScheduleConfig> configs = new ArrayList<>();
    for (BetaSchedule schedule : BetaSchedule.values()) {
      for (PredictionType prediction : PREDICTIONS) {
        for (TimestepSpacing spacing : TimestepSpacing.values()) {
          for (boolean zeroSnr : new boolean[] {false, true}) {
            configs.add(
                ScheduleConfig.stableDiffusion()
                    .withBetas(BetaConfig.of(schedule, 0.00085, 0.012).withZeroTerminalSnr(zeroSnr))
                    .withPrediction(prediction)
                    .withTimesteps(new TimestepConfig(spacing, 1, zeroSnr)));
          }
        }
      }
    }
    for (VarianceType variance : VarianceType.values()) {
      configs.add(ScheduleConfig.defaults().withVariance(variance));
    }
    configs.add(ScheduleConfig.defaults().withClipping(new Clipping.DynamicThreshold(0.995, 1.5)));
    return configs.stream();
  }

  @Test
  void runsThroughEveryTrainingStep() {
    for (float value : run(ScheduleConfig.stableDiffusion(), 1000).toArray()) {
      assertThat(value).isFinite();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1001})
  void refusesOtherNumbersOfSteps(int steps) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> create(ScheduleConfig.stableDiffusion(), steps))
        .withMessage("Steps %d: choose a whole number from 1 to 1000.", steps);
  }

  @Test
  void leavesTheOutputAsItIs() {
    Sampler sampler = create(ScheduleConfig.stableDiffusion(), 4);
    FloatTensor output = FloatTensor.zeros(SHAPE);
    new TorchCpuRandom(1).fill(output);
    float[] before = output.toArray();
    FloatTensor sample = output.copy();
    sampler.step(0, output, sample, new TorchCpuRandom(2));
    assertThat(output.toArray()).containsExactly(before);
    assertThat(sample.toArray()).isNotEqualTo(before);
  }

  @Test
  void allocatesNothingPerStep() {
    Shape shape = Shape.of(1, 4, 64, 64);
    FloatTensor output = FloatTensor.zeros(shape);
    FloatTensor sample = FloatTensor.zeros(shape);
    NoiseSource noise = new TorchCpuRandom(3);
    Sampler sampler = create(ScheduleConfig.stableDiffusion(), 50);
    sampler.step(0, output, sample, noise);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int call = 1; call < 50; call++) {
      sampler.step(call, output, sample, noise);
    }
    long perStep = (threads.getCurrentThreadAllocatedBytes() - before) / 49;
    assertThat(perStep).isLessThan(sample.size());
  }

  private FloatTensor run(ScheduleConfig config, int steps) {
    return run(config, steps, null);
  }

  /** A run, asked at each call for the picture if there is a place for it. */
  private FloatTensor run(ScheduleConfig config, int steps, @Nullable FloatTensor clean) {
    Sampler sampler = create(config, steps);
    NoiseSource noise = new TorchCpuRandom(42);
    FloatTensor sample = FloatTensor.zeros(SHAPE);
    noise.fill(sample);
    for (int i = 0; i < sample.size(); i++) {
      sample.set(i, (float) (sample.get(i) * sampler.initialNoiseSigma()));
    }
    FloatTensor input = FloatTensor.zeros(SHAPE);
    FloatTensor output = FloatTensor.zeros(SHAPE);
    for (int call = 0; call < sampler.calls(); call++) {
      sampler.scaleModelInput(call, sample, input);
      GoldenRun.toyModel(input, sampler.timestep(call), output);
      if (clean != null) {
        sampler.predictClean(call, output, sample, clean);
      }
      sampler.step(call, output, sample, noise);
    }
    return sample;
  }

  private static void assertClose(FloatTensor actual, FloatTensor expected, String what) {
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i))
          .as("%s value %d", what, i)
          .isCloseTo(expected.get(i), within(1e-5f * Math.abs(expected.get(i))));
    }
  }
}
