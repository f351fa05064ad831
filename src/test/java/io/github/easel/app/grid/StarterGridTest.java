package io.github.easel.app.grid;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Real grids with the model that ships with Easel. */
class StarterGridTest {

  private static final Services SERVICES =
      LocalServices.open(
          Places.ofThisProcess(), new ServiceOptions(DeviceChoice.CPU, Optional.empty()));

  private static final GenerationRequest BASE =
      new GenerationRequest(
          Prompt.of("a red apple on a white background"),
          "starter",
          new ImageSize(64, 64),
          new Sampling(SamplerKind.DDPM, 2, 3),
          7);

  @AfterAll
  static void close() {
    SERVICES.close();
  }

  private static Map<GridCell, GenerationResult> drawn(String... axes) {
    Map<GridCell, GenerationResult> results =
        new TreeMap<>(Comparator.comparingInt(GridCell::number));
    GridListener keeping =
        new GridListener() {
          @Override
          public void on(GridProgress progress) {}

          @Override
          public void finished(GridCell cell, GenerationResult result) {
            results.put(cell, result);
          }
        };
    GridOutcome outcome =
        new GridService(SERVICES.generation(), Locale.ENGLISH)
            .draw(Grids.plan(BASE, axes), keeping, new Cancellation());
    assertThat(outcome.missing()).isEmpty();
    return results;
  }

  private static PixelImage alone(GenerationRequest request) {
    return SERVICES
        .generation()
        .generate(request, ProgressListener.NONE, new Cancellation())
        .image();
  }

  @Test
  void everyPictureIsTheOneThatItsSettingsMakeAlone() {
    Map<GridCell, GenerationResult> results = drawn("steps=1,2", "seed=7,8");

    assertThat(results).hasSize(4);
    results.forEach((cell, result) -> assertThat(result.image()).isEqualTo(alone(cell.request())));
  }

  @Test
  void everyGeneratorAndVariationMakesAPictureOfItsOwn() {
    Map<GridCell, GenerationResult> results =
        drawn("random=CPU,NV,numpy", "variation-strength=0,0.3", "ensd=0,31337");

    Set<PixelImage> pictures = new HashSet<>();
    results.values().forEach(result -> pictures.add(result.image()));
    assertThat(pictures).hasSize(12);
    assertThat(results.values())
        .extracting(result -> result.provenance().random())
        .startsWith("torch-cpu", "torch-cuda", "numpy");
  }

  @Test
  void aSizeThatTheModelCannotDrawLeavesItsReason() {
    GridOutcome outcome =
        new GridService(SERVICES.generation(), Locale.ENGLISH)
            .draw(Grids.plan(BASE, "size=64x64,72x64"), GridListener.NONE, new Cancellation());

    assertThat(outcome.made()).isOne();
    assertThat(outcome.missing())
        .extracting(missing -> missing.failure().details().get(0))
        .containsExactly("72x64");
  }
}
