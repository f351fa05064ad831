package io.github.easel.ui.gallery;

import atlantafx.base.controls.Popover;
import io.github.easel.gallery.GalleryFilter;
import io.github.easel.ui.control.Hints;
import io.github.easel.ui.control.Popovers;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.drop.Dropped;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeyMap;
import io.github.easel.ui.keys.OwnKeys;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.material2.Material2AL;

/** The field for words, and what else can be asked; a picture can be dropped onto the field. */
final class SearchBar extends HBox {

  private static final PseudoClass OVER = PseudoClass.getPseudoClass("drop-over");
  private static final PseudoClass ACTIVE = PseudoClass.getPseudoClass("active");

  private final GalleryViewModel gallery;
  private final Messages messages;
  private final TextField field = new TextField();
  private final Runnable onLeave;

  /**
   * @param onLeave goes on to what was found
   */
  SearchBar(GalleryViewModel gallery, Runnable onLeave, KeyMap keys, Messages messages) {
    super(4);
    this.gallery = gallery;
    this.onLeave = onLeave;
    this.messages = messages;
    getStyleClass().add("gallery-search");
    setAlignment(Pos.CENTER_LEFT);
    GalleryQuestion question = gallery.question();
    field.setId("gallery-search");
    field
        .promptTextProperty()
        .bind(
            Bindings.createStringBinding(
                () -> messages.now(question.meaning().get() ? "search.meaning" : "search.words"),
                messages.dependencies(question.meaning())));
    field.accessibleTextProperty().bind(messages.text("search.words"));
    Hints.explain(field, messages.text("search.hint", keys.label(Command.SEARCH)));
    field.textProperty().bindBidirectional(question.words());
    field.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    OwnKeys.claim(field, event -> event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty());
    field.setMinWidth(0);
    HBox.setHgrow(field, Priority.ALWAYS);
    field.addEventHandler(DragEvent.DRAG_OVER, this::over);
    field.addEventHandler(
        DragEvent.DRAG_EXITED, event -> field.pseudoClassStateChanged(OVER, false));
    field.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
    getChildren().addAll(field, help(), meaning(), filters());
  }

  private ToggleButton meaning() {
    ToggleButton meaning =
        Hints.iconOnly(
            new ToggleButton(), Material2AL.IMAGE_SEARCH, messages.text("search.by.meaning"));
    meaning.setId("gallery-meaning");
    meaning.selectedProperty().bindBidirectional(gallery.question().meaning());
    return Visibility.when(meaning, gallery.search().hasMeaning());
  }

  private Button help() {
    Popover popover = Popovers.plain(Popover.ArrowLocation.TOP_RIGHT);
    Button button =
        Hints.iconOnly(new Button(), Material2AL.HELP_OUTLINE, messages.text("help.title"));
    button.setId("gallery-help");
    button.setOnAction(
        event -> {
          if (!(popover.getContentNode() instanceof SearchHelp)) {
            popover.setContentNode(
                new SearchHelp(
                    gallery.question(),
                    () -> {
                      popover.hide();
                      field.requestFocus();
                      field.end();
                    },
                    messages));
          }
          popover.show(button);
        });
    return button;
  }

  private Button filters() {
    Popover popover = Popovers.plain(Popover.ArrowLocation.TOP_RIGHT);
    Button button =
        Hints.iconOnly(new Button(), Material2AL.FILTER_LIST, messages.text("search.filters"));
    button.setId("gallery-filter");
    button.setOnAction(
        event -> {
          if (!(popover.getContentNode() instanceof FilterPanel)) {
            popover.setContentNode(new FilterPanel(gallery.question(), gallery.search(), messages));
          }
          popover.show(button);
        });
    gallery
        .question()
        .filter()
        .addListener(
            (property, old, now) ->
                button.pseudoClassStateChanged(ACTIVE, !now.equals(GalleryFilter.NONE)));
    return button;
  }

  private void key(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !field.getText().isEmpty()) {
      field.clear();
      event.consume();
    } else if (leaves(event)) {
      onLeave.run();
      event.consume();
    }
  }

  /** Other commands are the same keys with Control or Alt. */
  private static boolean leaves(KeyEvent event) {
    boolean plain = !event.isShortcutDown() && !event.isAltDown();
    return plain && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.DOWN);
  }

  private void over(DragEvent event) {
    boolean mine = GridInput.isFromGrid(event.getGestureSource());
    if (mine || event.getDragboard().hasFiles() || event.getDragboard().hasImage()) {
      event.acceptTransferModes(TransferMode.COPY);
      field.pseudoClassStateChanged(OVER, true);
      event.consume();
    }
  }

  private void dropped(DragEvent event) {
    field.pseudoClassStateChanged(OVER, false);
    GalleryPicture lead = gallery.selected().get();
    String title = messages.now("search.alike");
    if (GridInput.isFromGrid(event.getGestureSource()) && lead != null && lead.id() > 0) {
      gallery.search().similar(lead, title);
    } else {
      gallery.search().similar(Dropped.of(event.getDragboard()), title);
    }
    event.setDropCompleted(true);
    event.consume();
  }

  /** Begins to type. */
  void enter() {
    field.requestFocus();
    field.selectAll();
  }
}
