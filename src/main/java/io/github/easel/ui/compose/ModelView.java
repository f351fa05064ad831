package io.github.easel.ui.compose;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The model, where it runs, and that it is being opened. */
final class ModelView extends VBox {

  ModelView(ComposeViewModel compose, Messages messages) {
    ComboBox<ModelSummary> choice =
        new Choice<>(compose.models(), compose.model(), ModelSummary::name, messages.language());
    choice.setId("model");
    choice.setButtonCell(new Chosen(compose, messages));
    choice.accessibleTextProperty().bind(messages.text("compose.model"));
    choice.disableProperty().bind(Bindings.isEmpty(compose.models()));
    Hints.explain(choice, messages.text("compose.model.hint"));
    ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
    bar.setId("loading");
    bar.getStyleClass().add("loading");
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.accessibleTextProperty().bind(messages.text("progress.LOADING"));
    Visibility.when(bar, compose.loading());
    getStyleClass().add("model");
    getChildren().addAll(choice, bar);
  }

  /** The chosen model with where it runs at its right. */
  private static final class Chosen extends ListCell<ModelSummary> {

    private final Label name = new Label();
    private final HBox row;

    Chosen(ComposeViewModel compose, Messages messages) {
      Label device = new Label();
      device.setId("device");
      device.getStyleClass().add("figure");
      device.setMinWidth(Region.USE_PREF_SIZE);
      device
          .textProperty()
          .bind(
              Bindings.createStringBinding(
                  () -> {
                    if (compose.loading().get()) {
                      return messages.now("progress.LOADING");
                    }
                    String where = compose.device().get();
                    return where.isEmpty() ? "" : messages.now("compose.device", where);
                  },
                  messages.dependencies(compose.device(), compose.loading())));
      Region gap = new Region();
      HBox.setHgrow(gap, Priority.ALWAYS);
      row = new HBox(8, name, gap, device);
      row.getStyleClass().add("chosen-model");
    }

    @Override
    protected void updateItem(ModelSummary model, boolean empty) {
      super.updateItem(model, empty);
      name.setText(model == null ? "" : model.name());
      setGraphic(empty || model == null ? null : row);
    }
  }
}
