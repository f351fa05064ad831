package io.github.easel.ui.compose;

import io.github.easel.app.Services;
import io.github.easel.app.StyleService;
import io.github.easel.app.StyleService.Style;
import io.github.easel.app.paint.StyleTransfer;
import io.github.easel.app.paint.StyledDraft;
import io.github.easel.generation.Draft;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Images;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** The picture whose style is given to the one that pictures begin with, if any. */
public final class StylePictureViewModel {

  /** How far the search for its words is. */
  public enum Words {
    /** Nobody asks. */
    NONE,
    /** They are being looked for. */
    SOUGHT,
    /** They are there. */
    FOUND,
    /** No model at hand can tell. */
    UNKNOWN
  }

  /** In pixels: sharp on screens of twice the usual density. */
  private static final int THUMBNAIL = 80;

  private static final int TONES = 5;

  private final Workers workers;
  private final LatestAnswer taking;
  private final LatestAnswer looking;
  private final LatestAnswer finding;
  private final ReadOnlyObjectWrapper<Draft.StylePicture> wish =
      new ReadOnlyObjectWrapper<>(Draft.StylePicture.none());
  private final ReadOnlyObjectWrapper<Words> words = new ReadOnlyObjectWrapper<>(Words.NONE);
  private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>(Look.NOTHING);
  private final BooleanBinding there =
      Bindings.createBooleanBinding(() -> !wish.get().picture().isEmpty(), wish);
  private String model = "";
  private @Nullable Services services;

  StylePictureViewModel(Workers workers) {
    this.workers = workers;
    taking = new LatestAnswer(workers);
    looking = new LatestAnswer(workers);
    finding = new LatestAnswer(workers);
  }

  /**
   * How it looks.
   *
   * @param thumbnail a small look at it; null until it is read
   * @param tones its colours from dark to light, 0xRRGGBB
   * @param problem why it cannot be read; null when it can
   */
  public record Look(
      @Nullable Image thumbnail, List<Integer> tones, @Nullable GenerationException problem) {

    static final Look NOTHING = new Look(null, List.of(), null);

    /** Takes a copy of the colours. */
    public Look {
      tones = List.copyOf(tones);
    }

    static Look at(Services services, String file) {
      try {
        PixelImage image = services.sources().read(Path.of(file));
        return new Look(
            Images.reduced(image.held(), THUMBNAIL), StyleTransfer.tones(image, TONES), null);
      } catch (RuntimeException e) {
        return new Look(null, List.of(), GenerationException.of(e));
      }
    }
  }

  void open(Services opened) {
    services = opened;
    look();
    suit(model);
  }

  /**
   * From now on that picture's style is wanted.
   *
   * @param onFailure is told why it cannot be had
   */
  void choose(Path file, Consumer<GenerationException> onFailure) {
    Services asked = services;
    if (asked != null) {
      taking.ask(
          workers.files(),
          () -> asked.sources().keep(file).toString(),
          copy -> take(new Draft.StylePicture(copy, String.valueOf(file.getFileName()), List.of())),
          onFailure);
    }
  }

  /** From now on no picture's style is wanted. */
  public void drop() {
    take(Draft.StylePicture.none());
  }

  void take(Draft.StylePicture style) {
    taking.forget();
    boolean same = style.picture().equals(wish.get().picture());
    wish.set(style);
    if (!same) {
      look();
    }
    suit(model);
  }

  private void look() {
    looking.forget();
    look.set(Look.NOTHING);
    Services asked = services;
    String file = wish.get().picture();
    if (asked != null && !file.isEmpty()) {
      looking.ask(() -> Look.at(asked, file), look::set);
    }
  }

  /** Each family of models has styles of its own. */
  void suit(String chosen) {
    model = chosen;
    finding.forget();
    Services asked = services;
    Draft.StylePicture style = wish.get();
    if (style.picture().isEmpty()) {
      words.set(Words.NONE);
    } else if (asked != null && !chosen.isEmpty() && !suits(style.styles(), asked, chosen)) {
      words.set(Words.SOUGHT);
      finding.ask(
          workers.planning(),
          () ->
              new StyledDraft(asked)
                  .nearest(asked.sources().read(Path.of(style.picture())), chosen),
          this::found,
          failure -> words.set(Words.UNKNOWN));
    } else {
      words.set(style.styles().isEmpty() ? Words.NONE : Words.FOUND);
    }
  }

  private void found(List<String> styles) {
    Draft.StylePicture style = wish.get();
    wish.set(new Draft.StylePicture(style.picture(), style.name(), styles));
    words.set(styles.isEmpty() ? Words.UNKNOWN : Words.FOUND);
  }

  private static boolean suits(List<String> names, Services services, String model) {
    StyleService.Family family = StyleService.Family.suiting(model);
    List<Style> known = services.styles().builtIn();
    return !names.isEmpty()
        && names.stream()
            .allMatch(
                name ->
                    known.stream()
                        .anyMatch(style -> style.name().equals(name) && style.isManner(family)));
  }

  /** What is chosen. */
  Draft.StylePicture snapshot() {
    return wish.get();
  }

  /** What is chosen; its styles come when they are found. */
  public ReadOnlyObjectProperty<Draft.StylePicture> wish() {
    return wish.getReadOnlyProperty();
  }

  /** How far the search for its words is. */
  public ReadOnlyObjectProperty<Words> words() {
    return words.getReadOnlyProperty();
  }

  /** How it looks. */
  public ReadOnlyObjectProperty<Look> seen() {
    return look.getReadOnlyProperty();
  }

  /** Whether there is one. */
  public BooleanBinding there() {
    return there;
  }
}
