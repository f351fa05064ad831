package io.github.easel.ui.drop;

import io.github.easel.generation.Remark;
import io.github.easel.ui.text.Messages;
import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.SetChangeListener;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Shows what settings would change, group by group, and takes those that are ticked. */
final class SettingsOfferView extends VBox {

  private static final int PERCENT_OF_NAMES = 26;
  private static final int PERCENT_OF_VALUES = 37;

  private final DropViewModel drop;
  private final Offer.OfSettings offer;
  private final Messages messages;
  private final GridPane table = new GridPane();

  SettingsOfferView(DropViewModel drop, Offer.OfSettings offer, Messages messages) {
    this.drop = drop;
    this.offer = offer;
    this.messages = messages;
    boolean any = !offer.changes().isEmpty();
    table.getStyleClass().add("drop-table");
    table
        .getColumnConstraints()
        .addAll(column(PERCENT_OF_NAMES), column(PERCENT_OF_VALUES), column(PERCENT_OF_VALUES));
    VBox inside = new VBox(table);
    inside.getStyleClass().add("drop-inside");
    if (any) {
      fill();
    }
    for (Remark remark : offer.remarks()) {
      inside.getChildren().add(Sentences.label(Sentences.of(remark, messages), "drop-remark"));
    }
    ScrollPane scroll = new ScrollPane(inside);
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.getStyleClass().add("drop-scroll");
    scroll.setFocusTraversable(false);
    scroll.prefViewportHeightProperty().bind(inside.heightProperty());
    getStyleClass().add("drop-content");
    getChildren()
        .addAll(
            Sentences.label(messages.text("settings.title"), "drop-title"),
            Sentences.label(
                any
                    ? messages.text("settings.text", offer.report().program())
                    : messages.text("settings.same"),
                "drop-text"));
    if (any || !offer.remarks().isEmpty()) {
      getChildren().add(scroll);
    }
    HBox buttons = any ? choice() : Sentences.buttons(close());
    if (drop.canBeText()) {
      buttons
          .getChildren()
          .add(
              1,
              Sentences.button(
                  "drop-as-text", messages.text("settings.insert"), drop::insertAsText));
    }
    getChildren().add(buttons);
  }

  private static ColumnConstraints column(int percent) {
    ColumnConstraints column = new ColumnConstraints();
    column.setPercentWidth(percent);
    column.setHgrow(Priority.SOMETIMES);
    return column;
  }

  private HBox choice() {
    Button take =
        Sentences.first(
            Sentences.button("drop-take", messages.text("settings.take"), drop::takeSettings));
    take.disableProperty().bind(Bindings.isEmpty(drop.ticked()));
    return Sentences.buttons(
        take, Sentences.button("drop-cancel", messages.text("cancel"), drop::dismiss));
  }

  private Button close() {
    return Sentences.first(Sentences.button("drop-cancel", messages.text("close"), drop::dismiss));
  }

  private void fill() {
    int row = 0;
    table.add(head("settings.now"), 1, row);
    table.add(head("settings.new"), 2, row);
    for (SettingGroup group : offer.groups()) {
      row++;
      List<Change> changes =
          offer.changes().stream().filter(one -> one.setting().group() == group).toList();
      boolean alone = changes.size() == 1;
      CheckBox tick = tick(group);
      table.add(tick, 0, row, alone ? 1 : 3, 1);
      GridPane.setValignment(tick, VPos.TOP);
      for (Change change : changes) {
        row += alone ? 0 : 1;
        add(change, row, alone);
      }
    }
  }

  private void add(Change change, int row, boolean alone) {
    if (!alone) {
      Label name = Sentences.label(messages.text(change.setting().key()), "drop-setting");
      table.add(name, 0, row);
      GridPane.setValignment(name, VPos.TOP);
    }
    table.add(value(change, change.now(), "drop-now"), 1, row);
    table.add(value(change, change.then(), "drop-then"), 2, row);
  }

  private Label head(String key) {
    return Sentences.label(messages.text(key), "drop-head");
  }

  private CheckBox tick(SettingGroup group) {
    CheckBox tick = new CheckBox();
    tick.setWrapText(true);
    tick.setMinHeight(USE_PREF_SIZE);
    tick.setId("tick-" + group.name().toLowerCase(Locale.ROOT));
    tick.textProperty().bind(messages.text(group.key()));
    tick.setSelected(drop.ticked().contains(group));
    tick.setOnAction(
        event -> {
          if (tick.isSelected()) {
            drop.ticked().add(group);
          } else {
            drop.ticked().remove(group);
          }
        });
    drop.ticked()
        .addListener(
            (SetChangeListener<SettingGroup>)
                changed -> tick.setSelected(drop.ticked().contains(group)));
    return tick;
  }

  private ObservableValue<String> shown(Change.Setting setting, String text) {
    return switch (setting) {
      case SEED -> text.isEmpty() ? messages.text("value.seed.new") : plain(text);
      case DYNAMIC, LIGHTNESS -> messages.text(text.equals(Change.ON) ? "value.on" : "value.off");
      case FIT -> messages.text("value.fit." + text);
      case MASK_CONTENT -> messages.text("value.content." + text);
      case MASK -> mask(text);
      default -> text.isEmpty() ? messages.text("value.none") : plain(text);
    };
  }

  private ObservableValue<String> mask(String text) {
    if (text.isEmpty()) {
      return messages.text("value.none");
    }
    return text.startsWith(Change.INVERTED)
        ? messages.text("value.mask.inverted", text.substring(Change.INVERTED.length()))
        : messages.text("value.mask", text);
  }

  private ObservableValue<String> plain(String text) {
    return messages.text("value", text);
  }

  private Label value(Change change, String text, String style) {
    Label label = Sentences.label(shown(change.setting(), text), style);
    GridPane.setValignment(label, VPos.TOP);
    return label;
  }
}
