package io.github.easel.ui.control;

import javafx.beans.value.ObservableValue;
import javafx.event.EventHandler;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** What a control says of itself to those who point at it or have the screen read out. */
public final class Hints {

  private static final Duration SOON = Duration.millis(400);

  private Hints() {}

  /**
   * Gives the control a tooltip, which screen readers tell too. It is made when the mouse first
   * comes to the control: hundreds made at once would hold up the window.
   */
  public static void explain(Control control, ObservableValue<String> text) {
    control.accessibleHelpProperty().bind(text);
    control.addEventHandler(
        MouseEvent.MOUSE_ENTERED,
        new EventHandler<>() {
          @Override
          public void handle(MouseEvent event) {
            control.removeEventHandler(MouseEvent.MOUSE_ENTERED, this);
            control.setTooltip(tooltip(text));
          }
        });
  }

  /** Shows two lines of the label at most, and all of it to those who point at it. */
  public static void beginning(Label label) {
    label.setWrapText(true);
    label.setMinHeight(Region.USE_COMPUTED_SIZE);
    label.getStyleClass().add("two-lines");
    explain(label, label.textProperty());
  }

  private static Tooltip tooltip(ObservableValue<String> text) {
    Tooltip tooltip = new Tooltip();
    tooltip.textProperty().bind(text);
    tooltip.setShowDelay(SOON);
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(320);
    return tooltip;
  }

  /** Makes the button one that shows an icon alone; its tooltip is its name. */
  public static <B extends ButtonBase> B iconOnly(
      B button, Ikon icon, ObservableValue<String> name) {
    button.setGraphic(new FontIcon(icon));
    button.getStyleClass().addAll("icon-only", "flat");
    button.accessibleTextProperty().bind(name);
    explain(button, name);
    return button;
  }
}
