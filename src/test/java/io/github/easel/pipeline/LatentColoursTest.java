package io.github.easel.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.easel.generation.PixelImage;
import io.github.easel.generation.StepLatents;
import io.github.easel.random.TorchCpuRandom;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.nio.FloatBuffer;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class LatentColoursTest {

  private static final float[][] RED_GREEN_BLUE = {
    {20, -7, 3, 11, 120}, {-5, 14, 9, -8, 100}, {2, 2, -16, 6, 140}
  };

  @Test
  void findsTheColoursOfADecoderThatIsLinear() {
    LatentColours colours = LatentColours.of(latents -> decode(latents, 8));
    FloatTensor latents = FloatTensor.zeros(Shape.of(1, 4, 6, 5));
    new TorchCpuRandom(1).fill(latents);
    PixelImage found = colours.picture(StepDetails.tell(1, latents));
    PixelImage right = decode(latents, 1);
    assertThat(found.width()).isEqualTo(5);
    assertThat(found.height()).isEqualTo(6);
    for (int i = 0; i < found.rgb().length; i++) {
      assertThat(found.rgb()[i] & 255)
          .as("byte %d", i)
          .isCloseTo(right.rgb()[i] & 255, Offset.offset(1));
    }
  }

  @Test
  void cutsWhatIsBeyondBlackAndWhite() {
    LatentColours colours = LatentColours.of(latents -> decode(latents, 8));
    FloatTensor latents = FloatTensor.of(Shape.of(1, 4, 1, 2), 100, -100, 0, 0, 0, 0, 0, 0);
    PixelImage picture = colours.picture(StepDetails.tell(1, latents));
    assertThat(picture.argb(0, 0)).isEqualTo(0xFFFF00FF);
    assertThat(picture.argb(1, 0)).isEqualTo(0xFF00FF00);
  }

  @Test
  void staysFiniteForADecoderThatTakesNoNoticeOfItsLatents() {
    LatentColours colours =
        LatentColours.of(latents -> PixelImage.of(80, 80, new byte[3 * 80 * 80]));
    FloatTensor latents = FloatTensor.of(Shape.of(1, 4, 1, 1), 3, 2, 1, 5);
    assertThat(colours.picture(StepDetails.tell(1, latents)).argb(0, 0)).isEqualTo(0xFF000000);
  }

  @Test
  void refusesLatentsOfOtherModels() {
    LatentColours colours = LatentColours.of(latents -> decode(latents, 8));
    StepLatents sixteen = new StepLatents(1, 16, 1, 1, FloatBuffer.allocate(16));
    assertThatIllegalArgumentException().isThrownBy(() -> colours.picture(sixteen));
  }

  /** Every cell a block of one colour. */
  private static PixelImage decode(FloatTensor latents, int factor) {
    int height = (int) latents.shape().axis(2);
    int width = (int) latents.shape().axis(3);
    byte[] rgb = new byte[3 * width * height * factor * factor];
    for (int i = 0; i < rgb.length; i++) {
      int x = i / 3 % (width * factor) / factor;
      int y = i / 3 / (width * factor) / factor;
      float[] weights = RED_GREEN_BLUE[i % 3];
      double value = weights[4];
      for (int channel = 0; channel < 4; channel++) {
        value += weights[channel] * latents.get((channel * height + y) * width + x);
      }
      rgb[i] = (byte) Math.round(Math.max(0, Math.min(255, value)));
    }
    return PixelImage.of(width * factor, height * factor, rgb);
  }
}
