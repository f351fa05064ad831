package io.github.easel.ui.drop;

import io.github.easel.ui.text.Messages;
import java.util.Locale;
import javafx.scene.layout.VBox;

/** Asks whether a model is to be copied to the others. */
final class ModelOfferView extends VBox {

  private static final double MEGABYTE = 1e6;
  private static final double GIGABYTE = 1e9;

  ModelOfferView(DropViewModel drop, Offer.OfModel offer, Messages messages) {
    getStyleClass().add("drop-content");
    getChildren()
        .addAll(
            Sentences.label(messages.text("model.title", offer.model().name()), "drop-title"),
            Sentences.label(messages.text("model.text", size(offer.model().bytes())), "drop-text"),
            Sentences.buttons(
                Sentences.first(
                    Sentences.button("drop-copy", messages.text("model.copy"), drop::copyModel)),
                Sentences.button("drop-cancel", messages.text("cancel"), drop::dismiss)));
  }

  private static String size(long bytes) {
    return bytes >= GIGABYTE
        ? String.format(Locale.ROOT, "%.1f GB", bytes / GIGABYTE)
        : String.format(Locale.ROOT, "%.0f MB", Math.max(1, bytes / MEGABYTE));
  }
}
