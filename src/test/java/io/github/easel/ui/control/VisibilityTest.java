package io.github.easel.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/** What is hidden is not made before it is shown; no window is needed for that. */
class VisibilityTest {

  private final SimpleBooleanProperty shown = new SimpleBooleanProperty();
  private final List<Region> made = new ArrayList<>();

  private Region make() {
    Region region = new Region();
    made.add(region);
    return region;
  }

  @Test
  void makesANodeOnceAndWhereItBelongs() {
    Node place = Visibility.late(shown, this::make);
    VBox.setMargin(place, new Insets(8));
    VBox box = new VBox(new Region(), place, new Region());
    assertThat(made).isEmpty();
    assertThat(place.isManaged()).isFalse();
    shown.set(true);
    assertThat(box.getChildren()).hasSize(3);
    assertThat(box.getChildren().get(1)).isSameAs(made.get(0));
    assertThat(VBox.getMargin(made.get(0))).isEqualTo(new Insets(8));
    shown.set(false);
    assertThat(made.get(0).isManaged()).isFalse();
    shown.set(true);
    assertThat(made).hasSize(1);
    assertThat(made.get(0).isVisible()).isTrue();
  }

  @Test
  void makesAtOnceWhatShowsAlready() {
    shown.set(true);
    Node node = Visibility.late(shown, this::make);
    assertThat(node).isSameAs(made.get(0));
    shown.set(false);
    assertThat(node.isVisible()).isFalse();
  }

  @Test
  void keepsAConditionThatNobodyElseHolds() {
    VBox box = new VBox(Visibility.late(shown.not().not(), this::make));
    System.gc(); // bindings are held weakly by what they depend on
    shown.set(true);
    assertThat(box.getChildren()).hasSize(1).first().isSameAs(made.get(0));
  }
}
