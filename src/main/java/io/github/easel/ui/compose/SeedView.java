package io.github.easel.ui.compose;

import io.github.easel.ui.control.Field;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The seed with a dice, and how many pictures. */
final class SeedView extends HBox {

  private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");

  SeedView(ComposeViewModel compose, KeyMap keys, Messages messages) {
    getStyleClass().add("seed-view");
    WholeSpinner count =
        new WholeSpinner(compose.count(), 1, () -> SizeViewModel.MOST_PICTURES, () -> 1);
    count.setId("count");
    count.accessibleTextProperty().bind(messages.text("compose.count"));
    Hints.explain(count, messages.text("compose.count.hint"));
    VBox pictures = new Field(messages.text("compose.count"), count);
    pictures.setMinWidth(USE_PREF_SIZE);
    Node seed = new Field(messages.text("compose.seed"), row(compose, keys, messages));
    setHgrow(seed, Priority.ALWAYS);
    getChildren().addAll(seed, pictures);
  }

  private static Node row(ComposeViewModel compose, KeyMap keys, Messages messages) {
    TextField field =
        field(
            "seed",
            compose.seed(),
            messages.text("compose.seed"),
            messages.text("compose.seed.random"),
            messages.text("compose.seed.hint"));
    field.accessibleTextProperty().bind(messages.text("compose.seed"));
    Button roll =
        Hints.iconOnly(
            new Button(),
            Material2AL.CASINO,
            messages.text("compose.seed.roll", keys.label(Command.ROLL_SEED)));
    roll.setId("roll-seed");
    roll.setOnAction(event -> compose.rollSeed());
    roll.disableProperty().bind(compose.seed().isEmpty());
    Button reuse =
        Hints.iconOnly(
            new Button(),
            Material2MZ.REPLAY,
            messages.text("compose.seed.reuse", keys.label(Command.REUSE_SEED)));
    reuse.setId("reuse-seed");
    reuse.setOnAction(event -> compose.reuseSeed());
    reuse.disableProperty().bind(compose.looked().isNull());
    HBox row = new HBox(field, roll, reuse);
    row.getStyleClass().add("seed-row");
    return row;
  }

  /** A field for a seed. */
  static TextField field(
      String id,
      StringProperty seed,
      ObservableValue<String> name,
      ObservableValue<String> example,
      ObservableValue<String> hint) {
    TextField field = new TextField();
    field.setId(id);
    field.setMinWidth(64);
    field.setPrefColumnCount(6);
    field.textProperty().bindBidirectional(seed);
    field.promptTextProperty().bind(example);
    field.accessibleTextProperty().bind(name);
    Hints.explain(field, hint);
    seed.addListener(
        (property, old, now) ->
            field.pseudoClassStateChanged(DANGER, !SeedViewModel.readable(now)));
    setHgrow(field, Priority.ALWAYS);
    return field;
  }
}
