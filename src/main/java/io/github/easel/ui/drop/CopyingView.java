package io.github.easel.ui.drop;

import io.github.easel.ui.text.Messages;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** Shows how far a model is copied. */
final class CopyingView extends VBox {

  CopyingView(DropViewModel drop, Offer.Copying offer, Messages messages) {
    ProgressBar bar = new ProgressBar();
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.progressProperty().bind(drop.copiedShare());
    bar.accessibleTextProperty().bind(messages.text("copying.title", offer.name()));
    getStyleClass().add("drop-content");
    getChildren()
        .addAll(
            Sentences.label(messages.text("copying.title", offer.name()), "drop-title"),
            bar,
            Sentences.buttons(
                Sentences.button("drop-cancel", messages.text("cancel"), drop::dismiss)));
  }
}
