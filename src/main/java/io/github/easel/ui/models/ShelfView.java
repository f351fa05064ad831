package io.github.easel.ui.models;

import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.models.ModelFilter.Kin;
import io.github.easel.ui.models.ModelFilter.Order;
import io.github.easel.ui.models.ModelFilter.Sort;
import io.github.easel.ui.models.ShelfViewModel.State;
import io.github.easel.ui.text.Messages;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** What is here: the filter, and the cards under it. */
final class ShelfView extends VBox {

  /** Further cards are made when so much of those that there are is above the lower edge. */
  private static final double NEAR_THE_END = 0.7;

  private final ModelsViewModel models;
  private final ShelfViewModel shelf;
  private final Messages messages;

  /**
   * @param details stands beside the cards
   */
  ShelfView(ModelsViewModel models, Node details, Messages messages) {
    super(12);
    this.models = models;
    this.shelf = models.shelf();
    this.messages = messages;
    StackPane cards =
        new StackPane(
            Visibility.when(cards(), shelf.state().isEqualTo(State.SHOWN)),
            Visibility.when(looking(), shelf.state().isEqualTo(State.LOOKING)),
            Visibility.when(nothing(), shelf.state().isEqualTo(State.NOTHING)),
            Visibility.when(empty(), shelf.state().isEqualTo(State.EMPTY)));
    HBox.setHgrow(cards, Priority.ALWAYS);
    HBox row = new HBox(16, cards, Visibility.when(details, shelf.chosen().isNotNull()));
    VBox.setVgrow(row, Priority.ALWAYS);
    getChildren().addAll(Visibility.when(filter(), shelf.state().isNotEqualTo(State.EMPTY)), row);
    VBox.setVgrow(this, Priority.ALWAYS);
  }

  private Node filter() {
    TextField search = new TextField();
    search.setId("models-search");
    search.promptTextProperty().bind(messages.text("search"));
    search.accessibleTextProperty().bind(messages.text("search"));
    search.textProperty().bindBidirectional(shelf.words());
    search.setMinWidth(120);
    HBox.setHgrow(search, Priority.ALWAYS);
    HBox row =
        new HBox(
            8,
            search,
            choice("sort", Sort.values(), shelf.sort()),
            choice("kin", Kin.values(), shelf.kin()),
            choice("order", Order.values(), shelf.order()));
    row.setAlignment(Pos.CENTER_LEFT);
    row.setMinHeight(USE_PREF_SIZE);
    return row;
  }

  private <T extends Enum<T>> ComboBox<T> choice(
      String name, T[] values, ObjectProperty<T> chosen) {
    ComboBox<T> box = new ComboBox<>(FXCollections.observableArrayList(values));
    box.setId("models-" + name);
    box.getStyleClass().add("model-choice");
    box.accessibleTextProperty().bind(messages.text(name + ".label"));
    box.setConverter(named(name));
    box.valueProperty().bindBidirectional(chosen);
    messages.language().addListener((property, old, now) -> box.setConverter(named(name)));
    return box;
  }

  private <T extends Enum<T>> StringConverter<T> named(String name) {
    return new StringConverter<>() {
      @Override
      public String toString(T value) {
        return value == null ? "" : messages.now(name + "." + value.name());
      }

      @Override
      public T fromString(String text) {
        throw new UnsupportedOperationException("the box is for choosing only");
      }
    };
  }

  private Node cards() {
    CardGrid grid = new CardGrid(shelf, messages);
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setId("models-scroll");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    scroll.getStyleClass().add("models-scroll");
    scroll
        .vvalueProperty()
        .addListener(
            (property, old, now) -> {
              if (now.doubleValue() > NEAR_THE_END) {
                grid.more();
              }
            });
    return scroll;
  }

  private Node looking() {
    return Pieces.words(messages.text("state.LOOKING"), "models-quiet");
  }

  private Node nothing() {
    Label words = Pieces.words(messages.text("state.NOTHING"), "models-quiet");
    Button all = Pieces.button("models-all", "", shelf::forgetFilter);
    all.textProperty().bind(messages.text("state.NOTHING.all"));
    VBox box = new VBox(12, words, all);
    box.getStyleClass().add("models-middle");
    return box;
  }

  private Node empty() {
    Label title = Pieces.words(messages.text("state.EMPTY.title"), "models-title");
    Label words = Pieces.words(messages.text("state.EMPTY"), "models-quiet");
    Button hub =
        Pieces.button("models-to-hub", "", () -> models.part().set(ModelsViewModel.Part.HUB));
    hub.textProperty().bind(messages.text("state.EMPTY.hub"));
    VBox box = new VBox(12, title, words, hub);
    box.getStyleClass().add("models-middle");
    return box;
  }
}
