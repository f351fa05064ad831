package io.github.easel.image;

import io.github.easel.generation.PixelImage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Finds the thing that a picture is of: pixels whose colour the picture's edge does not have, the
 * largest patch of them, and the patches close to it (ears, feet, what hangs in the air).
 */
final class OutstandingThing {

  /** A pixel's colour is the edge's if no channel differs by more. */
  private static final int ALIKE = 34;

  /** Patches of fewer pixels than this part of the picture are noise. */
  private static final double SPECK = 0.0005;

  /** Patches belong to a thing if they are closer than this part of its longer side. */
  private static final double CLOSE = 0.2;

  /** What stands out from less than this part of a picture, or more than that, is no thing. */
  private static final double LEAST = 0.005;

  private static final double MOST = 0.8;

  private final PixelImage image;
  private final int width;
  private final int height;

  private OutstandingThing(PixelImage image) {
    this.image = image;
    width = image.width();
    height = image.height();
  }

  /** In pixels of the picture. */
  record Box(int x, int y, int width, int height) {

    private Box and(Box other) {
      int left = Math.min(x, other.x);
      int top = Math.min(y, other.y);
      return new Box(
          left,
          top,
          Math.max(x + width, other.x + other.width) - left,
          Math.max(y + height, other.y + other.height) - top);
    }

    private boolean isClose(Box other) {
      double reach = CLOSE * Math.max(width, height);
      return other.x < x + width + reach
          && other.x + other.width > x - reach
          && other.y < y + height + reach
          && other.y + other.height > y - reach;
    }
  }

  private record Patch(Box box, int pixels) {}

  /**
   * What stands out.
   *
   * @param image a small picture
   */
  static Optional<Box> box(PixelImage image) {
    return new OutstandingThing(image).box();
  }

  private Optional<Box> box() {
    int all = width * height;
    List<Patch> patches = patches(outstanding());
    patches.removeIf(patch -> patch.pixels < Math.max(2, SPECK * all));
    patches.sort(Comparator.comparingInt(Patch::pixels).reversed());
    int sum = patches.stream().mapToInt(Patch::pixels).sum();
    if (sum < LEAST * all || sum > MOST * all) {
      return Optional.empty();
    }
    Box main = patches.get(0).box;
    Box whole = main;
    for (Patch patch : patches) {
      whole = main.isClose(patch.box) ? whole.and(patch.box) : whole;
    }
    return Optional.of(whole);
  }

  private boolean[] outstanding() {
    List<Integer> colours = ofEdge();
    boolean[] outstanding = new boolean[width * height];
    for (int i = 0; i < outstanding.length; i++) {
      int colour = image.argb(i % width, i / width);
      outstanding[i] = colours.stream().noneMatch(one -> alike(one, colour));
    }
    return outstanding;
  }

  /** So many of the edge's colours that every other is like one of them. */
  private List<Integer> ofEdge() {
    List<Integer> colours = new ArrayList<>();
    for (int y = 0; y < height; y++) {
      boolean whole = y == 0 || y == height - 1;
      for (int x = 0; x < width; x += whole ? 1 : Math.max(1, width - 1)) {
        int colour = image.argb(x, y);
        if (colours.stream().noneMatch(one -> alike(one, colour))) {
          colours.add(colour);
        }
      }
    }
    return colours;
  }

  private static boolean alike(int one, int other) {
    for (int shift = 0; shift < 24; shift += 8) {
      if (Math.abs((one >> shift & 255) - (other >> shift & 255)) > ALIKE) {
        return false;
      }
    }
    return true;
  }

  /** Pixels that hang together by their sides or corners. */
  private List<Patch> patches(boolean[] outstanding) {
    List<Patch> patches = new ArrayList<>();
    for (int i = 0; i < outstanding.length; i++) {
      if (outstanding[i]) {
        patches.add(patch(outstanding, i));
      }
    }
    return patches;
  }

  /** Takes one away. */
  private Patch patch(boolean[] outstanding, int first) {
    Deque<Integer> waiting = new ArrayDeque<>(List.of(first));
    outstanding[first] = false;
    Box box = new Box(first % width, first / width, 1, 1);
    int pixels = 0;
    while (!waiting.isEmpty()) {
      int at = waiting.pop();
      int x = at % width;
      int y = at / width;
      pixels++;
      box = box.and(new Box(x, y, 1, 1));
      for (int i = Math.max(0, y - 1); i <= Math.min(height - 1, y + 1); i++) {
        for (int j = Math.max(0, x - 1); j <= Math.min(width - 1, x + 1); j++) {
          if (outstanding[i * width + j]) {
            outstanding[i * width + j] = false;
            waiting.push(i * width + j);
          }
        }
      }
    }
    return new Patch(box, pixels);
  }
}
