package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Economy;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.StepDetail;
import io.github.easel.model.DiffusersFolder;
import io.github.easel.model.ModelPackage;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.onnx.OnnxEngine;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EconomyPipelineTest {

  private static final Engine ENGINE = OnnxEngine.on(DeviceChoice.CPU);
  private static final int STEPS = 6;
  private static final int ANY = 4;

  @TempDir Path folder;

  @Test
  void stepsWithoutGuidanceArePicturesWithoutGuidance() throws IOException {
    try (DiffusionPipeline model = open(new DiffusersFolder(RandomModel.xl(folder)))) {
      byte[] full = draw(model, Economy.NONE);
      byte[] unguided = draw(model, Economy.NONE, 1);
      byte[] part = draw(model, Economy.NONE.guided("0-0.5"));

      assertThat(draw(model, Economy.NONE.guided("0-1"))).isEqualTo(full);
      assertThat(draw(model, Economy.NONE.guided("0-0"))).isEqualTo(unguided);
      assertThat(part).isNotEqualTo(full).isNotEqualTo(unguided);
      assertThat(difference(part, full)).isLessThan(difference(unguided, full));
      assertThat(draw(model, Economy.NONE)).isEqualTo(full);
    }
  }

  @Test
  void detailsOfStepsWithoutGuidanceHaveOneSide() throws IOException {
    List<Boolean> guided = new ArrayList<>();
    ProgressListener listener =
        new ProgressListener() {
          @Override
          public void on(io.github.easel.generation.Progress progress) {}

          @Override
          public boolean wantsDetails() {
            return true;
          }

          @Override
          public void onDetail(StepDetail detail) {
            guided.add(detail.guidance().isPresent());
          }
        };
    try (DiffusionPipeline model = open(new DiffusersFolder(RandomModel.xl(folder)))) {
      model.generate(request(Economy.NONE.guided("0.3-0.7"), ANY), listener, new Cancellation());
    }
    assertThat(guided).containsExactly(false, false, true, true, true, false);
  }

  @Test
  void deepLayersAreLeftOutBetween() throws IOException {
    CountingEngine counting = new CountingEngine(ENGINE);
    try (DiffusionPipeline model =
        open(new DiffusersFolder(RandomModel.xl(folder)), counting.engine())) {
      byte[] full = draw(model, Economy.NONE);
      int opened = counting.opened.size();
      byte[] every2 = draw(model, Economy.NONE.withDeepEvery(2));
      assertThat(counting.opened).hasSize(opened + 1);
      byte[] every6 = draw(model, Economy.NONE.withDeepEvery(STEPS));

      assertThat(counting.opened).hasSize(opened + 1);
      assertThat(every2).isNotEqualTo(full);
      assertThat(every6).isNotEqualTo(every2);
      assertThat(difference(every2, full)).isLessThan(difference(every6, full));
      assertThat(draw(model, Economy.NONE.withDeepEvery(2).guided("0-0.5")))
          .isNotEqualTo(every2)
          .isNotEqualTo(full);
      assertThat(draw(model, Economy.NONE)).isEqualTo(full);
    }
    assertThat(counting.open).isZero();
  }

  @Test
  void pixelsLookAtSomeOfTheOthersOnly() throws IOException {
    try (DiffusionPipeline model = open(new DiffusersFolder(RandomModel.xl(folder)))) {
      byte[] full = draw(model, Economy.NONE);
      byte[] some = draw(model, Economy.NONE.withTokenStride(2));
      byte[] few = draw(model, Economy.NONE.withTokenStride(4));

      assertThat(some).isNotEqualTo(full);
      assertThat(few).isNotEqualTo(some).isNotEqualTo(full);
      assertThat(draw(model, Economy.NONE.withTokenStride(2).withDeepEvery(2)))
          .isNotEqualTo(some)
          .isNotEqualTo(full);
      assertThat(draw(model, Economy.NONE)).isEqualTo(full);
    }
  }

  @Test
  void aModelThatCannotLeaveThemOutSaysSo() throws IOException {
    ModelPackage known = new DiffusersFolder(RandomModel.xl(folder));
    ModelPackage whole =
        (ModelPackage)
            Proxy.newProxyInstance(
                ModelPackage.class.getClassLoader(),
                new Class<?>[] {ModelPackage.class},
                (proxy, method, arguments) ->
                    method.getName().equals("openUnetEnds")
                        ? Optional.empty()
                        : method.invoke(known, arguments));
    try (DiffusionPipeline model = open(whole)) {
      GenerationResult result =
          model.generate(
              request(Economy.NONE.withDeepEvery(2), ANY), progress -> {}, new Cancellation());
      assertThat(result.notices())
          .containsExactly(new Notice(Notice.Kind.DEEP_LAYERS_KEPT, known.name()));
      assertThat(result.image().rgb()).isEqualTo(draw(model, Economy.NONE));
    }
  }

  private static DiffusionPipeline open(ModelPackage source) {
    return open(source, ENGINE);
  }

  private static DiffusionPipeline open(ModelPackage source, Engine engine) {
    return new DiffusionPipeline(new LoadedModel(source, engine, Optional.empty()), "test");
  }

  private static byte[] draw(DiffusionPipeline model, Economy economy) {
    return draw(model, economy, ANY);
  }

  private static byte[] draw(DiffusionPipeline model, Economy economy, double guidance) {
    return model
        .generate(request(economy, guidance), progress -> {}, new Cancellation())
        .image()
        .rgb();
  }

  private static GenerationRequest request(Economy economy, double guidance) {
    return new GenerationRequest(
        new Prompt("the cat", "dog"),
        "any",
        new ImageSize(32, 32),
        new Sampling(SamplerKind.DDIM, STEPS, guidance).withEconomy(economy),
        3);
  }

  private static long difference(byte[] one, byte[] other) {
    long sum = 0;
    for (int i = 0; i < one.length; i++) {
      sum += Math.abs(Byte.toUnsignedInt(one[i]) - Byte.toUnsignedInt(other[i]));
    }
    return sum;
  }
}
