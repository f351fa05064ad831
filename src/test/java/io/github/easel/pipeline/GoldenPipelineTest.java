package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Source;
import io.github.easel.generation.StepLatents;
import io.github.easel.generation.UnderMask;
import io.github.easel.model.ModelFolder;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.FloatTensor;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole pictures against Hugging Face diffusers 0.27.2, where the reference collection is. */
class GoldenPipelineTest {

  private static final double FOUR_CHANNELS = 1e-4;

  /**
   * Runs of nine channels lie up to 0.00015 off from their first step on, as if the masked
   * picture's latents there were off by 0.000015. Ours agree with a reckoning in double precision
   * to 0.0000014, and the network alone with its reference to 0.000004.
   */
  private static final double NINE_CHANNELS = 2e-4;

  /** Every run from text of every model that is there as ONNX. */
  @ParameterizedTest
  @CsvSource({
    "micro-sd1, ddim",
    "micro-sd1, euler",
    "micro-sd1, euler_a",
    "tiny-sd1-4level, ddim",
    "tiny-sd1-4level, euler",
    "tiny-sd1-4level, euler_a"
  })
  void drawsAsDiffusersDoes(String name, String sampler) {
    Golden golden = golden(name);
    String run = "txt2img." + sampler;
    draw(name, golden, run, request(golden.json(), run, sampler), Optional.empty());
  }

  /** Every run from a picture of every model that is there as ONNX. */
  @ParameterizedTest
  @ValueSource(strings = {"micro-sd1", "tiny-sd1-4level"})
  void drawsFromAPictureAsDiffusersDoes(String name) {
    Golden golden = golden(name);
    String run = "img2img.ddim";
    PixelImage image = golden.picture("image_u8");
    double strength = golden.json().path("runs").path(run).path("strength").asDouble();
    GenerationRequest request =
        request(golden.json(), run, "ddim")
            .withSource(Optional.of(new Source(image, "", strength, Fit.STRETCH)));
    GenerationResult result = draw(name, golden, run, request, Optional.empty());
    assertThat(result.provenance().source().orElseThrow().sha256()).isEqualTo(image.sha256());
  }

  private static Golden golden(String name) {
    assumeTrue(
        Files.isDirectory(Golden.SHARED.resolve("onnx").resolve(name)),
        "skipped: no reference collection beside the project");
    return Golden.of(Golden.SHARED.resolve("models").resolve(name));
  }

  private static GenerationResult draw(
      String name, Golden golden, String run, GenerationRequest request, Optional<Mask> mask) {
    FloatTensor expected = golden.floats(run + ".step_latents");
    FloatTensor latents = FloatTensor.zeros(expected.shape());
    List<Progress> told = new ArrayList<>();
    GenerationResult result;
    try (DiffusionPipeline pipeline =
        new DiffusionPipeline(
            new LoadedModel(
                ModelFolder.at(Golden.SHARED.resolve("onnx").resolve(name)),
                OnnxEngine.on(DeviceChoice.CPU),
                Optional.empty()),
            "test")) {
      result = pipeline.generate(request, recorder(latents, told), new Cancellation());
    }
    assertThat(greatestRelativeDifference(latents, expected))
        .isLessThan(name.equals("tiny-inpaint") ? NINE_CHANNELS : FOUR_CHANNELS);
    assertThat(farthest(result, golden.floats(run + ".image"), mask)).isLessThanOrEqualTo(1);
    assertThat(result.notices()).isEmpty();
    assertThat(told).extracting(Progress::steps).containsOnly((int) expected.shape().axis(0));
    return result;
  }

  /** Every run in which a part is painted anew, of models of four and of nine channels. */
  @ParameterizedTest
  @CsvSource({
    "micro-sd1, inpaint0.6.ddim, ddim",
    "tiny-inpaint, inpaint1.0.ddim, ddim",
    "tiny-inpaint, inpaint0.6.ddim, ddim",
    "tiny-inpaint, inpaint1.0.euler, euler",
    "tiny-inpaint, inpaint0.6.euler, euler"
  })
  void paintsAPartAnewAsDiffusersDoes(String name, String run, String sampler) {
    Golden golden = golden(name);
    PixelImage image = golden.picture("image_u8");
    Mask mask = golden.mask("mask_u8");
    double strength = golden.json().path("runs").path(run).path("strength").asDouble();
    GenerationRequest request =
        request(golden.json(), run, sampler)
            .withSource(
                Optional.of(
                    new Source(image, "", strength, Fit.STRETCH)
                        .withRepaint(
                            Optional.of(
                                new Repaint(
                                    mask,
                                    MaskShape.AS_IS,
                                    UnderMask.ORIGINAL,
                                    OptionalInt.empty())))));
    GenerationResult result = draw(name, golden, run, request, Optional.of(mask));
    assertThat(result.provenance().source().orElseThrow().repaint().orElseThrow().sha256())
        .isEqualTo(mask.sha256());
  }

  private static GenerationRequest request(JsonNode json, String run, String sampler) {
    return new GenerationRequest(
        new Prompt(json.path("prompt").asText(), json.path("negative_prompt").asText()),
        "model",
        new ImageSize(json.path("width").asInt(), json.path("height").asInt()),
        new Sampling(
            SamplerKind.find(sampler).orElseThrow(),
            json.path("runs").path(run).path("num_inference_steps").asInt(),
            json.path("guidance_scale").asDouble()),
        json.path("seed").asLong());
  }

  private static ProgressListener recorder(FloatTensor target, List<Progress> told) {
    return new ProgressListener() {
      @Override
      public void on(Progress progress) {
        told.add(progress);
      }

      @Override
      public void onLatents(StepLatents latents) {
        int size = latents.values().capacity();
        for (int i = 0; i < size; i++) {
          target.set((latents.step() - 1) * size + i, latents.values().get(i));
        }
      }
    };
  }

  /**
   * The greatest difference in a step, as a share of the step's root mean square: samples of the
   * form x_0 + sigma e are many times as large as the network's answers, and so is what a rounding
   * of those answers makes of them, small values beside large ones included.
   */
  private static double greatestRelativeDifference(FloatTensor a, FloatTensor b) {
    int steps = (int) b.shape().axis(0);
    int size = b.size() / steps;
    double greatest = 0;
    for (int step = 0; step < steps; step++) {
      double squares = 0;
      double farthest = 0;
      for (int i = step * size; i < (step + 1) * size; i++) {
        squares += b.get(i) * (double) b.get(i);
        double difference = Math.abs(a.get(i) - b.get(i));
        farthest = Double.isNaN(difference) ? Double.NaN : Math.max(farthest, difference);
      }
      double share = farthest / Math.sqrt(squares / size);
      greatest = Double.isNaN(share) ? Double.NaN : Math.max(greatest, share);
    }
    return greatest;
  }

  /**
   * The greatest difference in 255ths; the reference holds 0 to 1, interleaved, and nothing that
   * was pasted back round the mask: there the source's own pixels must stand.
   */
  private static double farthest(
      GenerationResult result, FloatTensor expected, Optional<Mask> mask) {
    byte[] rgb = result.image().rgb();
    byte[] source =
        result.provenance().request().source().map(begun -> begun.image().rgb()).orElse(rgb);
    double farthest = 0;
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / 3;
      boolean kept =
          mask.map(marks -> marks.at(pixel % marks.width(), pixel / marks.width()) == 0)
              .orElse(false);
      double wanted = kept ? source[i] & 255 : 255 * expected.get(i);
      farthest = Math.max(farthest, Math.abs((rgb[i] & 255) - wanted));
    }
    return farthest;
  }
}
