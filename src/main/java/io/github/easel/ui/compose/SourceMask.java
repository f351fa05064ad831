package io.github.easel.ui.compose;

import io.github.easel.app.SourcePictures;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.LatestAnswer;
import io.github.easel.ui.Workers;
import io.github.easel.ui.viewer.Images;
import java.nio.file.Path;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/**
 * The mask that came along with a source, as of a picture whose settings are used again: only what
 * is white in it becomes new. What is painted on the canvas is another.
 */
public final class SourceMask {

  /** In pixels: sharp on screens of twice the usual density. */
  private static final int THUMBNAIL = 48;

  private static final int CHANNELS = 3;

  private final LatestAnswer looking;
  private final ReadOnlyStringWrapper file = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<Image> thumbnail = new ReadOnlyObjectWrapper<>();
  private final BooleanBinding there = file.isNotEmpty();
  private boolean inverted;
  private @Nullable SourcePictures sources;

  SourceMask(Workers workers) {
    looking = new LatestAnswer(workers);
    file.addListener(changed -> look());
  }

  void open(SourcePictures opened) {
    sources = opened;
    look();
  }

  private void look() {
    looking.forget();
    thumbnail.set(null);
    SourcePictures from = sources;
    String copy = file.get();
    if (from != null && !copy.isEmpty()) {
      // a copy that is gone is told when the pictures are asked for
      looking.ask(() -> Images.reduced(grey(from.mask(Path.of(copy))), THUMBNAIL), thumbnail::set);
    }
  }

  private static PixelImage grey(Mask mask) {
    byte[] values = mask.values();
    byte[] rgb = new byte[CHANNELS * values.length];
    for (int i = 0; i < rgb.length; i++) {
      rgb[i] = values[i / CHANNELS];
    }
    return PixelImage.of(mask.width(), mask.height(), rgb);
  }

  void take(Draft.Masked masked) {
    inverted = masked.inverted();
    file.set(masked.mask());
  }

  /** From now on all of the source becomes new. */
  public void drop() {
    take(Draft.Masked.NONE);
  }

  /** Whether what it keeps becomes new instead. */
  boolean inverted() {
    return inverted;
  }

  /** The path of Easel's own copy; empty for none. */
  ReadOnlyStringProperty file() {
    return file.getReadOnlyProperty();
  }

  /** A small look at it; null for none and until it is read. */
  public ReadOnlyObjectProperty<Image> thumbnail() {
    return thumbnail.getReadOnlyProperty();
  }

  /** Whether there is one. */
  public BooleanBinding there() {
    return there;
  }
}
