package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Preview;
import io.github.easel.generation.PreviewWish;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.StepDetail;
import io.github.easel.generation.StepLatents;
import io.github.easel.model.ModelFolder;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.scheduler.Sampler;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.TinyVocabulary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Previews and details of a picture that the small model of the test resources draws. */
class StepLooksTest {

  private static final int STEPS = 6;
  private static final double GUIDANCE = 5;
  private static final int SIDE = 32;

  @TempDir static Path vocabulary;
  private static @Nullable LoadedModel model;

  @BeforeAll
  static void open() throws IOException {
    TinyVocabulary.write(vocabulary);
    model =
        new LoadedModel(
            ModelFolder.at(Golden.micro().folder()),
            OnnxEngine.on(DeviceChoice.CPU),
            Optional.of(vocabulary));
  }

  @AfterAll
  static void close() {
    loaded().close();
  }

  private static LoadedModel loaded() {
    return java.util.Objects.requireNonNull(model);
  }

  /** Hears everything. */
  private static final class Ear implements ProgressListener {

    PreviewWish wish = PreviewWish.NONE;
    boolean curious;
    @Nullable Throwable trouble;
    int troubles;
    final List<Preview> previews = new ArrayList<>();
    final List<StepDetail> details = new ArrayList<>();
    final List<float[]> clean = new ArrayList<>();
    final List<String> order = new ArrayList<>();

    @Override
    public void on(Progress progress) {
      order.add(progress.stage() + " " + progress.step());
    }

    @Override
    public PreviewWish previews() {
      return wish;
    }

    @Override
    public void onPreview(Preview preview) {
      if (trouble != null) {
        troubles++;
      }
      if (trouble instanceof Error error) {
        throw error;
      }
      if (trouble instanceof RuntimeException exception) {
        throw exception;
      }
      previews.add(preview);
      order.add("preview " + preview.step());
    }

    @Override
    public boolean wantsDetails() {
      return curious;
    }

    @Override
    public void onDetail(StepDetail detail) {
      details.add(detail);
      clean.add(values(detail.clean()));
      if (detail.guidance().isPresent()) {
        checkGuidance(detail, detail.guidance().get());
      }
    }

    /** With predictions of noise, guidance of predictions is guidance of clean pictures. */
    private static void checkGuidance(StepDetail detail, StepDetail.Guidance guidance) {
      float[] clean = values(detail.clean());
      float[] without = values(guidance.without());
      float[] with = values(guidance.with());
      assertThat(with).isNotEqualTo(without);
      for (int i = 0; i < clean.length; i++) {
        double guided = without[i] + GUIDANCE * (with[i] - without[i]);
        assertThat((double) clean[i]).isCloseTo(guided, within(2e-3 + 1e-3 * Math.abs(guided)));
      }
    }

    static float[] values(StepLatents latents) {
      float[] values = new float[latents.values().capacity()];
      latents.values().duplicate().rewind().get(values);
      return values;
    }
  }

  private static GenerationResult draw(SamplerKind sampler, double guidance, Ear ear) {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("ab"),
            "micro",
            new ImageSize(SIDE, SIDE),
            new Sampling(sampler, STEPS, guidance),
            1);
    return new DiffusionPipeline(loaded(), "test").generate(request, ear, new Cancellation());
  }

  @Test
  void showsNothingUnasked() {
    Ear ear = new Ear();
    draw(SamplerKind.DDIM, GUIDANCE, ear);
    assertThat(ear.previews).isEmpty();
    assertThat(ear.details).isEmpty();
  }

  @Test
  void showsSmallPicturesFast() {
    Ear ear = new Ear();
    ear.wish = new PreviewWish(PreviewWish.Kind.FAST, 2);
    draw(SamplerKind.DDIM, GUIDANCE, ear);
    assertThat(ear.previews).extracting(Preview::step).containsExactly(2, 4, 6);
    int cells = SIDE / loaded().decoder().factor();
    assertThat(ear.previews)
        .allSatisfy(preview -> assertThat(preview.image().width()).isEqualTo(cells));
    assertThat(ear.order).containsSubsequence("SAMPLING 1", "preview 2", "SAMPLING 2");
  }

  /** Samplers that end in what the model believes show it in their last preview. */
  @ParameterizedTest
  @EnumSource(names = {"EULER", "EULER_A", "HEUN", "LCM", "DPMPP_2M", "DPMPP_2M_SDE"})
  void endsWithThePictureItself(SamplerKind sampler) {
    Ear ear = new Ear();
    ear.wish = new PreviewWish(PreviewWish.Kind.FULL, 1);
    PixelImage picture = draw(sampler, GUIDANCE, ear).image();
    PixelImage last = ear.previews.get(ear.previews.size() - 1).image();
    assertThat(last.width()).isEqualTo(SIDE);
    byte[] rgb = picture.rgb();
    for (int i = 0; i < rgb.length; i++) {
      assertThat(last.rgb()[i] & 255).isCloseTo(rgb[i] & 255, within(1));
    }
    assertThat(ear.previews.get(0).image()).isNotEqualTo(last);
  }

  @Test
  void choosesOneOfTheTwo() {
    Ear full = new Ear();
    full.wish = new PreviewWish(PreviewWish.Kind.FULL, 1);
    draw(SamplerKind.DDIM, GUIDANCE, full);
    Ear fast = new Ear();
    fast.wish = new PreviewWish(PreviewWish.Kind.FAST, 1);
    draw(SamplerKind.DDIM, GUIDANCE, fast);
    Ear auto = new Ear();
    auto.wish = new PreviewWish(PreviewWish.Kind.AUTO, 1);
    draw(SamplerKind.DDIM, GUIDANCE, auto);
    assertThat(auto.previews).hasSize(STEPS);
    for (int i = 0; i < STEPS; i++) {
      assertThat(auto.previews.get(i)).isIn(full.previews.get(i), fast.previews.get(i));
    }
    assertThat(StepLooks.affordable(1e6, 2_000_000)).isTrue();
    assertThat(StepLooks.affordable(3e6, 2_000_000)).isFalse();
  }

  @Test
  void losesNoMoreThanPreviewsWhenTheMemoryIsTooSmallForThem() {
    PixelImage unseen = draw(SamplerKind.DPMPP_2M_SDE, GUIDANCE, new Ear()).image();
    for (Throwable reason :
        List.of(
            new OutOfMemoryError("Java heap space"),
            new GenerationException(Failure.OUT_OF_MEMORY, "decoder", "the decoder"))) {
      Ear ear = new Ear();
      ear.wish = new PreviewWish(PreviewWish.Kind.FULL, 1);
      ear.trouble = reason;
      assertThat(draw(SamplerKind.DPMPP_2M_SDE, GUIDANCE, ear).image()).isEqualTo(unseen);
      assertThat(ear.troubles).as("tried once").isEqualTo(1);
    }
    Ear cancelled = new Ear();
    cancelled.wish = new PreviewWish(PreviewWish.Kind.FULL, 1);
    GenerationException wish = new GenerationException(Failure.CANCELLED, "enough");
    cancelled.trouble = wish;
    assertThatThrownBy(() -> draw(SamplerKind.DDIM, GUIDANCE, cancelled)).isSameAs(wish);
  }

  @Test
  void leavesThePictureAsItIs() {
    Ear ear = new Ear();
    PixelImage unseen = draw(SamplerKind.DPMPP_2M_SDE, GUIDANCE, ear).image();
    ear.wish = new PreviewWish(PreviewWish.Kind.FULL, 1);
    ear.curious = true;
    assertThat(draw(SamplerKind.DPMPP_2M_SDE, GUIDANCE, ear).image()).isEqualTo(unseen);
  }

  @ParameterizedTest
  @EnumSource(names = {"DDIM", "EULER", "HEUN", "PNDM", "UNIPC"})
  void tellsEveryCallInFull(SamplerKind sampler) {
    Ear ear = new Ear();
    ear.curious = true;
    draw(sampler, GUIDANCE, ear);
    int calls = ear.details.get(0).steps();
    assertThat(ear.details).hasSize(calls);
    assertThat(calls).isGreaterThanOrEqualTo(STEPS);
    for (int i = 0; i < calls; i++) {
      StepDetail detail = ear.details.get(i);
      assertThat(detail.step()).isEqualTo(i + 1);
      assertThat(detail.signal() * detail.signal() + detail.noise() * detail.noise())
          .isCloseTo(1, within(1e-5));
      assertThat(detail.guidance()).isPresent();
    }
    assertThat(ear.details.get(0).noise()).isGreaterThan(0.98);
    assertThat(ear.details.get(calls - 1).noise()).isLessThan(0.5);
    assertThat(ear.details.get(0).timestep()).isGreaterThan(ear.details.get(calls - 1).timestep());
    assertThat(ear.clean.get(0)).isNotEqualTo(ear.clean.get(calls - 1));
  }

  @Test
  void hasOneSideOnlyWithoutGuidance() {
    Ear ear = new Ear();
    ear.curious = true;
    draw(SamplerKind.DDIM, 1, ear);
    assertThat(ear.details)
        .hasSize(STEPS)
        .allSatisfy(detail -> assertThat(detail.guidance()).isEmpty());
  }

  @Test
  void countsFromWhereAPictureBegins() {
    FloatTensor tensor = FloatTensor.zeros(Shape.of(1, 4, 8, 8));
    Sampler sampler =
        Samplers.create(new Sampling(SamplerKind.DDIM, STEPS, 1), ScheduleConfig.stableDiffusion());
    Ear ear = new Ear();
    ear.wish = new PreviewWish(PreviewWish.Kind.FAST, 1);
    ear.curious = true;
    new StepLooks(
            loaded(),
            Conditioning.of(Optional.empty(), TextCondition.of(tensor)),
            ear,
            new Cancellation(),
            STEPS - 2)
        .see(sampler, STEPS - 2, tensor, tensor, tensor);
    assertThat(ear.previews).extracting(Preview::step).containsExactly(1);
    assertThat(ear.details.get(0).step()).isEqualTo(1);
    assertThat(ear.details.get(0).steps()).isEqualTo(2);
  }

  @Test
  void costsNothingWhenNobodyLooks() {
    Shape shape = Shape.of(1, 4, 8, 8);
    FloatTensor tensor = FloatTensor.zeros(shape);
    Sampler sampler =
        Samplers.create(new Sampling(SamplerKind.DDIM, STEPS, 1), ScheduleConfig.stableDiffusion());
    StepLooks looks =
        new StepLooks(
            loaded(),
            Conditioning.of(Optional.empty(), TextCondition.of(tensor)),
            ProgressListener.NONE,
            new Cancellation(),
            0);
    looks.see(sampler, 0, tensor, tensor, tensor);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int i = 0; i < 1000; i++) {
      looks.see(sampler, 1, tensor, tensor, tensor);
    }
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(1000);
  }
}
