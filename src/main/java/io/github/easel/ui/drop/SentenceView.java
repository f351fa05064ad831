package io.github.easel.ui.drop;

import io.github.easel.ui.text.Messages;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.VBox;

/** Says one sentence. */
final class SentenceView extends VBox {

  SentenceView(DropViewModel drop, ObservableValue<String> sentence, Messages messages) {
    getStyleClass().add("drop-content");
    getChildren()
        .addAll(
            Sentences.label(sentence, "drop-sentence"),
            Sentences.buttons(
                Sentences.first(
                    Sentences.button("drop-cancel", messages.text("close"), drop::dismiss))));
  }
}
