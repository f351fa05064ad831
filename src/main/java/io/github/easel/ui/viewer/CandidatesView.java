package io.github.easel.ui.viewer;

import atlantafx.base.controls.RingProgressIndicator;
import io.github.easel.generation.Progress;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.SetChangeListener;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;

/** The strip of a batch: what came, what is being drawn, what will come, and the choice. */
final class CandidatesView extends VBox {

  /** The line of the action says how far the picture is; the ring need not say it again. */
  private static final StringConverter<Double> WITHOUT_WORDS =
      new StringConverter<>() {
        @Override
        public String toString(Double share) {
          return "";
        }

        @Override
        public Double fromString(String words) {
          return 0.0;
        }
      };

  private static final PseudoClass COMPACT = PseudoClass.getPseudoClass("compact");

  /** Below this the buttons show icons only. */
  private static final double WIDE = 680;

  /** Below this the title says only how many there are of how many. */
  private static final double NARROW = 480;

  private final ViewerViewModel viewer;
  private final CandidatesViewModel candidates;
  private final PictureActions actions;
  private final PictureMenu menu;
  private final KeyMap keys;
  private final Messages messages;
  private final ObservableBooleanValue compact;
  private final HBox row = new HBox();
  private final ScrollPane scroll = new ScrollPane();
  private final Map<Picture, CandidateTile> tiles = new HashMap<>();
  private final Button drawing;

  /**
   * @param compact whether there is little room
   */
  CandidatesView(
      ViewerViewModel viewer,
      PictureActions actions,
      PictureMenu menu,
      KeyMap keys,
      Messages messages,
      ObservableBooleanValue compact) {
    this.viewer = viewer;
    this.compact = compact;
    this.actions = actions;
    this.menu = menu;
    this.keys = keys;
    this.messages = messages;
    candidates = viewer.candidates();
    drawing = drawingTile();
    row.getStyleClass().add("candidates-row");
    scroll.setContent(row);
    scroll.setVbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFitToHeight(true);
    scroll.getStyleClass().add("candidates-scroll");
    setId("candidates");
    getStyleClass().add("candidates");
    getChildren().addAll(head(), scroll);
    candidates.all().addListener((ListChangeListener<Picture>) change -> fill());
    viewer.pictures().undecided().addListener((SetChangeListener<Picture>) change -> mark());
    candidates.coming().addListener(changed -> fill());
    viewer.sight().addListener(changed -> mark());
    viewer.compare().other().addListener(changed -> mark());
    compact.addListener((property, old, now) -> pseudoClassStateChanged(COMPACT, now));
    pseudoClassStateChanged(COMPACT, compact.get());
    // the tiles have their places only once they are laid out, and lose sight when it narrows
    scroll.viewportBoundsProperty().addListener(changed -> reveal());
    row.widthProperty().addListener(changed -> reveal());
    fill();
  }

  private Node head() {
    Label title = new Label();
    title.setId("candidates-title");
    title
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                this::title,
                messages.dependencies(
                    candidates.all(),
                    viewer.pictures().undecided(),
                    candidates.coming(),
                    viewer.subject(),
                    widthProperty())));
    Hints.explain(
        title,
        Bindings.createStringBinding(
            () -> title("candidates.coming"),
            messages.dependencies(
                candidates.all(),
                viewer.pictures().undecided(),
                candidates.coming(),
                viewer.subject())));
    title.getStyleClass().add("candidates-title");
    title.setMinWidth(0);
    HBox.setHgrow(title, Priority.ALWAYS);
    title.setMaxWidth(Double.MAX_VALUE);
    BooleanBinding none =
        Bindings.createBooleanBinding(() -> chosen() == null, viewer.subject(), candidates.all());
    Button all = new Button();
    all.setId("accept-all");
    all.getStyleClass().addAll("flat", "candidates-all");
    all.textProperty().bind(messages.text("candidates.acceptAll"));
    all.setMinWidth(Region.USE_PREF_SIZE);
    Hints.explain(all, messages.text("candidates.acceptAll.hint"));
    all.setOnAction(event -> candidates.acceptAll());
    all.disableProperty().bind(Bindings.isEmpty(candidates.all()));
    HBox head =
        new HBox(
            title,
            button("accept", Material2AL.CHECK, Command.ACCEPT, actions::accept, none),
            button("discard", Material2AL.DELETE_OUTLINE, Command.DISCARD, actions::discard, none),
            button("only", Material2AL.DELETE_SWEEP, null, actions::keepOnly, none),
            all);
    head.getStyleClass().add("candidates-head");
    return head;
  }

  private String title() {
    return title(getWidth() < NARROW ? "candidates.coming.short" : "candidates.coming");
  }

  private String title(String whileComing) {
    int coming = candidates.coming().get();
    if (coming > 0) {
      int made = candidates.made();
      return messages.now(whileComing, Integer.toString(made), Integer.toString(made + coming));
    }
    long undecided = candidates.all().stream().filter(candidates::isUndecided).count();
    return messages.now(
        chosen() == null ? "candidates.none" : "candidates.title", Long.toString(undecided));
  }

  private Button button(
      String name,
      Ikon icon,
      @Nullable Command command,
      Consumer<Picture> action,
      ObservableValue<Boolean> disabled) {
    ObservableValue<String> hint =
        command == null
            ? messages.text("candidates." + name)
            : messages.text("candidates." + name, keys.label(command));
    Button button = Hints.iconOnly(new Button(), icon, hint);
    button.textProperty().bind(messages.text("candidates." + name + ".word"));
    button.getStyleClass().add("candidate-action");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button
        .contentDisplayProperty()
        .bind(
            Bindings.when(widthProperty().lessThan(WIDE))
                .then(ContentDisplay.GRAPHIC_ONLY)
                .otherwise(ContentDisplay.LEFT));
    button.setId("candidate-" + name);
    button.disableProperty().bind(disabled);
    button.setOnAction(
        event -> {
          Picture picture = chosen();
          if (picture != null) {
            action.accept(picture);
          }
        });
    return button;
  }

  private @Nullable Picture chosen() {
    Picture subject = viewer.subject().get();
    return subject != null && candidates.all().contains(subject) ? subject : null;
  }

  private Button drawingTile() {
    RingProgressIndicator ring = new RingProgressIndicator(0, false);
    ring.setStringConverter(WITHOUT_WORDS);
    ring.progressProperty().bind(viewer.line().progress().map(Progress::fraction).orElse(0.0));
    ring.getStyleClass().add("candidate-ring");
    Button tile = new Button();
    tile.setGraphic(ring);
    tile.setId("candidate-drawing");
    tile.getStyleClass().addAll("candidate", "candidate-drawing");
    tile.accessibleTextProperty().bind(messages.text("candidates.drawing"));
    Hints.explain(tile, messages.text("candidates.drawing"));
    tile.setOnAction(event -> viewer.follow());
    return tile;
  }

  private static Node waitingTile() {
    Region tile = new Region();
    tile.getStyleClass().addAll("candidate", "candidate-waiting");
    return tile;
  }

  /** Between two batches. */
  private static Node border() {
    Region line = new Region();
    line.getStyleClass().add("candidates-border");
    return line;
  }

  private void fill() {
    List<Node> nodes = new ArrayList<>();
    tiles.keySet().retainAll(candidates.all());
    for (Picture picture : candidates.all()) {
      if (!nodes.isEmpty() && candidates.beginsABatch(picture)) {
        nodes.add(border());
      }
      nodes.add(tiles.computeIfAbsent(picture, this::tile));
    }
    if (!nodes.isEmpty() && candidates.coming().get() > 0 && candidates.made() == 0) {
      nodes.add(border());
    }
    for (int i = 0; i < candidates.coming().get(); i++) {
      nodes.add(i == 0 ? drawing : waitingTile());
    }
    row.getChildren().setAll(nodes);
    mark();
  }

  private CandidateTile tile(Picture picture) {
    CandidateTile tile = new CandidateTile(picture, compact, messages);
    tile.setOnAction(event -> viewer.show(picture));
    tile.setOnEnter(() -> enter(picture));
    tile.setOnAltClick(() -> actions.compare(picture));
    tile.setOnContextMenuRequested(event -> menu.open(picture, event));
    return tile;
  }

  /** Nobody keeps what they do not see: the first Enter shows it, the second keeps it. */
  private void enter(Picture picture) {
    if (picture != viewer.subject().get()) {
      viewer.show(picture);
      return;
    }
    actions.accept(picture);
    Picture next = viewer.subject().get();
    if (next != null && tiles.containsKey(next)) {
      tiles.get(next).requestFocus();
    }
  }

  private void mark() {
    Picture subject = viewer.subject().get();
    tiles.forEach(
        (picture, tile) ->
            tile.mark(
                picture == subject,
                !candidates.isUndecided(picture),
                picture == viewer.compare().other().get()));
    reveal();
    drawing.pseudoClassStateChanged(
        CandidateTile.CHOSEN, subject == null && viewer.sight().get() != null);
  }

  /** The one that is looked at. */
  private void reveal() {
    CandidateTile tile = tiles.get(viewer.subject().get());
    if (tile != null) {
      bringIntoSight(tile);
    }
  }

  private void bringIntoSight(Node tile) {
    double hidden = row.getWidth() - scroll.getViewportBounds().getWidth();
    Bounds place = tile.getBoundsInParent();
    double left = scroll.getHvalue() * hidden;
    boolean seen =
        place.getMinX() >= left && place.getMaxX() <= left + scroll.getViewportBounds().getWidth();
    if (hidden > 0 && !seen) {
      double middle = place.getCenterX() - scroll.getViewportBounds().getWidth() / 2;
      scroll.setHvalue(Math.max(0, Math.min(1, middle / hidden)));
    }
  }
}
