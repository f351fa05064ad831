package io.github.easel.weights;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.tensor.Shape;
import io.github.easel.weights.SafetensorsWriter.Planned;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.regex.Pattern;

/**
 * Makes one checkpoint of two or three, as A1111's merger does: the weighted sum {@code A (1 - w) +
 * B w}, or with a third {@code A + (B - C) w}. Computed in 32-bit floats, one piece of a tensor
 * after the other. What only A has, what is not made of fractions, and constants of the schedule
 * are A's; what only the others have is left out.
 */
public final class CheckpointMerge {

  /** What tells how the model was trained, and is no weight. */
  private static final Pattern CONSTANT =
      Pattern.compile(
          "(sqrt_|log_|posterior_|alphas_|betas).*|betas|logvar|lvlb_weights|scale_factor"
              + "|denoiser\\..*|v_pred|ztsnr|.*position_ids");

  private static final int PLAIN_CHANNELS = 4;

  private final TensorFile first;
  private final TensorFile second;
  private final Optional<TensorFile> third;
  private final BlockWeights weights;
  private final boolean half;

  /**
   * A merge.
   *
   * @param third whose difference from the second is added; the weighted sum without it
   * @param half whether all is written as half-precision floats; else in the types of the first
   */
  public CheckpointMerge(
      TensorFile first,
      TensorFile second,
      Optional<TensorFile> third,
      BlockWeights weights,
      boolean half) {
    this.first = first;
    this.second = second;
    this.third = third;
    this.weights = weights;
    this.half = half;
  }

  /**
   * The tensors of the result, in the first one's order, for {@link SafetensorsWriter}.
   *
   * @param written is told of bytes, piece by piece
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE} naming the first tensor whose shapes do
   *     not go together. One shape may differ: a UNet for inpainting or instructions takes further
   *     channels. If the first model is one, its four channels of the picture are merged.
   */
  public List<Planned> plan(LongConsumer written, Cancellation cancellation) {
    List<Planned> planned = new ArrayList<>();
    for (Map.Entry<String, StoredTensor> entry : first.tensors().entrySet()) {
      StoredTensor a = entry.getValue();
      Optional<Piece> piece = piece(entry.getKey(), a);
      DataType type = resulting(a.type(), piece.isPresent());
      planned.add(
          new Planned(
              entry.getKey(),
              type,
              a.shape(),
              out -> {
                WritableByteChannel counted = counting(out, written);
                if (piece.isPresent()) {
                  new MergedValues(piece.get(), type, cancellation).writeTo(counted);
                } else {
                  keep(a, type, counted, cancellation);
                }
              }));
    }
    return planned;
  }

  /**
   * What goes into one tensor.
   *
   * @param c nothing for a weighted sum
   */
  record Piece(StoredTensor a, StoredTensor b, Optional<StoredTensor> c, float weight) {}

  private Optional<Piece> piece(String name, StoredTensor a) {
    StoredTensor b = second.tensors().get(name);
    Optional<StoredTensor> c = third.map(file -> file.tensors().get(name));
    if (b == null
        || !a.type().isFloat()
        || CONSTANT.matcher(name).matches()
        || (third.isPresent() && c.isEmpty())) {
      return Optional.empty();
    }
    if (!a.shape().equals(b.shape()) && !hasFurtherChannels(a.shape(), b.shape())) {
      throw differs(name, a, second, b);
    }
    if (c.isPresent() && !b.shape().equals(c.get().shape())) {
      throw differs(name, b, third.orElseThrow(), c.get());
    }
    return Optional.of(new Piece(a, b, c, weights.of(name)));
  }

  private static boolean hasFurtherChannels(Shape a, Shape b) {
    return a.rank() == 4
        && b.rank() == 4
        && b.axis(1) == PLAIN_CHANNELS
        && a.axis(1) > PLAIN_CHANNELS
        && a.axis(0) == b.axis(0)
        && a.axis(2) == b.axis(2)
        && a.axis(3) == b.axis(3);
  }

  private static GenerationException differs(
      String name, StoredTensor expected, TensorFile file, StoredTensor found) {
    boolean turned = hasFurtherChannels(found.shape(), expected.shape());
    return GenerationException.unusable(
        file.file(),
        "%s of shape %s%s"
            .formatted(
                WeightFiles.quoted(name),
                expected.shape(),
                turned ? " (a model with further channels must be the first)" : ""),
        found.shape().toString());
  }

  private DataType resulting(DataType type, boolean merged) {
    if (half && type.isFloat()) {
      return DataType.F16;
    }
    boolean writable = type == DataType.F16 || type == DataType.BF16 || type == DataType.F32;
    return merged && !writable ? DataType.F32 : type;
  }

  private static void keep(
      StoredTensor tensor, DataType type, WritableByteChannel out, Cancellation cancellation)
      throws IOException {
    if (type != tensor.type()) {
      TensorValues.writeFloat16(tensor, out, cancellation);
    } else if (!tensor.transposed()) {
      WeightFiles.copy(tensor.file(), tensor.offset(), tensor.bytes(), out, cancellation);
    } else if (type == DataType.F32) {
      TensorValues.writeFloat32(tensor, out, cancellation);
    } else if (type == DataType.F16) {
      TensorValues.writeFloat16(tensor, out, cancellation);
    } else {
      throw GenerationException.unusable(
          tensor.file(), WeightFiles.quoted(tensor.name()) + " row by row", "column by column");
    }
  }

  private static WritableByteChannel counting(WritableByteChannel out, LongConsumer written) {
    return new WritableByteChannel() {
      @Override
      public int write(ByteBuffer bytes) throws IOException {
        int count = out.write(bytes);
        written.accept(count);
        return count;
      }

      @Override
      public boolean isOpen() {
        return out.isOpen();
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
  }
}
