package io.github.easel.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Numbers of parameters that the families' makers published. */
class StableDiffusionTest {

  @Test
  void version1() {
    StableDiffusion family = StableDiffusion.v1();
    assertThat(count(new UNet(family.unet()))).isEqualTo(859_520_964);
    assertThat(count(family.text())).isEqualTo(123_060_480);
    assertThat(count(new AutoencoderEncoder(family.autoencoder()), decoder(family)))
        .isEqualTo(83_653_863);
  }

  @Test
  void version2() {
    StableDiffusion family = StableDiffusion.v2();
    assertThat(count(new UNet(family.unet()))).isEqualTo(865_910_724);
    assertThat(count(family.text())).isEqualTo(340_387_840);
  }

  @Test
  void xl() {
    StableDiffusion family = StableDiffusion.xl();
    assertThat(count(new UNet(family.unet()))).isEqualTo(2_567_463_684L);
    assertThat(count(family.second().orElseThrow())).isEqualTo(694_659_840);
  }

  private static Network decoder(StableDiffusion family) {
    return new AutoencoderDecoder(family.autoencoder());
  }

  private static long count(Network... networks) {
    Set<String> counted = new HashSet<>();
    return List.of(networks).stream()
        .flatMap(network -> Parameters.of(network).stream())
        .filter(parameter -> counted.add(parameter.name()))
        .mapToLong(StableDiffusionTest::size)
        .sum();
  }

  private static long size(Parameter parameter) {
    long size = 1;
    for (long axis : parameter.shape().toArray()) {
      size *= axis;
    }
    return size;
  }
}
