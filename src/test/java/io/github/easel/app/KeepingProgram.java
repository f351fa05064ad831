package io.github.easel.app;

import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Marks;
import io.github.easel.gallery.TestPictures;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;

/**
 * A program that keeps pictures and marks them until it is killed, or as many as it is told, and
 * says each deed once it is done: {@code kept <file>} and {@code marked <stars> <file>}.
 */
final class KeepingProgram {

  private KeepingProgram() {}

  /** Takes the folders of pictures and of indexes, the first seed, and how many pictures. */
  public static void main(String[] arguments) {
    Path root = Path.of(arguments[0]);
    long first = Long.parseLong(arguments[2]);
    long most = Long.parseLong(arguments[3]);
    PngPictureStore store = new PngPictureStore(root, Clock.system(ZoneId.systemDefault()));
    LocalGallery gallery =
        new LocalGallery(
            () -> root, Path.of(arguments[1]), GalleryLooks.Factory.NONE, SystemTrash.NONE);
    for (long seed = first; seed < first + most; seed++) {
      Path file = store.keep(TestPictures.result("fox", seed));
      say("kept " + file);
      gallery.kept(file);
      GalleryItem item = gallery.item(file).orElseThrow();
      int stars = stars(seed);
      gallery.mark(List.of(item.id()), marks -> marks.withStars(stars).on("board " + stars));
      say("marked " + stars + " " + file);
    }
    gallery.close();
  }

  private static int stars(long seed) {
    return (int) (seed % Marks.MOST_STARS) + 1;
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
