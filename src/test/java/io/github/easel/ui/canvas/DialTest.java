package io.github.easel.ui.canvas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.Slider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DialTest {

  private final DoubleProperty size = new SimpleDoubleProperty(24);

  private Slider slider() {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () ->
            Dial.doubling(
                    "size",
                    new SimpleStringProperty("Size"),
                    new SimpleStringProperty("hint"),
                    size,
                    1,
                    512)
                .slider());
  }

  @Test
  void halfOfTheWayIsTheRootOfAllOfIt() {
    Slider slider = slider();
    assertThat(slider.getMax()).isEqualTo(9);
    assertThat(slider.getValue()).isCloseTo(4.585, within(0.001));
    slider.setValue(4.5);
    assertThat(size.get()).isEqualTo(23);
    slider.setValue(9);
    assertThat(size.get()).isEqualTo(512);
    size.set(64);
    assertThat(slider.getValue()).isEqualTo(6);
    assertThat(slider.getAccessibleText()).isEqualTo("Size: 64");
  }

  @Test
  void smallStepsAddUpWhereNumbersAreSmall() {
    size.set(1);
    Slider slider = slider();
    for (int i = 0; i < 10; i++) {
      slider.increment();
    }
    assertThat(size.get()).isEqualTo(2);
  }

  @Test
  void aNumberBetweenStaysUntilTheSliderIsMoved() {
    size.set(38.4);
    Slider slider = slider();
    assertThat(size.get()).isEqualTo(38.4);
    slider.increment();
    assertThat(size.get()).isEqualTo(41);
  }
}
