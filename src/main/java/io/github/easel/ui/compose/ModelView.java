package io.github.easel.ui.compose;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.ModelService.Unusable;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

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
    getChildren().addAll(choice, bar, unusable(compose.unusable(), messages));
  }

  /** Says that some cannot be used; a press tells why. */
  private static Node unusable(UnusableModels models, Messages messages) {
    Hyperlink link = new Hyperlink();
    link.setId("unusable-models");
    link.getStyleClass().add("unusable-models");
    link.setGraphic(new FontIcon(Material2OutlinedMZ.WARNING));
    link.setWrapText(true);
    link.setMinHeight(Region.USE_PREF_SIZE);
    link.textProperty()
        .bind(
            Bindings.createStringBinding(
                () ->
                    models.all().size() == 1
                        ? messages.now("model.unusable", models.all().get(0).name())
                        : messages.now("model.unusable.many", models.all().size()),
                messages.dependencies(models.all())));
    Hints.explain(link, messages.text("model.unusable.hint"));
    link.setOnAction(
        event -> {
          link.setVisited(false);
          if (models.all().size() == 1) {
            models.ask(models.all().get(0));
          } else {
            menu(models).show(link, Side.BOTTOM, 0, 0);
          }
        });
    return Visibility.when(link, Bindings.isNotEmpty(models.all()));
  }

  private static ContextMenu menu(UnusableModels models) {
    ContextMenu menu = new ContextMenu();
    for (Unusable one : models.all()) {
      MenuItem item = new MenuItem(one.name());
      item.setMnemonicParsing(false); // names have underscores
      item.setOnAction(event -> models.ask(one));
      menu.getItems().add(item);
    }
    return menu;
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
