package io.github.easel.ui.viewer;

import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The middle: the picture, or how to come to one. */
public final class ViewerView extends BorderPane {

  /** From this width on there is room for the panel of settings beside the picture. */
  private static final double WIDE = 720;

  /** From this height on everything under the picture has its usual size. */
  private static final double HIGH = 560;

  private final BooleanProperty compact = new SimpleBooleanProperty();

  /**
   * @param onExample is given the example that the user chose
   */
  public ViewerView(
      ViewerViewModel viewer,
      PictureActions actions,
      PictureMenu menu,
      KeyMap keys,
      Consumer<String> onExample,
      Messages messages) {
    getStyleClass().add("canvas");
    BooleanBinding some = viewer.sight().isNotNull();
    BooleanBinding drawing = viewer.line().running().isNotNull();
    PictureCanvas canvas = Visibility.when(new PictureCanvas(viewer, messages), some);
    canvas.setOnContextMenuRequested(
        event -> {
          Picture picture = viewer.subject().get();
          if (picture != null) {
            menu.open(picture, event);
          }
        });
    canvas.addEventHandler(KeyEvent.KEY_PRESSED, event -> keep(event, viewer, actions));
    BooleanBinding told = InfoPanel.shown(viewer, viewer.infoAside().not());
    Node info =
        Visibility.late(told, () -> beside(new InfoPanel(viewer, actions, messages, "info")));
    widthProperty().addListener(changed -> viewer.narrow().set(getWidth() < WIDE));
    heightProperty().addListener(changed -> compact.set(getHeight() < HIGH));
    StackPane middle =
        new StackPane(
            canvas,
            Visibility.when(new WelcomeView(onExample, messages), some.not().and(drawing.not())),
            Visibility.late(some.not().and(drawing), () -> firstPicture(messages)),
            top(new DrawingPill(viewer, messages)),
            info,
            toasts(
                new UntoldToast(viewer, actions, messages),
                new DiscardToast(viewer.trash(), messages),
                new SavedToast(viewer, messages)));
    middle.getStyleClass().add("canvas-middle");
    StackPane.setAlignment(info, Pos.CENTER_RIGHT);
    keepClear(canvas, told);
    setTop(new VBox(Visibility.late(some, () -> new ViewerTools(viewer, keys, messages))));
    setCenter(middle);
    BooleanBinding choosing =
        Bindings.isNotEmpty(viewer.candidates().all())
            .or(viewer.candidates().coming().greaterThan(0));
    setBottom(
        new VBox(
            Visibility.late(
                choosing, () -> new CandidatesView(viewer, actions, menu, keys, messages, compact)),
            Visibility.late(
                some, () -> new PictureBar(viewer, actions, menu, keys, messages, compact))));
  }

  /** As one goes through a batch with the keyboard. */
  private static void keep(KeyEvent event, ViewerViewModel viewer, PictureActions actions) {
    Picture picture = viewer.subject().get();
    if (event.getCode() == KeyCode.ENTER
        && !event.isShortcutDown()
        && picture != null
        && actions.isCandidate(picture)) {
      actions.accept(picture);
      event.consume();
    }
  }

  private static Node top(Node node) {
    StackPane.setAlignment(node, Pos.TOP_CENTER);
    StackPane.setMargin(node, new Insets(12));
    return node;
  }

  private static Node toasts(Node... toasts) {
    VBox pile = new VBox(8, toasts);
    pile.setAlignment(Pos.BOTTOM_CENTER);
    pile.setPickOnBounds(false); // beside them the picture is grasped
    StackPane.setMargin(pile, new Insets(16));
    return pile;
  }

  /** The panel never lies over the picture. */
  private static void keepClear(PictureCanvas canvas, BooleanBinding told) {
    told.addListener(
        (property, old, now) ->
            StackPane.setMargin(canvas, new Insets(0, now ? InfoPanel.WIDTH : 0, 0, 0)));
  }

  private static InfoPanel beside(InfoPanel info) {
    info.setMinWidth(InfoPanel.WIDTH);
    info.setMaxWidth(InfoPanel.WIDTH);
    return info;
  }

  private static Node firstPicture(Messages messages) {
    ProgressIndicator turning = new ProgressIndicator();
    turning.setMaxSize(40, 40);
    Label words = WelcomeView.wrapped("welcome-text", "canvas.drawing", messages);
    VBox box = new VBox(turning, words);
    box.getStyleClass().add("welcome");
    turning
        .progressProperty()
        .bind(
            Bindings.when(box.visibleProperty())
                .then(ProgressIndicator.INDETERMINATE_PROGRESS)
                .otherwise(0)); // a hidden one must not go on turning
    return box;
  }
}
