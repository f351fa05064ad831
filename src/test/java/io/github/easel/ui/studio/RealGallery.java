package io.github.easel.ui.studio;

import io.github.easel.app.LocalServices;
import io.github.easel.app.Places;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.app.SystemDesktop;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.SourceRecord;
import io.github.easel.image.PictureFile;
import io.github.easel.image.PngWriter;
import io.github.easel.settings.Session;
import io.github.easel.settings.Session.WindowSize;
import io.github.easel.settings.Settings;
import io.github.easel.ui.FakeServices;
import io.github.easel.ui.Windows;
import io.github.easel.ui.gallery.GalleryViewModel;
import io.github.easel.ui.gallery.Listed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import javafx.event.Event;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** The window over the real services and a folder with real files; only drawing is not done. */
final class RealGallery implements AutoCloseable {

  /** So many pictures lie in the folder at first. */
  static final int COUNT = 60;

  /** So many of them tell nothing of their making. */
  static final int UNTOLD = 3;

  /** Beside the window a model is opened and pictures are looked at. */
  private static final long PATIENCE_SECONDS = 60;

  private static final List<String> ENGLISH =
      List.of(
          "a red apple on a white background",
          "a castle on a hill at sunset",
          "a green car on a white background",
          "a cat on a blue background",
          "a sailing boat on the sea",
          "a yellow flower on a white background");
  private static final List<String> GEORGIAN =
      List.of(
          "წითელი ვაშლი თეთრ ფონზე",
          "ციხესიმაგრე გორაკზე, მზის ჩასვლა",
          "მწვანე მანქანა თეთრ ფონზე",
          "კატა ლურჯ ფონზე",
          "იალქნიანი ნავი ზღვაზე",
          "ყვითელი ყვავილი თეთრ ფონზე");

  final Path folder;
  final Services services;
  final StudioStage window;

  /** What was to be shown in the system's file manager. */
  final List<Path> revealed;

  private RealGallery(Path folder, Services services, StudioStage window, List<Path> revealed) {
    this.folder = folder;
    this.services = services;
    this.window = window;
    this.revealed = revealed;
  }

  /** Writes the pictures into a folder below that one and opens a window over them. */
  static RealGallery show(Path root, int width, int height, String theme, String language) {
    Path pictures = root.resolve("pictures");
    fill(pictures, language.equals("ka") ? GEORGIAN : ENGLISH);
    return open(root, Settings.DEFAULTS.withLanguage(language).withTheme(theme), width, height);
  }

  /** Opens a window over what is there. */
  static RealGallery open(Path root, Settings settings, int width, int height) {
    Places places =
        new Places(
                Path.of(System.getProperty(Places.HOME_PROPERTY, ".")),
                root.resolve("data"),
                root.resolve("pictures"))
            .with(settings.folders());
    List<Path> revealed = Collections.synchronizedList(new ArrayList<>());
    Services services =
        withoutDesktop(
            LocalServices.open(places, new ServiceOptions(DeviceChoice.CPU, Optional.empty())),
            revealed);
    Session session =
        new Session(
            new WindowSize(width, height), Session.Layout.USUAL, Draft.EMPTY, List.of(), "");
    StudioStage window =
        WaitForAsyncUtils.waitForAsyncFx(
            60_000, () -> new StudioStage(new Stage(), settings, session, new FakeServices()));
    window.begin(services);
    return new RealGallery(root.resolve("pictures"), services, window, revealed);
  }

  /** The same services but for the desktop, where nothing is to be opened. */
  private static Services withoutDesktop(Services services, List<Path> revealed) {
    SystemDesktop desktop =
        new SystemDesktop() {
          @Override
          public CompletionStage<Void> reveal(Path file) {
            revealed.add(file);
            return CompletableFuture.completedFuture(null);
          }

          @Override
          public CompletionStage<Void> open(Path file) {
            return reveal(file);
          }
        };
    return (Services)
        Proxy.newProxyInstance(
            Services.class.getClassLoader(),
            new Class<?>[] {Services.class},
            (proxy, method, arguments) ->
                method.getName().equals("desktop") ? desktop : method.invoke(services, arguments));
  }

  private static void fill(Path folder, List<String> words) {
    PixelImage source = null;
    for (int i = 0; i < COUNT; i++) {
      LocalDate day = LocalDate.of(2026, 11, 23).minusDays(i / 14);
      String name = "%s/%02d%02d00-%d-x.png".formatted(day, 21 - i % 14, 59 - i % 60, 100 + i);
      PixelImage picture = shifted(Screenshots.picture(i), i / 12);
      boolean later = i == 3 || i == 5;
      Optional<SourceRecord> from =
          later && source != null
              ? Optional.of(new SourceRecord("castle.png", source.sha256(), 0.5, Fit.CROP))
              : Optional.empty();
      if (i == 1) {
        source = picture;
      }
      put(folder.resolve(name), picture, words.get(i % words.size()), 100 + i, from);
    }
  }

  private static void put(
      Path file, PixelImage picture, String words, long seed, Optional<SourceRecord> from) {
    try {
      Files.createDirectories(file.getParent());
      if (seed >= 100 + COUNT - UNTOLD) {
        PngWriter.write(picture, Map.of(), file);
        return;
      }
      GenerationRequest request =
          new GenerationRequest(
              new Prompt(words, "blurry"),
              seed % 2 == 0 ? "Starter" : "Dreamer",
              new ImageSize(picture.width(), picture.height()),
              new Sampling(seed % 3 == 0 ? SamplerKind.EULER : SamplerKind.DDIM, 20, 5),
              seed);
      PictureFile.write(
          picture,
          new Provenance(request, request.model(), "", "torch-cpu", "none", "Easel", from),
          file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Nearly the same picture: some pixels further to the right. */
  private static PixelImage shifted(PixelImage picture, int by) {
    byte[] rgb = picture.rgb();
    byte[] moved = rgb.clone();
    for (int y = 0; y < picture.height(); y++) {
      int row = 3 * y * picture.width();
      System.arraycopy(rgb, row, moved, row + 3 * by, 3 * (picture.width() - by));
    }
    return PixelImage.of(picture.width(), picture.height(), moved);
  }

  /** The gallery of the window. */
  GalleryViewModel gallery() {
    return window.studio.gallery();
  }

  /** Waits until so many pictures are listed. */
  void awaitSize(int wanted) {
    Windows.await(
        PATIENCE_SECONDS, () -> gallery().listed().get() && gallery().size().get() == wanted);
  }

  /** What the collection itself knows of the picture at that place. */
  GalleryItem item(int place) {
    Long id = WaitForAsyncUtils.waitForAsyncFx(20_000, () -> Listed.id(gallery(), place));
    return services.gallery().items(List.of(id)).get(0);
  }

  /** Waits until all pictures have been looked at. */
  void awaitLooks() {
    services.gallery().lookAtAll(new Cancellation(), (done, all) -> {});
  }

  /**
   * Chooses a picture and lets it fall, as a drag does. The gesture itself is the system's, and the
   * headless one loses its way when a window opens in between.
   */
  void drop(FxRobot robot, int place, String target) {
    robot.clickOn(tile(place));
    WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () -> {
          Node onto = window.scene.lookup(target);
          Node grid = window.node("gallery");
          for (var type : List.of(DragEvent.DRAG_OVER, DragEvent.DRAG_DROPPED)) {
            Event.fireEvent(
                onto, new DragEvent(type, null, 0, 0, 0, 0, TransferMode.COPY, grid, onto, null));
          }
        });
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** The cell in sight of the picture at that place. */
  Node tile(int place) {
    return WaitForAsyncUtils.waitForAsyncFx(
        20_000,
        () ->
            window.node("gallery").lookupAll(".tile").stream()
                .filter(Node::isVisible)
                .filter(
                    tile ->
                        Integer.valueOf(place)
                            .equals(tile.queryAccessibleAttribute(AccessibleAttribute.INDEX)))
                .findFirst()
                .orElseThrow());
  }

  @Override
  public void close() {
    window.close();
    services.close();
  }
}
