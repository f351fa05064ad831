package io.github.easel.ui.studio;

import io.github.easel.generation.PixelImage;
import io.github.easel.ui.canvas.CanvasViewModel;
import io.github.easel.ui.compose.ActionViewModel;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PicturesViewModel;
import java.nio.file.Path;

/** Where the rest of the window and its canvas meet: pictures come to it, and projects. */
public final class CanvasDesk {

  /** Of a layer, in signs. */
  private static final int LONGEST_NAME = 32;

  private final CanvasViewModel canvas;
  private final LayoutViewModel layout;
  private final PicturesViewModel pictures;

  CanvasDesk(
      CanvasViewModel canvas,
      LayoutViewModel layout,
      PicturesViewModel pictures,
      ActionViewModel action) {
    this.canvas = canvas;
    this.layout = layout;
    this.pictures = pictures;
    canvas.frame().inFront().bind(layout.page().isEqualTo(Page.CANVAS));
    canvas.project().onOpened(this::show);
    action.beginWith(canvas::beginning);
    action.remake(canvas.frame().expandsMasked(), canvas::clearMask);
  }

  private void show() {
    layout.page().set(Page.CANVAS);
  }

  /** Puts the picture on the canvas, and goes there. */
  public void edit(Picture picture) {
    String name = name(picture);
    pictures.withPixels(
        picture,
        image -> {
          canvas.edit(image, name);
          show();
        });
  }

  /** The first words of what it shows, which say more to a person than its file does. */
  private static String name(Picture picture) {
    String words = picture.request().prompt().positive().strip().replaceAll("\\s+", " ");
    if (words.length() > LONGEST_NAME) {
      int end = words.lastIndexOf(' ', LONGEST_NAME);
      return words.substring(0, end > 0 ? end : LONGEST_NAME).strip() + "…";
    }
    Path file = picture.file().get();
    return words.isEmpty() && file != null ? String.valueOf(file.getFileName()) : words;
  }

  /** Likewise; but while one looks at a canvas, it is laid over what is there. */
  void put(PixelImage image, String name) {
    if (layout.page().get() == Page.CANVAS && !canvas.bare()) {
      canvas.lay(image, name);
    } else {
      canvas.edit(image, name);
      show();
    }
  }

  /** Opens a project of the canvas, as soon as the services are open. */
  public void open(Path project) {
    canvas.project().open(project);
  }
}
