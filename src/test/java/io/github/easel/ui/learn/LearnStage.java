package io.github.easel.ui.learn;

import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.task.Threads;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Windows;
import io.github.easel.ui.Workers;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.theme.Theme;
import io.github.easel.ui.viewer.PicturesViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Slider;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.testfx.util.WaitForAsyncUtils;

/** The page in a window of its own, over the starter model. */
final class LearnStage implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 60;

  private final ExecutorService drawing = Threads.worker("test-drawing");
  private final ExecutorService aside = Threads.worker("test-aside");
  private final ExecutorService files = Threads.worker("test-files");
  private final Services services =
      LocalServices.open(
          Places.ofThisProcess(), new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
  final PicturesViewModel pictures;
  final LearnViewModel learn;
  final List<String> left = new ArrayList<>();
  final Scene scene;
  private final LearnView view;
  private final Stage stage;

  /** Call it on JavaFX's thread. */
  LearnStage(Stage stage, Theme theme, Language language, double width, double height) {
    this.stage = stage;
    Workers workers = new Workers(Platform::runLater, drawing, files, aside);
    pictures = new PicturesViewModel(workers, failure -> left.add(failure.getMessage()));
    learn =
        new LearnViewModel(
            pictures,
            () -> "starter",
            () -> false,
            workers,
            failure -> left.add(failure.getMessage()));
    Theme.loadFonts();
    view =
        new LearnView(
            learn,
            Messages.of("learn", new SimpleObjectProperty<>(language)),
            () -> left.add("prompt"),
            () -> left.add("pictures"));
    scene = new Scene(new StackPane(view), width, height);
    theme.dress(scene);
    stage.setScene(scene);
    stage.show();
    learn.open(services.learning());
  }

  /** Draws a picture as the studio does, and leaves out its file. */
  void draw(String words, double guidance, int steps) {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of(words),
            "starter",
            new ImageSize(256, 256),
            new Sampling(SamplerKind.DDIM, steps, guidance),
            7);
    GenerationResult result =
        services
            .generation()
            .generate(
                request,
                services.learning().recording(request, ProgressListener.NONE),
                new Cancellation());
    pictures.add(result, new FakeServices());
    await(() -> !pictures.all().isEmpty() && pictures.all().get(0).thumbnail().get() != null);
    WaitForAsyncUtils.waitForAsyncFx(20_000, () -> learn.shown(true));
  }

  static void await(Callable<Boolean> condition) {
    Windows.await(PATIENCE_SECONDS, condition);
  }

  Node node(String id) {
    return Windows.node(scene, id);
  }

  String text(String id) {
    return Windows.text(scene, id);
  }

  Slider slider(String id) {
    return (Slider) node(id);
  }

  @Override
  public void close() {
    WaitForAsyncUtils.waitForAsyncFx(20_000, stage::hide);
    drawing.shutdown();
    aside.shutdown();
    files.shutdown();
    try {
      drawing.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    services.close();
  }
}
