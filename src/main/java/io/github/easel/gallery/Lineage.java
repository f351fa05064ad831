package io.github.easel.gallery;

import java.util.List;

/**
 * Where a picture comes from and what came of it.
 *
 * @param root the oldest known picture that it comes from, itself if it comes from none
 */
public record Lineage(Node root) {

  /**
   * A picture in the tree.
   *
   * @param item the picture
   * @param results what began with it, oldest first
   */
  public record Node(GalleryItem item, List<Node> results) {

    public Node {
      results = List.copyOf(results);
    }
  }
}
