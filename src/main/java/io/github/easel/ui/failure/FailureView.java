package io.github.easel.ui.failure;

import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** A coloured box with the failure's words; takes no room while there is none. */
public final class FailureView extends HBox {

  public FailureView(FailureViewModel failures, FailureText failureText, Messages messages) {
    Label sentence = new Label();
    sentence.setId("failure");
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    sentence
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    failures.failure().get() == null
                        ? ""
                        : failureText.of(failures.failure().get(), messages.locale()),
                messages.dependencies(failures.failure())));
    HBox.setHgrow(sentence, Priority.ALWAYS);
    sentence.setMaxWidth(Double.MAX_VALUE);
    Button dismiss =
        Hints.iconOnly(new Button(), Material2AL.CLOSE, messages.text("failure.dismiss"));
    dismiss.setId("dismiss-failure");
    dismiss.setOnAction(event -> failures.dismiss());
    getChildren().addAll(new FontIcon(Material2AL.ERROR_OUTLINE), sentence, dismiss);
    setId("failure-box");
    getStyleClass().add("failure-box");
    Visibility.when(this, failures.failure().isNotNull());
  }
}
