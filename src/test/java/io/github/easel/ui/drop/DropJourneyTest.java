package io.github.easel.ui.drop;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Workers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TextArea;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/** What the window hears of a drag, told as the toolkit tells it. */
@ExtendWith(ApplicationExtension.class)
class DropJourneyTest {

  private final List<String> words = new ArrayList<>();

  private final DropReceiver receiver =
      new DropReceiver() {
        @Override
        public void edit(PixelImage picture, String name) {
          throw new AssertionError("nobody asked for it");
        }

        @Override
        public void openProject(Path file) {
          throw new AssertionError("nobody asked for it");
        }

        @Override
        public Draft now() {
          return Draft.EMPTY;
        }

        @Override
        public void take(GenerationRequest request, Set<SettingGroup> groups) {
          throw new AssertionError("nobody asked for it");
        }

        @Override
        public void takeSource(Path ownCopy, String name) {
          throw new AssertionError("nobody asked for it");
        }

        @Override
        public void addWords(String more) {
          words.add(more);
        }

        @Override
        public void offerModels(List<ModelSummary> models, String chosen) {
          throw new AssertionError("nobody asked for it");
        }
      };

  private static void drop(Node target) {
    Event.fireEvent(
        target,
        new DragEvent(
            DragEvent.DRAG_DROPPED, null, 0, 0, 0, 0, TransferMode.COPY, null, target, null));
  }

  @Test
  void tellsThePromptFromTheRest() {
    TextArea prompt = new TextArea();
    Node canvas = new StackPane();
    DropViewModel drop =
        new DropViewModel(
            new Workers(Runnable::run, Runnable::run, Runnable::run, Runnable::run),
            receiver,
            () -> 1);
    drop.open(new FakeServices());
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          Scene scene = new Scene(new Group(prompt, canvas));
          DropZone.in(scene, drop, canvas, prompt, board -> Dropped.text("an old lighthouse"));
          drop(canvas);
          drop(prompt);
        });
    assertThat(words).containsExactly("an old lighthouse", "an old lighthouse");
    assertThat(drop.offer().get()).isNull();
  }
}
