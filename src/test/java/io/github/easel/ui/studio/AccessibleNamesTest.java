package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What screen readers have to say of every control. */
@ExtendWith(ApplicationExtension.class)
class AccessibleNamesTest {

  private static final List<Class<? extends Control>> KINDS =
      List.of(
          ButtonBase.class,
          TextInputControl.class,
          Slider.class,
          ComboBoxBase.class,
          ChoiceBox.class,
          Spinner.class,
          ListView.class,
          TableView.class,
          TreeView.class);

  @ParameterizedTest
  @ValueSource(strings = {"en", "ka"})
  void everyControlHasAName(String language) {
    Set<String> nameless = new TreeSet<>();
    List<String> named = new ArrayList<>();
    StudioTour.through(
        1440,
        900,
        "light",
        language,
        (window, state) ->
            WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () ->
                    StudioTour.visible(window)
                        .filter(AccessibleNamesTest::wanted)
                        .forEach(
                            node -> {
                              String name = nameOf(node);
                              (speaks(name, language) ? named : nameless)
                                  .add(StudioTour.name(node) + " (" + state + "): " + name);
                            })));
    assertThat(nameless).as("without a name in %s", language).isEmpty();
    assertThat(named).hasSizeGreaterThan(50);
  }

  @Test
  void findsANamelessControl() {
    WaitForAsyncUtils.waitForAsyncFx(
        60_000, () -> assertThat(speaks(nameOf(new Slider()), "en")).isFalse());
  }

  private static boolean wanted(Node node) {
    if (!node.isFocusTraversable() && KINDS.stream().noneMatch(kind -> kind.isInstance(node))) {
      return false;
    }
    return !StudioTour.partOfAControl(node)
        && !node.getStyleClass().contains("tab-down-button")
        && !(node instanceof javafx.scene.control.ScrollPane);
  }

  /** What a screen reader finds first: the control's own name, its words, its label. */
  private static String nameOf(Node node) {
    List<String> candidates = new ArrayList<>();
    candidates.add(node.getAccessibleText());
    if (node instanceof Labeled labeled) {
      candidates.add(labeled.getText());
    }
    if (node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Label label) {
      candidates.add(label.getText());
    }
    return candidates.stream()
        .filter(text -> text != null && !text.isBlank())
        .findFirst()
        .orElse("");
  }

  /** Names of things, such as of a model, are the same in every language. */
  private static boolean speaks(String name, String language) {
    return !name.isBlank()
        && (language.equals("en")
            || name.matches("(?s).*[ა-ჰ].*")
            || name.matches("EN|English|NVIDIA|CPU|Clip skip|Starter|Easel|(?s)[^\\p{L}]+"));
  }
}
