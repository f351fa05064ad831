package io.github.easel.random;

import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;

/**
 * Lays noise of one size over the middle of noise of another, as A1111's "resize seed from" does:
 * what is larger is cut, what is smaller keeps the other noise around it.
 */
public final class CentredNoise {

  private CentredNoise() {}

  /**
   * Replaces the middle of {@code noise}. Where half a cell is left over, both move up and left.
   *
   * @param middle [..., height, width]
   * @param noise another height and width, all else the same
   */
  public static void lay(FloatTensor middle, FloatTensor noise) {
    Shape from = middle.shape();
    Shape to = noise.shape();
    int rank = to.rank();
    if (rank < 2 || from.rank() != rank) {
      throw new IllegalArgumentException(middle + " does not lie in " + noise);
    }
    int fromHeight = (int) from.axis(rank - 2);
    int fromWidth = (int) from.axis(rank - 1);
    int toHeight = (int) to.axis(rank - 2);
    int toWidth = (int) to.axis(rank - 1);
    int channels = noise.size() / (toHeight * toWidth);
    if (middle.size() != channels * fromHeight * fromWidth) {
      throw new IllegalArgumentException(middle + " does not lie in " + noise);
    }
    int down = Math.floorDiv(toHeight - fromHeight, 2);
    int right = Math.floorDiv(toWidth - fromWidth, 2);
    int height = down >= 0 ? fromHeight : fromHeight + 2 * down;
    int width = right >= 0 ? fromWidth : fromWidth + 2 * right;
    for (int channel = 0; channel < channels; channel++) {
      for (int row = 0; row < height; row++) {
        int source = (channel * fromHeight + row + Math.max(-down, 0)) * fromWidth;
        int target = (channel * toHeight + row + Math.max(down, 0)) * toWidth;
        noise.copy(target + Math.max(right, 0), middle, source + Math.max(-right, 0), width);
      }
    }
  }
}
