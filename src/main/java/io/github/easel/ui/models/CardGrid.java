package io.github.easel.ui.models;

import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * The cards in rows. One of them is reached by Tab; arrow keys go on from there, Enter uses. Cards
 * are made a number at a time, as one scrolls to them.
 */
final class CardGrid extends Region {

  private static final double LEAST = 164;
  private static final double GAP = 12;

  /** So many cards are made at once. */
  private static final int HEAP = 40;

  private final ShelfViewModel shelf;
  private final Messages messages;
  private int made;

  CardGrid(ShelfViewModel shelf, Messages messages) {
    this.shelf = shelf;
    this.messages = messages;
    getStyleClass().add("model-cards");
    setId("model-cards");
    shelf.shown().addListener((InvalidationListener) changed -> fill());
    shelf.chosen().addListener((property, old, now) -> mark(now));
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey); // toggles go their own ways
    fill();
  }

  private void fill() {
    made = 0;
    getChildren().clear();
    more();
  }

  /** Makes the next cards, if there are more. */
  void more() {
    List<ShownModel> models = shelf.shown();
    int to = Math.min(models.size(), made + HEAP);
    List<CardView> cards = new ArrayList<>();
    for (ShownModel model : models.subList(made, to)) {
      cards.add(card(model));
    }
    made = to;
    getChildren().addAll(cards);
    mark(shelf.chosen().get());
  }

  private CardView card(ShownModel model) {
    CardView card = new CardView(model, shelf, messages);
    card.setOnMouseClicked(
        event -> {
          if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
            shelf.use(model);
          }
        });
    return card;
  }

  private void mark(@Nullable ShownModel chosen) {
    while (chosen != null && made < shelf.shown().size() && shelf.shown().indexOf(chosen) >= made) {
      more();
    }
    boolean any = cards().stream().anyMatch(card -> card.model() == chosen);
    for (int i = 0; i < cards().size(); i++) {
      CardView card = cards().get(i);
      card.setSelected(card.model() == chosen);
      card.setFocusTraversable(any ? card.model() == chosen : i == 0);
    }
  }

  private List<CardView> cards() {
    return getChildren().stream().map(CardView.class::cast).toList();
  }

  private void onKey(KeyEvent event) {
    List<CardView> cards = cards();
    Node focused = getScene().getFocusOwner();
    int now = focused instanceof CardView card ? cards.indexOf(card) : -1;
    if (now < 0) {
      return;
    }
    if (event.getCode() == KeyCode.ENTER) {
      shelf.use(cards.get(now).model());
      event.consume();
      return;
    }
    int step = step(event.getCode(), cards.size());
    if (step != 0 && !event.isShortcutDown() && !event.isAltDown()) {
      int next = Math.max(0, Math.min(cards.size() - 1, now + step));
      shelf.chosen().set(cards.get(next).model());
      cards.get(next).requestFocus();
      event.consume();
    }
  }

  private int step(KeyCode code, int all) {
    return switch (code) {
      case LEFT -> -1;
      case RIGHT -> 1;
      case UP -> -columns(getWidth());
      case DOWN -> columns(getWidth());
      case HOME -> -all;
      case END -> all;
      default -> 0;
    };
  }

  private static int columns(double width) {
    return Math.max(1, (int) ((width + GAP) / (LEAST + GAP)));
  }

  private static double side(double width) {
    int columns = columns(width);
    return Math.floor((width - GAP * (columns - 1)) / columns);
  }

  @Override
  protected double computePrefHeight(double width) {
    double taken = width < 0 ? getWidth() : width;
    int rows = (getChildren().size() + columns(taken) - 1) / columns(taken);
    return rows == 0 ? 0 : rows * (CardView.height(side(taken)) + GAP) - GAP;
  }

  @Override
  protected double computeMinHeight(double width) {
    return computePrefHeight(width);
  }

  @Override
  protected double computeMinWidth(double height) {
    return LEAST;
  }

  @Override
  public Orientation getContentBias() {
    return Orientation.HORIZONTAL;
  }

  @Override
  protected void layoutChildren() {
    double step = (getWidth() + GAP) / columns(getWidth());
    double high = CardView.height(side(getWidth()));
    int columns = columns(getWidth());
    for (int i = 0; i < getChildren().size(); i++) {
      int row = i / columns;
      double left = Math.rint(i % columns * step);
      double right = Math.rint((i % columns + 1) * step) - GAP;
      getChildren().get(i).resizeRelocate(left, row * (high + GAP), right - left, high);
    }
  }
}
