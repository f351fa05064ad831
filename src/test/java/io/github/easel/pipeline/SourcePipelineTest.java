package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Source;
import io.github.easel.generation.Stage;
import io.github.easel.model.ModelFolder;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tokenizer.TinyVocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Pictures that begin with another one, with the small model of the test resources. */
class SourcePipelineTest {

  private static final ImageSize SIZE = new ImageSize(32, 32);
  private static final PixelImage IMAGE = Golden.micro().picture("image_u8");

  @TempDir static Path folder;
  private static @org.jspecify.annotations.Nullable DiffusionPipeline opened;

  @BeforeAll
  static void open() throws IOException {
    TinyVocabulary.write(folder);
    opened = pipeline(Golden.micro().folder());
  }

  @AfterAll
  static void close() {
    pipeline().close();
  }

  private static DiffusionPipeline pipeline(Path model) {
    return new DiffusionPipeline(
        new LoadedModel(
            ModelFolder.at(model), OnnxEngine.on(DeviceChoice.CPU), Optional.of(folder)),
        "test");
  }

  private static DiffusionPipeline pipeline() {
    return java.util.Objects.requireNonNull(opened);
  }

  private static GenerationRequest request(SamplerKind sampler, int steps, String words) {
    return new GenerationRequest(Prompt.of(words), "m", SIZE, new Sampling(sampler, steps, 5), 42);
  }

  private static GenerationRequest from(GenerationRequest request, PixelImage image, double share) {
    return request.withSource(Optional.of(new Source(image, "", share, Fit.CROP)));
  }

  private static PixelImage draw(GenerationRequest request) {
    return pipeline().generate(request, ProgressListener.NONE, new Cancellation()).image();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FLOW_MATCH_EULER")
  void everySamplerDrawsTheStepsThatAreLeft(SamplerKind sampler) {
    List<Progress> told = new ArrayList<>();
    GenerationRequest request = from(request(sampler, 8, "the cat"), IMAGE, 0.5);
    GenerationResult result = pipeline().generate(request, told::add, new Cancellation());

    assertThat(result.image()).isNotEqualTo(draw(request.withSource(Optional.empty())));
    assertThat(draw(request)).isEqualTo(result.image());
    List<Progress> sampling =
        told.stream().filter(progress -> progress.stage() == Stage.SAMPLING).toList();
    int drawn = sampling.get(0).steps();
    // Some samplers call the model more than once a step.
    assertThat(drawn).isBetween(4, 9);
    assertThat(sampling).extracting(Progress::steps).containsOnly(drawn);
    assertThat(sampling.get(sampling.size() - 1).step())
        .isEqualTo(drawn)
        .isEqualTo(sampling.size() - 1);
  }

  @Test
  void littleStrengthChangesLittle() {
    double before = 0;
    PixelImage none = draw(from(request(SamplerKind.DDIM, 50, "the cat"), IMAGE, 0.01));
    for (double strength : new double[] {0.1, 0.5, 1}) {
      PixelImage some = draw(from(request(SamplerKind.DDIM, 50, "the cat"), IMAGE, strength));
      double distance = distance(some, none);
      assertThat(distance).isGreaterThan(before);
      before = distance;
    }
  }

  private static double distance(PixelImage a, PixelImage b) {
    double sum = 0;
    byte[] first = a.rgb();
    byte[] second = b.rgb();
    for (int i = 0; i < first.length; i++) {
      sum += Math.abs((first[i] & 255) - (second[i] & 255));
    }
    return sum / first.length;
  }

  @Test
  void oneStepAtLeastIsDrawn() {
    List<Progress> told = new ArrayList<>();
    pipeline()
        .generate(
            from(request(SamplerKind.DDIM, 3, "the cat"), IMAGE, 0.1),
            told::add,
            new Cancellation());
    assertThat(told).extracting(Progress::steps).containsOnly(1);
  }

  /** The second half of the steps attends to what the second half of the prompt says. */
  @Test
  void promptsCountTheStepsThatAreLeftOut() {
    PixelImage dog = draw(from(request(SamplerKind.DDIM, 8, "the dog"), IMAGE, 0.5));
    PixelImage cat = draw(from(request(SamplerKind.DDIM, 8, "the cat"), IMAGE, 0.5));
    assertThat(cat).isNotEqualTo(dog);
    assertThat(draw(from(request(SamplerKind.DDIM, 8, "the [cat:dog:0.5]"), IMAGE, 0.5)))
        .isEqualTo(dog);
  }

  @Test
  void anotherSourceIsNotTakenForTheLastOne() {
    byte[] rgb = IMAGE.rgb();
    rgb[0] ^= 64;
    GenerationRequest request = request(SamplerKind.DDIM, 4, "the cat");
    PixelImage first = draw(from(request, IMAGE, 0.5));
    PixelImage other = draw(from(request, PixelImage.of(32, 32, rgb), 0.5));
    assertThat(other).isNotEqualTo(first);
    assertThat(draw(from(request, IMAGE, 0.5))).isEqualTo(first);
  }

  @Test
  void sourcesOfOtherShapesAreFitted() {
    PixelImage large = PixelImage.of(90, 50, new byte[3 * 90 * 50]);
    GenerationRequest request = request(SamplerKind.DDIM, 2, "the cat");
    PixelImage black = PixelImage.of(32, 32, new byte[3 * 32 * 32]);
    assertThat(draw(from(request, large, 0.5))).isEqualTo(draw(from(request, black, 0.5)));
  }

  @Test
  void saysThatAModelHasNoImageEncoder(@TempDir Path copy) throws IOException {
    copyWithout("vae_encoder", copy);
    try (DiffusionPipeline pipeline = pipeline(copy)) {
      GenerationRequest plain = request(SamplerKind.DDIM, 2, "the cat");
      assertThat(pipeline.generate(plain, ProgressListener.NONE, new Cancellation()).image())
          .isEqualTo(draw(plain));
      assertThatThrownBy(
              () ->
                  pipeline.generate(
                      from(plain, IMAGE, 0.5), ProgressListener.NONE, new Cancellation()))
          .isInstanceOfSatisfying(
              GenerationException.class,
              e -> {
                assertThat(e.failure()).isEqualTo(Failure.NO_IMAGE_ENCODER);
                assertThat(e.details()).containsExactly(copy.getFileName().toString());
              });
    }
  }

  @Test
  void saysThatAnEncodersOwnNoiseCannotBeHadAgain(@TempDir Path copy) throws IOException {
    copyWithout("vae_encoder", copy);
    Path graph = Golden.micro().folder().resolve("vae_encoder").resolve("model.onnx");
    new GraphEdit(graph).hideNoise().write(copy.resolve("vae_encoder"));
    try (DiffusionPipeline pipeline = pipeline(copy)) {
      GenerationRequest request = from(request(SamplerKind.DDIM, 2, "the cat"), IMAGE, 0.5);
      GenerationResult result =
          pipeline.generate(request, ProgressListener.NONE, new Cancellation());
      assertThat(result.notices())
          .extracting(Notice::kind)
          .containsExactly(Notice.Kind.SOURCE_UNSEEDED);
      assertThat(pipeline.generate(request, ProgressListener.NONE, new Cancellation()).image())
          .isNotEqualTo(result.image());
    }
  }

  private static void copyWithout(String part, Path target) throws IOException {
    Path root = Golden.micro().folder();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path name = root.relativize(file);
        if (!name.startsWith(part)) {
          Files.createDirectories(target.resolve(name).getParent());
          Files.copy(file, target.resolve(name));
        }
      }
    }
  }
}
