package io.github.easel.ui.drop;

import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Asks what to do with something that was dropped: a card over the window, which has the keys for
 * itself until it is answered or left with Esc.
 */
public final class DropView extends StackPane {

  private final DropViewModel drop;
  private final FailureText failureText;
  private final Messages messages;
  private final VBox card = new VBox();
  private @Nullable Node before;

  /**
   * @param failureText says why something could not be read
   */
  public DropView(DropViewModel drop, FailureText failureText, Messages messages) {
    this.drop = drop;
    this.failureText = failureText;
    this.messages = messages;
    card.setId("drop-card");
    card.getStyleClass().add("drop-card");
    card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    card.setAccessibleRole(AccessibleRole.DIALOG);
    getStyleClass().add("drop-veil");
    getChildren().add(card);
    setPickOnBounds(true);
    Visibility.when(this, drop.offer().isNotNull());
    setOnMousePressed(
        event -> {
          if (event.getTarget() == this) {
            drop.leave();
          }
        });
    addEventFilter(KeyEvent.KEY_PRESSED, this::keepWithin);
    drop.offer().addListener((property, old, now) -> show(old, now));
    show(null, drop.offer().get());
  }

  private void show(@Nullable Offer old, @Nullable Offer now) {
    if (now == null) {
      if (before != null) {
        before.requestFocus();
        before = null;
      }
      card.getChildren().clear();
      return;
    }
    if (old == null && getScene() != null) {
      before = getScene().getFocusOwner();
    }
    card.getChildren().setAll(content(now));
    List<Node> stops = stops();
    stops.stream()
        .filter(node -> node instanceof Button button && button.isDefaultButton())
        .findFirst()
        .or(() -> stops.stream().findFirst())
        .ifPresent(Node::requestFocus);
  }

  private Node content(Offer offer) {
    if (offer instanceof Offer.OfPicture picture) {
      return new PictureOfferView(drop, picture, messages);
    }
    if (offer instanceof Offer.OfSettings settings) {
      return new SettingsOfferView(drop, settings, messages);
    }
    if (offer instanceof Offer.OfModel model) {
      return new ModelOfferView(drop, model, messages);
    }
    if (offer instanceof Offer.Copying copying) {
      return new CopyingView(drop, copying, messages);
    }
    if (offer instanceof Offer.Sentence sentence) {
      return new SentenceView(
          drop, messages.text(sentence.kind().key(), sentence.name()), messages);
    }
    Offer.Failed failed = (Offer.Failed) offer;
    return new SentenceView(
        drop,
        messages.text("sentence.failed", Sentences.of(failed, failureText, messages)),
        messages);
  }

  /** What the Tab key goes to, in its order. */
  private List<Node> stops() {
    return card.lookupAll("*").stream()
        .filter(node -> node.isFocusTraversable() && node.isVisible() && !node.isDisabled())
        .toList();
  }

  /** The Tab key goes round in the card: what lies under it is asleep. */
  private void keepWithin(KeyEvent event) {
    List<Node> stops = stops();
    if (event.getCode() != KeyCode.TAB || stops.isEmpty()) {
      return;
    }
    int at = stops.indexOf(getScene().getFocusOwner());
    int step = event.isShiftDown() ? -1 : 1;
    stops.get(Math.floorMod(at + step, stops.size())).requestFocus();
    event.consume();
  }
}
