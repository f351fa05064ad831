package io.github.easel.ui.lineage;

import io.github.easel.gallery.GalleryItem;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.image.Image;

/** A picture of the tree, under the one that it began with. */
public final class LineageRow {

  private final GalleryItem item;
  private final int depth;
  private final boolean asked;
  private final ReadOnlyObjectWrapper<Image> image = new ReadOnlyObjectWrapper<>();
  private boolean wanted;

  /**
   * @param depth 0 for the root
   * @param asked whether it is the picture whose lineage this is
   */
  LineageRow(GalleryItem item, int depth, boolean asked) {
    this.item = item;
    this.depth = depth;
    this.asked = asked;
  }

  /** The picture. */
  public GalleryItem item() {
    return item;
  }

  /** How many pictures it goes back to the root; 0 for the root. */
  public int depth() {
    return depth;
  }

  /** Whether it is the picture whose lineage this is. */
  public boolean isAsked() {
    return asked;
  }

  /** The picture made small; null until it is read, or if it cannot be. */
  public ReadOnlyObjectProperty<Image> image() {
    return image.getReadOnlyProperty();
  }

  /** Whether it is wanted for the first time. */
  boolean want() {
    boolean first = !wanted;
    wanted = true;
    return first;
  }

  void seen(Image small) {
    image.set(small);
  }
}
