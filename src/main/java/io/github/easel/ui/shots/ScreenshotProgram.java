package io.github.easel.ui.shots;

import io.github.easel.app.ExportWish;
import io.github.easel.app.LocalServices;
import io.github.easel.app.PictureStore;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Timings;
import io.github.easel.settings.Session;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.settings.Settings;
import io.github.easel.ui.compose.Phase;
import io.github.easel.ui.studio.StudioViewModel;
import io.github.easel.ui.studio.StudioWindow;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.theme.Theme;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.Image;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;

/**
 * Takes pictures of every screen in both languages and themes and at both sizes. It needs no
 * display: the toolkit is told to draw into memory, for which it must not have been started yet.
 */
public final class ScreenshotProgram {

  private static final Map<String, String> WITHOUT_A_DISPLAY =
      Map.of(
          "glass.platform", "Monocle",
          "monocle.platform", "Headless",
          "prism.order", "sw",
          "prism.text", "t2k",
          "headless.geometry", "1920x1200-32",
          "java.awt.headless", "true");

  private static final List<WindowSize> SIZES =
      List.of(WindowSize.DEFAULT, new WindowSize(1100, 700));

  private final Places places;
  private final Path folder;
  private final double scale;
  private final FailureText failureText;

  private ScreenshotProgram(Places places, Path folder, double scale, FailureText failureText) {
    this.places = places;
    this.folder = folder;
    this.scale = scale;
    this.failureText = failureText;
  }

  /**
   * Writes {@code <width>x<height>-<theme>-<language>-<number>-<screen>.png} for each. The user's
   * own pictures and settings are neither shown nor touched.
   *
   * @param places of the models; the rest is kept in a temporary folder
   * @param folder made if it is not there
   * @param scale pixels of a picture for one of the window
   */
  public static void run(Places places, Path folder, double scale, FailureText failureText) {
    WITHOUT_A_DISPLAY.forEach(System::setProperty);
    CompletableFuture<Void> started = new CompletableFuture<>();
    Platform.startup(() -> started.complete(null));
    started.join();
    Platform.setImplicitExit(false);
    try {
      new ScreenshotProgram(places, folder, scale, failureText).takeAll();
    } finally {
      Platform.exit();
    }
  }

  /** Likewise in one language, theme and size, where the toolkit runs already. */
  static void take(
      Places places, Path folder, FailureText failureText, WindowSize size, Language language) {
    ScreenshotProgram program = new ScreenshotProgram(places, folder, 1, failureText);
    try (Services models = program.open(places)) {
      program.take(DemoPictures.of(models), size, Theme.DARK, language);
    }
  }

  private Services open(Places where) {
    return LocalServices.open(where, new ServiceOptions(DeviceChoice.CPU, Optional.empty()));
  }

  private void takeAll() {
    List<PixelImage> pictures;
    try (Services models = open(places)) {
      pictures = DemoPictures.of(models);
    }
    for (WindowSize size : SIZES) {
      for (Theme theme : Theme.values()) {
        for (Language language : Language.values()) {
          take(pictures, size, theme, language);
        }
      }
    }
  }

  private void take(List<PixelImage> pictures, WindowSize size, Theme theme, Language language) {
    Path temporary = temporary();
    DemoGeneration generation = new DemoGeneration(pictures);
    Places aside =
        new Places(
            places.home(),
            temporary.resolve("data"),
            temporary.resolve("pictures"),
            places.furtherModels(),
            places.meaning());
    Backstage backstage = new Backstage();
    try (Services services = new DemoServices(open(aside), generation)) {
      StudioViewModel studio =
          Backstage.onWindow(
              () ->
                  new StudioViewModel(
                      Settings.DEFAULTS.withLanguage(language.tag()).withTheme(theme.label()),
                      new Session(size, Session.Layout.USUAL, Draft.EMPTY, List.of(), ""),
                      new StudioViewModel.Memory(settings -> {}, session -> {}),
                      backstage.workers()));
      Stage stage = Backstage.onWindow(() -> show(studio));
      Backstage.onWindow(() -> studio.open(() -> services));
      Backstage.await(() -> studio.action().phase().get() == Phase.READY);
      String name =
          "%.0fx%.0f-%s-%s-".formatted(size.width(), size.height(), theme.label(), language.tag());
      new Scenes(
              studio,
              generation,
              backstage,
              what -> shoot(stage.getScene(), name + what, services.pictures()))
          .play();
      Backstage.onWindow(
          () -> {
            stage.hide();
            studio.close();
          });
    } finally {
      backstage.close();
      delete(temporary);
    }
  }

  private Stage show(StudioViewModel studio) {
    Stage stage = new Stage();
    StudioWindow.show(stage, studio, failureText);
    return stage;
  }

  private void shoot(Scene scene, String name, PictureStore writer) {
    PixelImage picture = Backstage.onWindow(() -> snapshot(scene));
    writer.export(nameless(picture), folder.resolve(name + ".png"), new ExportWish(false, true));
  }

  private PixelImage snapshot(Scene scene) {
    SnapshotParameters parameters = new SnapshotParameters();
    parameters.setTransform(Transform.scale(scale, scale));
    Image image = scene.getRoot().snapshot(parameters, null);
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      int argb = image.getPixelReader().getArgb(i % width, i / width);
      rgb[3 * i] = (byte) (argb >> 16);
      rgb[3 * i + 1] = (byte) (argb >> 8);
      rgb[3 * i + 2] = (byte) argb;
    }
    return PixelImage.of(width, height, rgb);
  }

  /** Stores write results of generations; of this one they write the pixels alone. */
  private static GenerationResult nameless(PixelImage picture) {
    GenerationRequest request =
        new GenerationRequest(
            Prompt.of(""), "", new ImageSize(512, 512), new Sampling(SamplerKind.DDIM, 1, 1), 0);
    return new GenerationResult(
        picture,
        new Provenance(request, "", "", "", "", ""),
        new Timings(0, 0, 0, 0, 0),
        List.of());
  }

  private static Path temporary() {
    try {
      return Files.createTempDirectory("easel-shots");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path one : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
