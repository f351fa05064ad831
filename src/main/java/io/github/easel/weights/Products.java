package io.github.easel.weights;

/** Products of small matrices in row-major order, of which LoRAs' differences are made. */
final class Products {

  private Products() {}

  /** A ({@code rows} x {@code inner}) times B ({@code inner} x {@code columns}). */
  static float[] matrix(float[] a, float[] b, int rows, int inner, int columns) {
    float[] product = new float[Math.multiplyExact(rows, columns)];
    for (int row = 0; row < rows; row++) {
      int to = row * columns;
      for (int k = 0; k < inner; k++) {
        float factor = a[row * inner + k];
        int from = k * columns;
        for (int column = 0; column < columns; column++) {
          product[to + column] += factor * b[from + column];
        }
      }
    }
    return product;
  }

  /**
   * A Tucker product: the sum over p and q of A[o, p] T[p, q, s] B[q, i], as [o, i, s].
   *
   * @param core T, of shape [rank, rank, places]
   * @param outer A, of shape [outputs, rank]
   * @param inner B, of shape [rank, inputs]
   */
  static float[] tucker(float[] core, float[] outer, float[] inner, int rank, int places) {
    int inputs = inner.length / rank;
    float[] partial = new float[Math.multiplyExact(Math.multiplyExact(rank, inputs), places)];
    for (int p = 0; p < rank; p++) {
      for (int q = 0; q < rank; q++) {
        for (int i = 0; i < inputs; i++) {
          float factor = inner[q * inputs + i];
          int to = (p * inputs + i) * places;
          int from = (p * rank + q) * places;
          for (int s = 0; s < places; s++) {
            partial[to + s] += factor * core[from + s];
          }
        }
      }
    }
    return matrix(outer, partial, outer.length / rank, rank, inputs * places);
  }

  static float[] transposed(float[] matrix, int rows, int columns) {
    float[] other = new float[matrix.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        other[column * rows + row] = matrix[row * columns + column];
      }
    }
    return other;
  }

  /**
   * The Kronecker product of A ({@code rows} x {@code columns}) and B, whose columns have {@code
   * places} values each: [rows x rowsOfB, columns x columnsOfB, places].
   */
  static float[] kronecker(float[] a, int rows, int columns, float[] b, int rowsOfB, int places) {
    int columnsOfB = b.length / rowsOfB / places;
    float[] product = new float[Math.multiplyExact(a.length, b.length)];
    int to = 0;
    for (int row = 0; row < rows; row++) {
      for (int k = 0; k < rowsOfB; k++) {
        for (int column = 0; column < columns; column++) {
          float factor = a[row * columns + column];
          int from = k * columnsOfB * places;
          for (int i = 0; i < columnsOfB * places; i++) {
            product[to++] = factor * b[from + i];
          }
        }
      }
    }
    return product;
  }
}
