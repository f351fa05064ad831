package io.github.easel.canvas;

/** Cuts off what lies outside the frame. */
public final class Cropping {

  private Cropping() {}

  /** The canvas with nothing outside its frame, on any layer or the mask. */
  public static Canvas toFrame(Canvas canvas) {
    return canvas.layered(
        canvas.layers().stream()
            .map(layer -> layer.with(layer.raster().within(canvas.frame())))
            .toList(),
        canvas.active());
  }
}
