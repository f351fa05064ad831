package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Notice;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.random.NoiseSource;
import io.github.easel.random.TorchCpuRandom;
import io.github.easel.scheduler.PredictionType;
import io.github.easel.scheduler.Sampler;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class SamplersTest {

  private static final Shape SHAPE = Shape.of(1, 4, 4, 4);
  private static final ScheduleConfig MODEL = ScheduleConfig.stableDiffusion();
  private static final ScheduleConfig FLOW =
      ScheduleConfig.defaults().withPrediction(PredictionType.FLOW_PREDICTION);

  static Stream<Arguments> pairs() {
    return Stream.of(SamplerKind.values())
        .filter(kind -> kind != SamplerKind.FLOW_MATCH_EULER)
        .flatMap(
            kind -> Stream.of(ScheduleKind.values()).map(schedule -> Arguments.of(kind, schedule)));
  }

  /** With the model that always knows the noise, every sampler finds the picture of zeros. */
  @ParameterizedTest
  @MethodSource("pairs")
  void findsThePicture(SamplerKind kind, ScheduleKind schedule) {
    Sampling sampling = new Sampling(kind, schedule, 20, 1, OptionalDouble.empty());
    Sampler sampler = Samplers.create(sampling, MODEL.withPrediction(PredictionType.SAMPLE));
    FloatTensor sample = noise(sampler);
    run(sampler, sample, false);
    for (float value : sample.toArray()) {
      assertThat(value).isBetween(-0.1f, 0.1f);
    }
  }

  @Property(tries = 300)
  void staysFinite(
      @ForAll SamplerKind kind,
      @ForAll ScheduleKind schedule,
      @ForAll @IntRange(min = 1, max = 200) int steps,
      @ForAll @IntRange(max = 10) int tenthsOfEta) {
    Sampling sampling =
        new Sampling(kind, schedule, steps, 1, OptionalDouble.of(tenthsOfEta / 10.0));
    Sampler sampler =
        Samplers.create(sampling, kind == SamplerKind.FLOW_MATCH_EULER ? FLOW : MODEL);
    assertThat(sampler.calls()).isBetween(steps, 2 * steps);
    assertThat(sampler.firstCall(0)).isZero();
    assertThat(sampler.firstCall(steps - 1)).isLessThan(sampler.calls());
    FloatTensor sample = noise(sampler);
    run(sampler, sample, true);
    for (float value : sample.toArray()) {
      assertThat(value).isFinite();
    }
  }

  @ParameterizedTest
  @EnumSource
  void takesTheMostSteps(SamplerKind kind) {
    Sampler sampler =
        Samplers.create(
            new Sampling(kind, Sampling.MOST_STEPS, 1),
            kind == SamplerKind.FLOW_MATCH_EULER ? FLOW : MODEL);
    FloatTensor sample = noise(sampler);
    run(sampler, sample, true);
    for (float value : sample.toArray()) {
      assertThat(value).isFinite();
    }
  }

  @ParameterizedTest
  @EnumSource(SamplerKind.class)
  void saysWhetherItUsesEta(SamplerKind kind) {
    List<Notice> notices =
        Samplers.notices(new Sampling(kind, ScheduleKind.MODEL, 5, 1, OptionalDouble.of(0.5)));
    boolean changes =
        kind != SamplerKind.FLOW_MATCH_EULER && !Arrays.equals(drawn(kind, 0), drawn(kind, 1));
    assertThat(kind.takesEta()).isEqualTo(changes);
    assertThat(notices.isEmpty()).isEqualTo(changes);
  }

  private static float[] drawn(SamplerKind kind, double eta) {
    Sampler sampler =
        Samplers.create(
            new Sampling(kind, ScheduleKind.MODEL, 5, 1, OptionalDouble.of(eta)), MODEL);
    FloatTensor sample = noise(sampler);
    run(sampler, sample, true);
    return sample.toArray();
  }

  @Test
  void saysWhichScheduleItLeavesOut() {
    Sampling karras =
        new Sampling(SamplerKind.DDIM, ScheduleKind.KARRAS, 5, 1, OptionalDouble.empty());
    assertThat(Samplers.notices(karras))
        .containsExactly(new Notice(Notice.Kind.SCHEDULE_FALLBACK, "Karras"));
    assertThat(Samplers.create(karras, MODEL).timestep(0))
        .isEqualTo(Samplers.create(new Sampling(SamplerKind.DDIM, 5, 1), MODEL).timestep(0));
    Sampling trailing =
        new Sampling(SamplerKind.DDIM, ScheduleKind.TRAILING, 5, 1, OptionalDouble.empty());
    assertThat(Samplers.notices(trailing)).isEmpty();
    assertThat(Samplers.create(trailing, MODEL).timestep(0)).isEqualTo(999);
  }

  @Test
  void refusesWhatDoesNotSuitTheModel() {
    assertThatThrownBy(
            () -> Samplers.create(new Sampling(SamplerKind.FLOW_MATCH_EULER, 5, 1), MODEL))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.SAMPLER_UNSUITABLE));
    assertThatThrownBy(() -> Samplers.create(new Sampling(SamplerKind.DDIM, 5, 1), FLOW))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e ->
                assertThat(e.details())
                    .containsExactly(
                        "DDIM", "DPM++ 2M, DPM++ 3M, DPM++ 2S, UniPC, Flow-match Euler"));
  }

  @ParameterizedTest
  @EnumSource(
      value = SamplerKind.class,
      names = {"FLOW_MATCH_EULER", "DPMPP_2M", "DPMPP_3M", "DPMPP_2S", "UNIPC"})
  void walksDownAFlow(SamplerKind kind) {
    Sampler sampler = Samplers.create(new Sampling(kind, 10, 1), FLOW);
    FloatTensor sample = noise(sampler);
    run(sampler, sample, true);
    for (float value : sample.toArray()) {
      assertThat(value).isFinite();
    }
  }

  private static FloatTensor noise(Sampler sampler) {
    FloatTensor sample = FloatTensor.zeros(SHAPE);
    new TorchCpuRandom(7).fill(sample);
    for (int i = 0; i < sample.size(); i++) {
      sample.set(i, (float) (sample.get(i) * sampler.initialNoiseSigma()));
    }
    return sample;
  }

  /** A model that answers with a wave of its input, or with nothing but zeros. */
  private static void run(Sampler sampler, FloatTensor sample, boolean wave) {
    NoiseSource noise = new TorchCpuRandom(8);
    FloatTensor input = FloatTensor.zeros(SHAPE);
    FloatTensor output = FloatTensor.zeros(SHAPE);
    for (int call = 0; call < sampler.calls(); call++) {
      sampler.scaleModelInput(call, sample, input);
      for (int i = 0; wave && i < input.size(); i++) {
        output.set(i, (float) Math.sin(3 * input.get(i) + sampler.timestep(call) / 1000));
      }
      sampler.step(call, output, sample, noise);
    }
  }
}
