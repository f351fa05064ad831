package io.github.easel.ui.studio;

import javafx.geometry.Pos;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** A small window with one of its edges filled: which panel a button shows and hides. */
final class PanelGlyph extends StackPane {

  PanelGlyph(Pos edge) {
    Region panel = new Region();
    panel.getStyleClass().addAll("panel-glyph-side", edge == Pos.BOTTOM_CENTER ? "flat" : "tall");
    setAlignment(panel, edge);
    getChildren().add(panel);
    getStyleClass().add("panel-glyph");
  }
}
