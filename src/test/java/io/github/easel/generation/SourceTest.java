package io.github.easel.generation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceTest {

  private static final PixelImage IMAGE = PixelImage.of(2, 1, new byte[] {1, 2, 3, 4, 5, -1});

  /** The figures of diffusers: int(steps x strength); where that is 0, one step. */
  @ParameterizedTest
  @CsvSource({
    "20, 0.6, 12",
    "5, 0.6, 3",
    "50, 1, 50",
    "100, 0.29, 28",
    "10, 0.09, 1",
    "1, 0.5, 1",
    "1000, 0.75, 750",
    "20, 0.999, 19"
  })
  void drawsAShareOfTheSteps(int steps, double strength, int drawn) {
    Source source = new Source(IMAGE, "", strength, Fit.CROP);
    assertThat(source.drawnSteps(steps)).isEqualTo(drawn);
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of("a"),
            "m",
            new ImageSize(16, 16),
            new Sampling(SamplerKind.DDIM, steps, 1),
            1);
    assertThat(request.drawnSteps()).isEqualTo(steps);
    assertThat(request.withSource(Optional.of(source)).drawnSteps()).isEqualTo(drawn);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, 1.01, Double.NaN})
  void refusesOtherStrengths(double strength) {
    assertThatThrownBy(() -> new Source(IMAGE, "", strength, Fit.CROP))
        .isInstanceOfSatisfying(
            RefusedValue.class, e -> assertThat(e.kind()).isEqualTo(RefusedValue.Kind.STRENGTH));
    assertThatThrownBy(() -> new SourceRecord("", "", strength, Fit.CROP))
        .isInstanceOf(RefusedValue.class);
  }

  @Test
  void aRecordAndThePixelsAreTheSourceAgain() {
    Source source = new Source(IMAGE, "apple.png", 0.4, Fit.PAD);
    assertThat(SourceRecord.of(source).with(IMAGE, Optional.empty())).isEqualTo(source);
    assertThatThrownBy(() -> new SourceRecord("", "../../x", 0.4, Fit.PAD))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** By {@code printf '\0\0\0\2\0\0\0\1\1\2\3\4\5\377' | sha256sum}. */
  @Test
  void pixelsAndShapeTellPicturesApart() {
    assertThat(IMAGE.sha256())
        .isEqualTo("78887e30d03d91c331b7e5bfba02bcd8a21016b2f3ede22baf55eff5bf8c50ff");
    assertThat(PixelImage.of(1, 2, IMAGE.rgb()).sha256()).isNotEqualTo(IMAGE.sha256());
  }
}
