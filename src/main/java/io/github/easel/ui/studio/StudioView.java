package io.github.easel.ui.studio;

import io.github.easel.ui.canvas.CanvasFiles;
import io.github.easel.ui.canvas.CanvasView;
import io.github.easel.ui.compose.ActionView;
import io.github.easel.ui.compose.ComposeScroll;
import io.github.easel.ui.compose.ComposeView;
import io.github.easel.ui.drop.DropView;
import io.github.easel.ui.drop.DropViewModel;
import io.github.easel.ui.drop.DropZone;
import io.github.easel.ui.drop.Dropped;
import io.github.easel.ui.drop.OpenQuestion;
import io.github.easel.ui.failure.FailureView;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.KeysView;
import io.github.easel.ui.keys.KeysViewModel;
import io.github.easel.ui.keys.OwnKeys;
import io.github.easel.ui.learn.LearnView;
import io.github.easel.ui.lineage.LineageView;
import io.github.easel.ui.models.ModelFiles;
import io.github.easel.ui.models.ModelsView;
import io.github.easel.ui.settings.FolderQuestion;
import io.github.easel.ui.settings.SettingsView;
import io.github.easel.ui.teach.TeachView;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.InfoPanel;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PictureActions;
import io.github.easel.ui.viewer.PictureMenu;
import io.github.easel.ui.viewer.ViewerCommands;
import io.github.easel.ui.viewer.ViewerView;
import io.github.easel.ui.viewer.ViewerViewModel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The whole window: compose on the left, viewer in the middle, gallery on the right. */
final class StudioView extends StackPane {

  private final StudioViewModel studio;
  private final ComposeView compose;
  private final Pastes pastes;
  private final Node middle;

  StudioView(StudioViewModel studio, PictureActions actions, FailureText failureText) {
    this.studio = studio;
    ObjectProperty<Language> language = studio.look().language();
    Messages messages = Messages.of("studio", language);
    Messages composeTexts = Messages.of("compose", language);
    compose = new ComposeView(studio.compose(), studio.keys(), composeTexts);
    FailureView failure = new FailureView(studio.failures(), Messages.of("failure", language));
    RemedyTargets.enter(studio.failures(), this);
    PagesView pages = new PagesView();
    Messages viewerTexts = Messages.of("viewer", language);
    actions.relate(studio.relations);
    PictureMenu menu = new PictureMenu(actions, studio.keys(), viewerTexts);
    pages.place(Page.VIEWER, () -> viewer(actions, menu, viewerTexts));
    pages.place(Page.CANVAS, this::canvas);
    BooleanBinding aside = aside();
    GalleryDesk gallery =
        new GalleryDesk(
            studio,
            actions,
            new PictureMenu(actions, studio.keys(), viewerTexts),
            aside,
            () -> new InfoPanel(studio.viewer(), actions, viewerTexts, "info-aside"),
            viewerTexts);
    pages.place(Page.GALLERY, gallery::wide);
    pages.place(Page.MODELS, () -> models(failureText));
    pages.place(
        Page.TEACH,
        () ->
            new TeachView(
                studio.teach(), failureText, Messages.of("teach", studio.look().language())));
    pages.place(Page.LEARN, this::learn);
    pages.place(Page.LINEAGE, () -> lineage(actions));
    pages.place(Page.SETTINGS, this::settings);
    pages.place(Page.KEYS, this::keys);
    pages.follow(studio.layout().page());
    middle = pages;
    BorderPane frame = new BorderPane();
    frame.setTop(
        new HeaderView(
            studio.look(), studio.layout(), pages.pages(), this::open, studio.keys(), messages));
    frame.setCenter(
        new FrameView(
            studio.layout(),
            left(
                new ActionView(
                    studio.action(),
                    StudioDrawer.above(failure, studio),
                    studio.keys(),
                    composeTexts)),
            pages,
            gallery.column(),
            drawer(),
            messages));
    getStyleClass().add("studio");
    getChildren()
        .addAll(frame, new DropView(studio.drop(), failureText, Messages.of("drop", language)));
    pastes = new Pastes(studio.drop(), () -> getScene().getFocusOwner());
    studio.commands().on(Command.PASTE, pastes::paste);
    studio.commands().on(Command.OPEN, this::open);
    compose.enter(studio.commands());
    studio.commands().on(Command.PROMPT, this::focusPrompt);
    studio.commands().on(Command.TO_PICTURE, this::focusPicture);
    studio.commands().on(Command.CANCEL, this::escape);
    enter(pages.pages());
    ViewerCommands.enter(studio.commands(), studio.viewer(), actions);
    FaceCommands.enter(studio, () -> onSubject(actions::accept), () -> gallery.discard(actions));
    gallery.enter();
    studio.commands().on(Command.EDIT_ON_CANVAS, () -> onSubject(studio.desk()::edit));
    studio.remedies().saveBy(actions::saveAs);
    studio.remedies().keepElsewhere(this::askForFolder, studio::keepPicturesIn);
  }

  private Optional<Path> askForFolder() {
    return FolderQuestion.dialog(
        studio.preferences().picturesFolder(),
        Messages.of("settings", studio.look().language()).now("item.pictures"),
        getScene().getWindow());
  }

  private void onSubject(Consumer<Picture> action) {
    Picture picture = studio.viewer().subject().get();
    if (picture != null) {
      action.accept(picture);
    }
  }

  /** Hears the keys of the whole window, whatever has the focus. */
  void listen(Scene scene) {
    scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> onKey(event, true));
    scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> onKey(event, false));
    DropZone.in(scene, studio.drop(), middle, compose.lookup("#prompt"));
  }

  private Node left(Node action) {
    ScrollPane scroll = new ComposeScroll(compose);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    VBox left = new VBox(scroll, action);
    left.getStyleClass().add("left-column");
    return left;
  }

  /** Where the middle is narrow, what is known of a picture takes the gallery's place. */
  private BooleanBinding aside() {
    ViewerViewModel viewer = studio.viewer();
    viewer.infoAside().bind(viewer.narrow().and(studio.layout().right().open()));
    return InfoPanel.shown(viewer, viewer.infoAside());
  }

  private Node viewer(PictureActions actions, PictureMenu menu, Messages texts) {
    return new ViewerView(studio.viewer(), actions, menu, studio.keys(), this::takeExample, texts);
  }

  /** Its keys mean something only while it is seen. */
  private Node canvas() {
    Messages texts = Messages.of("canvas", studio.look().language());
    CanvasView canvas =
        new CanvasView(
            studio.canvas(),
            studio.layout().right().open(),
            CanvasFiles.dialogs(() -> getScene().getWindow(), texts),
            studio.keys(),
            texts);
    canvas.enter(studio.commands());
    return canvas;
  }

  private Node models(FailureText failureText) {
    Messages texts = Messages.of("models", studio.look().language());
    return new ModelsView(studio.models(), ModelFiles.dialogs(texts), failureText, texts);
  }

  private Node learn() {
    return new LearnView(
        studio.learn(),
        Messages.of("learn", studio.look().language()),
        () -> {
          studio.layout().leavePage();
          focusPrompt();
        },
        studio.layout()::leavePage);
  }

  private Node lineage(PictureActions actions) {
    return new LineageView(
        studio.relations.tree(),
        studio.layout()::leavePage,
        file -> studio.relations.goTo(file, actions::vary),
        studio.keys(),
        Messages.of("lineage", studio.look().language()));
  }

  private Node keys() {
    return new KeysView(
        new KeysViewModel(studio.keys(), studio.settings()),
        studio.layout()::leavePage,
        Messages.of("keys", studio.look().language()));
  }

  private Node settings() {
    return new SettingsView(
        studio.preferences(),
        FolderQuestion::dialog,
        () -> studio.layout().toggle(Page.KEYS),
        studio.layout()::leavePage,
        Messages.of("settings", studio.look().language()));
  }

  /** The drawer at the bottom: the queue and the log. */
  private Node drawer() {
    return StudioDrawer.of(studio, this::focusPrompt);
  }

  private void enter(Set<Page> pages) {
    for (Page page : pages) {
      page.command()
          .ifPresent(command -> studio.commands().on(command, () -> studio.layout().toggle(page)));
    }
    studio.commands().on(Command.DRAWER, studio.layout().drawer()::toggle);
  }

  private void open() {
    OpenQuestion.dialog(getScene().getWindow(), Messages.of("studio", studio.look().language()))
        .ask()
        .ifPresent(file -> studio.drop().take(Dropped.file(file), DropViewModel.Place.WINDOW));
  }

  void focusPrompt() {
    compose.focusPrompt();
  }

  /** To what is seen in the middle, where single letters mean something. */
  private void focusPicture() {
    Stream.of("#canvas-pane", "#canvas")
        .map(middle::lookup)
        .filter(node -> node != null && node.isVisible())
        .findFirst()
        .ifPresent(Node::requestFocus);
  }

  /** Where nothing is left to be taken away, one has done with writing. */
  private void escape() {
    if (!StudioCommands.cancelOrDismiss(studio) && typing(getScene().getFocusOwner())) {
      focusPicture();
    }
  }

  private void takeExample(String example) {
    studio.compose().prompt().set(example);
    compose.focusPrompt();
  }

  /** Undo and the like are the field's own while one types. */
  private static boolean typing(@Nullable Node focused) {
    return focused instanceof TextInputControl;
  }

  /**
   * @param first whether the key comes before the control that has the focus: keys that nobody
   *     types do, so that no control can swallow them; others come after it, so that a slider keeps
   *     its arrows
   */
  private void onKey(KeyEvent event, boolean first) {
    Node focused = getScene().getFocusOwner();
    if (OwnKeys.claimed(focused, event)) {
      return;
    }
    studio
        .keys()
        .match(event, first || focused instanceof TextInputControl, studio.layout().place())
        .filter(command -> command.place() != Command.Place.CANVAS || !typing(focused))
        .filter(command -> command == Command.CANCEL || studio.drop().offer().get() == null)
        .filter(command -> command != Command.PASTE || pastes.isFor(focused))
        .filter(studio.commands()::run)
        .ifPresent(command -> event.consume());
  }
}
