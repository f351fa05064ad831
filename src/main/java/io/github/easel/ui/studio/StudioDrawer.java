package io.github.easel.ui.studio;

import io.github.easel.app.FailureAction;
import io.github.easel.generation.Draft;
import io.github.easel.task.Job;
import io.github.easel.ui.compose.Phase;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.queue.DrawerView;
import io.github.easel.ui.queue.EditedBar;
import io.github.easel.ui.queue.HeldNote;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.Picture;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Hangs the queue and the log into the studio. */
final class StudioDrawer {

  private StudioDrawer() {}

  /**
   * The drawer.
   *
   * @param write puts the focus where prompts are written
   */
  static Node of(StudioViewModel studio, Runnable write) {
    studio
        .failures()
        .on(
            FailureAction.OPEN_LOG,
            () -> studio.action().phase().get() == Phase.READY, // the services open files
            remedy -> studio.openLog());
    OwnDraft own = new OwnDraft(studio.compose(), studio.line().commands().edited());
    StackPane place =
        new StackPane(
            Visibility.late(
                studio.layout().drawer().open(),
                () ->
                    new DrawerView(
                        new DrawerView.Models(studio.line(), studio.log()),
                        new DrawerView.Hooks(
                            draft -> edit(draft, own, write),
                            job -> show(job, studio),
                            studio::openLog),
                        studio.layout().drawerTab(),
                        studio.keys(),
                        Messages.of("queue", studio.look().language()))));
    place.setMinHeight(0);
    return place;
  }

  private static void edit(Draft draft, OwnDraft own, Runnable write) {
    own.makeRoomFor(draft);
    Platform.runLater(write); // the key that asked for it must not be typed there
  }

  /** The job's newest picture; the others are its neighbours. */
  static void show(Job job, StudioViewModel studio) {
    Optional<UUID> id = Optional.of(job.id());
    newest(studio, picture -> picture.job().equals(id))
        .or(() -> newest(studio, picture -> job.pictures().contains(picture.request())))
        .ifPresent(picture -> studio.pictures().shown().set(picture));
  }

  /** What a job made before the last start is known by what was asked for only. */
  private static Optional<Picture> newest(StudioViewModel studio, Predicate<Picture> which) {
    return studio.pictures().all().stream().filter(which).findFirst();
  }

  /** The failure, and above it what is being edited, and what an earlier start left. */
  static Node above(Node failure, StudioViewModel studio) {
    Messages messages = Messages.of("queue", studio.look().language());
    EditedBar edited = new EditedBar(studio.line().commands(), messages);
    LayoutViewModel layout = studio.layout();
    Runnable open =
        () -> {
          layout.drawerTab().set(DrawerView.QUEUE);
          layout.drawer().open().set(true);
        };
    Node held =
        Visibility.when(
            new HeldNote(studio.line(), open, messages),
            studio.line().picturesHeld().greaterThan(0).and(layout.drawer().open().not()));
    return Visibility.when(
        new VBox(8, held, edited, failure),
        held.visibleProperty().or(edited.visibleProperty()).or(failure.visibleProperty()));
  }
}
