package io.github.easel.network;

import java.util.List;
import java.util.function.Function;

/**
 * What networks are made of. A lowering gives each operation a meaning: a node of a graph that runs
 * later, or a result at once.
 *
 * <p>Images are [batch, channels, height, width], tokens [batch, tokens, width], vectors [batch,
 * width]; a batch of 1 goes with any.
 *
 * @param <V> a value of the lowering
 */
public interface Operations<V> {

  /**
   * A part of a network that may be computed again when it is needed for gradients, in the place of
   * keeping all that lies within. A lowering that keeps everything, or nothing, just computes it.
   *
   * @param inputs all values from outside that the computation reads
   * @param computation of them and of parameters, the same each time
   */
  default V part(List<V> inputs, Function<List<V>, V> computation) {
    return computation.apply(inputs);
  }

  /** A learned tensor as a value. */
  V parameter(Parameter parameter);

  /** x W^T, over the last axis of tokens or vectors; W is [out, in]. */
  V linear(V x, Parameter weight);

  /** x W^T + b. */
  V linear(V x, Parameter weight, Parameter bias);

  /**
   * A convolution of an image.
   *
   * @param weight [out, in, height, width]
   * @param stride 1 or more
   */
  V convolution(V image, Parameter weight, Parameter bias, int stride, Padding padding);

  /** The same without a bias. */
  V convolution(V image, Parameter weight, int stride, Padding padding);

  /** Group normalization of an image (Wu and He 2018), then a scale and a shift per channel. */
  V groupNorm(V image, Parameter scale, Parameter shift, int groups, double epsilon);

  /** Layer normalization over the last axis (Ba et al. 2016), then a scale and a shift. */
  V layerNorm(V x, Parameter scale, Parameter shift, double epsilon);

  /** Each value through a function. */
  V activation(V x, Activation function);

  /**
   * Scaled dot-product attention (Vaswani et al. 2017, equation 1) in several heads.
   *
   * @param query [batch, tokens, width]
   * @param key [batch, others, width]
   * @param value [batch, others, width]
   * @param heads parts of the width that attend each by itself
   * @param causal whether a token attends to itself and those before it only
   */
  V attention(V query, V key, V value, int heads, boolean causal);

  /** The rows of a table [entries, width] that whole numbers [batch, tokens] name. */
  V embedding(V ids, Parameter table);

  /**
   * One token of each sequence: the first whose id is {@code id}, or the first of the greatest id.
   *
   * @param states [batch, tokens, width]
   * @param ids [batch, tokens]
   * @param id from 0, or -1 for the greatest
   * @return [batch, width]
   */
  V tokenOf(V states, V ids, int id);

  /** A token [width], the same for all, before each sequence. */
  V prepend(Parameter token, V tokens);

  /** The token at one place of each sequence, from the end if negative: [batch, width]. */
  V tokenAt(V states, int index);

  /**
   * Sines and cosines of numbers at falling frequencies (Vaswani et al. 2017, section 3.5).
   *
   * @param numbers any axes
   * @param width of one number's embedding, even
   * @param cosineFirst whether cosines come before sines
   * @param shift taken from the number of frequencies where their exponents are divided by it
   * @return one axis more, of the width
   */
  V sinusoids(V numbers, int width, boolean cosineFirst, double shift);

  /** The sum; axes of length 1 go with any. */
  V add(V a, V b);

  /** The product value by value; axes of length 1 go with any. */
  V multiply(V a, V b);

  /** Each value times a number. */
  V scale(V x, double factor);

  /** Each value plus a number. */
  V shift(V x, double addend);

  /** An image plus a vector that is the same at every pixel. */
  V addToChannels(V image, V vector);

  /** Values one after another along an axis. */
  V concatenate(int axis, List<V> values);

  /** [batch, channels, height, width] to [batch, height width, channels]. */
  V toTokens(V image);

  /** [batch, height width, channels] to the sides of another image of as many channels. */
  V toImage(V tokens, V like);

  /**
   * Of the tokens of an image those in every so manieth row and column.
   *
   * @param tokens [batch, height width, channels]
   * @param like the image that they are the pixels of; only its sides matter
   * @param stride one whole number, 1 or more, known when the network runs
   */
  V everyNth(V tokens, V like, V stride);

  /** [batch, a, b] to [batch, a b]. */
  V flatten(V x);

  /** Each pixel four times, as a square. */
  V upsample(V image);

  /**
   * Channels laid out as pixels (Shi et al. 2016): [batch, 4 channels, height, width] to [batch,
   * channels, 2 height, 2 width]; of the four that make a square those of its upper row come first.
   */
  V pixelShuffle(V image);

  /**
   * Where in an image its pixels are: cos(pi i (y + 1/2) / height) cos(pi j (x + 1/2) / width) for
   * all i and j from 0 to count - 1, as the discrete cosine transform has them.
   *
   * @param like an image of which only the sides matter
   * @return [1, count count, height, width], j changing faster
   */
  V places(V like, int count);
}
