package io.github.easel.ui.drop;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Offers prompts for a picture that tells none, each of them a button. */
final class SuggestionsView extends VBox {

  private final DropViewModel drop;
  private final VBox found = new VBox();

  SuggestionsView(DropViewModel drop, Messages messages) {
    this.drop = drop;
    Suggestions suggestions = drop.suggestions();
    Label told = Sentences.label(messages.text("suggest.NONE"), "drop-text");
    told.setId("drop-suggestions");
    told.textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.now("suggest." + suggestions.state().get()),
                messages.dependencies(suggestions.state())));
    found.getStyleClass().add("drop-suggestions");
    suggestions.prompts().addListener((ListChangeListener<String>) change -> list());
    list();
    getStyleClass().add("drop-suggestions");
    getChildren().addAll(told, found);
    Visibility.when(this, suggestions.state().isNotEqualTo(Suggestions.State.NONE));
  }

  private void list() {
    found.getChildren().clear();
    for (String prompt : drop.suggestions().prompts()) {
      Button take = new Button(prompt);
      take.getStyleClass().addAll("flat", "drop-suggestion");
      take.setMnemonicParsing(false); // underscores are the prompt's own
      take.setMaxWidth(Double.MAX_VALUE);
      Hints.explain(take, new SimpleStringProperty(prompt));
      take.setOnAction(event -> drop.takeWords(prompt));
      found.getChildren().add(take);
    }
  }
}
