package io.github.easel.ui.studio;

import io.github.easel.generation.Failure;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.Manner;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.Notice;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.Source;
import io.github.easel.generation.Stage;
import io.github.easel.generation.UnderMask;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.compose.ComposeViewModel;
import io.github.easel.ui.compose.Recall;
import io.github.easel.ui.compose.StylePictureViewModel.Words;
import io.github.easel.ui.compose.Verb;
import io.github.easel.ui.control.Disclosure;
import io.github.easel.ui.keys.Command;
import io.github.easel.ui.models.FakeShelf;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.viewer.Picture;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Leads through the window's states, with every page and panel that commands open, so that what is
 * promised of all screens can be checked on all of them, later ones included.
 */
final class StudioTour {

  private static final List<Command> PANELS =
      List.of(
          Command.DRAWER,
          Command.MODELS,
          Command.TEACH,
          Command.LEARN,
          Command.SETTINGS,
          Command.KEYS,
          Command.COMPARE,
          Command.LINEAGE,
          Command.CANVAS);

  /** Kinds whose parts belong to them. */
  private static final List<Class<? extends Control>> WHOLES =
      List.of(
          ComboBoxBase.class,
          ChoiceBox.class,
          Spinner.class,
          TextInputControl.class,
          Slider.class,
          ScrollBar.class);

  /** Looks at the window in one state, on the test's thread. */
  @FunctionalInterface
  interface Visitor {

    void see(StudioStage window, String state);
  }

  private StudioTour() {}

  static void through(int width, int height, String theme, String language, Visitor visitor) {
    try (StudioStage window = StudioStage.show(width, height, theme, language)) {
      window.services.cards = FakeShelf.usual();
      see(window, "opening", visitor);
      window.open();
      unfold(window);
      see(window, "empty", visitor);
      draw(window, language);
      see(window, "drawing", visitor);
      finish(window);
      see(window, "done", visitor);
      begin(window);
      see(window, "source", visitor);
      style(window);
      see(window, "source-styled", visitor);
      WaitForAsyncUtils.waitForAsyncFx(60_000, window.studio.compose()::dropSource);
      for (Command panel : PANELS) {
        if (run(window, panel)) {
          unfold(window);
          see(window, panel.label(), visitor);
          run(window, panel);
        }
      }
      paint(window);
      see(window, "canvas-mask", visitor);
      run(window, Command.CANVAS);
      fail(window);
      see(window, "failed", visitor);
    }
  }

  private static void see(StudioStage window, String state, Visitor visitor) {
    WaitForAsyncUtils.waitForFxEvents();
    visitor.see(window, state);
  }

  private static boolean run(StudioStage window, Command command) {
    boolean done =
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> window.studio.commands().run(command));
    WaitForAsyncUtils.waitForFxEvents();
    return done;
  }

  private static void unfold(StudioStage window) {
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () ->
            all(window)
                .filter(Disclosure.class::isInstance)
                .forEach(fold -> ((Disclosure) fold).open().set(true)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void draw(StudioStage window, String language) {
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          window
              .studio
              .compose()
              .prompt()
              .set(
                  language.equals("ka")
                      ? "საჰაერო ბურთები ღამის ცაზე, სავსე მთვარე <lora:ink:0.8>"
                      : "hot air balloons in the night sky, full moon <lora:Crystal:1>");
          window.studio.action().generate(false);
          window.studio.action().generate(false);
        });
    window.services.report(Stage.SAMPLING, 12, 30, 12);
    StudioStage.await(() -> window.studio.line().progress().get() != null);
  }

  /** All of a picture in the style of another one. */
  static void style(StudioStage window) {
    ComposeViewModel compose = window.studio.compose();
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          compose.start().mask().drop();
          compose.takeStyle(Screenshots.SHEET);
        });
    StudioStage.await(
        () ->
            compose.start().styled().seen().get().thumbnail() != null
                && compose.start().styled().words().get() != Words.SOUGHT);
  }

  private static void finish(StudioStage window) {
    window.services.notices =
        List.of(new Notice(Notice.Kind.PROMPT_TRUNCATED, "full moon over the sea"));
    window.services.finish(FakeServices.gradient(128, 128));
    window.services.finish(FakeServices.gradient(128, 192));
    StudioStage.await(() -> window.studio.pictures().all().size() == 2);
    StudioStage.await(
        () -> {
          Picture shown = window.studio.pictures().shown().get();
          return shown != null && shown.file().get() != null && shown.thumbnail().get() != null;
        });
  }

  /** Begins with a part of a picture, in an unusual manner. */
  private static void begin(StudioStage window) {
    WaitForAsyncUtils.waitForAsyncFx(
        60_000, () -> window.studio.compose().recall(masked(), Recall.SOURCE));
    StudioStage.await(() -> window.studio.compose().start().mask().thumbnail().get() != null);
    StudioStage.await(() -> window.studio.compose().start().thumbnail().get() != null);
  }

  /** What a picture was made with that came of a part of another. */
  static GenerationRequest masked() {
    byte[] values = new byte[320 * 200];
    Arrays.fill(values, 60 * 320, 140 * 320, (byte) -1);
    Repaint part =
        new Repaint(
            Mask.of(320, 200, values),
            new MaskShape(false, 4, 8),
            UnderMask.FILL,
            OptionalInt.empty());
    return new GenerationRequest(
            Prompt.of("an orange"),
            FakeServices.STARTER.name(),
            FakeServices.STARTER.size(),
            FakeServices.STARTER.sampling(),
            7)
        .withSource(
            Optional.of(
                new Source(
                    FakeServices.gradient(320, 200),
                    "harbour at dusk.png",
                    0.6,
                    Fit.CROP,
                    new Manner(1.1, true),
                    Optional.of(part))));
  }

  /** A picture on the canvas with a mask, and a result that waits over it. */
  private static void paint(StudioStage window) {
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () ->
            window
                .studio
                .desk()
                .put(
                    FakeServices.gradient(128, 128),
                    window.studio.look().language().get() == Language.GEORGIAN ? "ზღვა" : "sea"));
    StudioStage.await(() -> !window.studio.canvas().busy().get());
    run(window, Command.INVERT_MASK);
    run(window, Command.WAND);
    StudioStage.await(() -> window.studio.action().verb().get() == Verb.FILL);
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> window.studio.action().generate(false));
    window.services.finish(FakeServices.gradient(128, 128));
    StudioStage.await(() -> window.studio.canvas().staging().snapshot().size() == 1);
    StudioStage.await(() -> window.studio.line().running().get() == null);
    unfold(window);
  }

  private static void fail(StudioStage window) {
    WaitForAsyncUtils.waitForAsyncFx(60_000, () -> window.studio.action().generate(false));
    window.services.fail(
        new GenerationException(
            Failure.INTERNAL, "test", new IllegalStateException("no such thing"), "odd things"));
    StudioStage.await(() -> window.studio.failures().failure().get() != null);
    WaitForAsyncUtils.waitForAsyncFx(
        60_000,
        () -> {
          window.studio.compose().seed().set("many");
          ((javafx.scene.control.ToggleButton) window.node("failure-fold")).setSelected(true);
        });
  }

  /** All nodes of the window. Call it on JavaFX's thread. */
  static Stream<Node> all(StudioStage window) {
    return below(window.scene.getRoot());
  }

  /**
   * All nodes of the window that show; the field in a spinner is a part of it, for keys as for
   * eyes. Call it on JavaFX's thread.
   */
  static Stream<Node> visible(StudioStage window) {
    return all(window)
        .filter(node -> !(node.getParent() instanceof Spinner<?>))
        .filter(StudioTour::shows);
  }

  static boolean shows(Node node) {
    for (Node one = node; one != null; one = one.getParent()) {
      if (!one.isVisible() || one.getOpacity() == 0) {
        return false;
      }
    }
    return true;
  }

  /** Whether the node belongs to a control that stands for it, as a spinner for its field. */
  static boolean partOfAControl(Node node) {
    for (Node one = node.getParent(); one != null; one = one.getParent()) {
      Node around = one;
      if (WHOLES.stream().anyMatch(kind -> kind.isInstance(around))) {
        return true;
      }
    }
    return false;
  }

  /** Whether no scroll pane around the node hides a part of it. */
  static boolean scrolledIntoView(Node node) {
    Bounds bounds = node.localToScene(node.getLayoutBounds());
    for (Node one = node.getParent(); one != null; one = one.getParent()) {
      if (one instanceof ScrollPane pane
          && !pane.localToScene(pane.getLayoutBounds()).contains(bounds)) {
        return false;
      }
    }
    return true;
  }

  private static Stream<Node> below(Node node) {
    Stream<Node> self = Stream.of(node);
    return node instanceof Parent parent
        ? Stream.concat(
            self, List.copyOf(parent.getChildrenUnmodifiable()).stream().flatMap(StudioTour::below))
        : self;
  }

  /** What a message calls the node. */
  static String name(Node node) {
    StringBuilder path = new StringBuilder(node.getClass().getSimpleName());
    for (Node one = node; one != null; one = one.getParent()) {
      if (one.getId() != null) {
        return path.append(one == node ? " #" : " in #").append(one.getId()).toString();
      }
    }
    return path.append(' ').append(node.getStyleClass()).toString();
  }
}
