package io.github.easel.ui.gallery;

import io.github.easel.gallery.GalleryQuery;
import io.github.easel.generation.Cancellation;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.Messages;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What can be done in the trash: bring back, and empty, which is asked once. */
final class TrashBar extends VBox {

  private final BooleanProperty asking = new SimpleBooleanProperty();
  private final BooleanProperty system = new SimpleBooleanProperty();
  private final IntegerProperty discarded = new SimpleIntegerProperty();
  private final Messages messages;

  TrashBar(GalleryViewModel gallery, GalleryActions actions, Messages messages) {
    super(8);
    this.messages = messages;
    getStyleClass().add("trash-bar");
    GalleryQuestion question = gallery.question();
    Label words = new Label();
    words.setId("trash-words");
    words.getStyleClass().add("quiet");
    words.setWrapText(true);
    words.setMinHeight(Region.USE_PREF_SIZE);
    words
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> words(discarded.get(), gallery),
                messages.dependencies(
                    asking, system, discarded, gallery.size(), gallery.selection().count())));
    Button restore = button("trash-restore", "trash.restore", actions::restore);
    restore.disableProperty().bind(gallery.selection().count().isEqualTo(0));
    Button empty = button("trash-empty", "trash.empty", () -> ask(gallery.collection()));
    empty.disableProperty().bind(gallery.size().isEqualTo(0));
    Button sure =
        button(
            "trash-sure",
            "trash.sure",
            () -> {
              asking.set(false);
              actions.emptyTrash(gone -> {});
            });
    sure.getStyleClass().add("danger");
    Button cancel = button("trash-cancel", "trash.cancel", () -> asking.set(false));
    FlowPane buttons =
        new FlowPane(
            8,
            8,
            Visibility.when(restore, asking.not()),
            Visibility.when(empty, asking.not()),
            Visibility.when(sure, asking),
            Visibility.when(cancel, asking));
    getChildren().addAll(words, buttons);
    question
        .scope()
        .addListener(
            (property, old, now) -> {
              asking.set(false);
              if (now.kind() == GalleryScope.Kind.TRASH) {
                gallery.collection().read(service -> service.hasSystemTrash(), system::set);
              }
            });
    Visibility.when(
        this,
        Bindings.createBooleanBinding(
            () -> question.scope().get().kind() == GalleryScope.Kind.TRASH, question.scope()));
  }

  /** All of the trash goes, also what a search does not show. */
  private void ask(GalleryCollection collection) {
    collection.read(
        service -> service.find(GalleryQuery.ALL.amongDiscarded(true), new Cancellation()).size(),
        all -> {
          discarded.set(all);
          asking.set(true);
        });
  }

  private String words(int pictures, GalleryViewModel gallery) {
    if (!asking.get()) {
      boolean none = gallery.size().get() > 0 && gallery.selection().count().get() == 0;
      return messages.now(none ? "trash.words.none" : "trash.words");
    }
    return messages.now(system.get() ? "trash.ask.system" : "trash.ask.gone", pictures);
  }

  private Button button(String id, String text, Runnable action) {
    ObservableValue<String> name = messages.text(text);
    Button button = new Button();
    button.setId(id);
    button.getStyleClass().add("small");
    button.textProperty().bind(name);
    button.setOnAction(event -> action.run());
    return button;
  }
}
