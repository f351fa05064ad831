package io.github.easel.network;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A network of which some linear layers have a product of two small matrices added to their weight
 * (LoRA, Hu et al. 2022): x (W + alpha / rank B A)^T, which is computed as two products more.
 * Convolutions likewise, by one of few channels and one of single pixels, as kohya's trainer has it
 * ({@code conv_dim}).
 *
 * @param base the network
 * @param prefix of the small matrices' names, as kohya's trainer has it: {@code lora_unet_}
 * @param targets names of the weights, each ending in {@code .weight}
 * @param rank rows of A and columns of B
 * @param alpha over the rank, the share with which their product counts
 */
public record LowRank(Network base, String prefix, List<String> targets, int rank, double alpha)
    implements Network {

  private static final String WEIGHT = ".weight";

  /** Checks the rank, and that the network has the weights. */
  public LowRank {
    targets = List.copyOf(targets);
    if (rank < 1 || !(alpha > 0)) {
      throw new IllegalArgumentException("a rank of %d, alpha %s".formatted(rank, alpha));
    }
  }

  /**
   * The first of a weight's two matrices, [rank, in], of a convolution [rank, in, height, width]:
   * {@code lora_down.weight}.
   */
  public Parameter down(Parameter weight) {
    long[] axes = weight.storedShape().withFirst(rank).toArray();
    return Parameter.of(module(weight.name()) + ".lora_down.weight", axes);
  }

  /** The second, [out, rank], of a convolution [out, rank, 1, 1]: {@code lora_up.weight}. */
  public Parameter up(Parameter weight) {
    long[] axes = weight.storedShape().toArray();
    Arrays.fill(axes, 1, axes.length, 1);
    axes[1] = rank;
    return Parameter.of(module(weight.name()) + ".lora_up.weight", axes);
  }

  /** A weight's name in the files of LoRAs. */
  public String module(String weight) {
    String name = weight.substring(0, weight.length() - WEIGHT.length());
    return prefix + name.replace('.', '_');
  }

  /** The weights that change, in the order in which the network uses them. */
  public Map<String, Parameter> weights() {
    Map<String, Parameter> weights = new LinkedHashMap<>();
    for (Parameter parameter : Parameters.of(base)) {
      if (targets.contains(parameter.name())) {
        weights.put(parameter.name(), parameter);
      }
    }
    return weights;
  }

  @Override
  public List<Input> inputs() {
    return base.inputs();
  }

  @Override
  public <V> Map<String, V> outputs(Operations<V> operations, Map<String, V> inputs) {
    return base.outputs(new Adding<>(operations, this), inputs);
  }

  private static final class Adding<V> extends ForwardingOperations<V> {

    private final LowRank low;

    Adding(Operations<V> meant, LowRank low) {
      super(meant);
      this.low = low;
    }

    @Override
    public V linear(V x, Parameter weight) {
      return changed(x, weight, super.linear(x, weight));
    }

    @Override
    public V linear(V x, Parameter weight, Parameter bias) {
      return changed(x, weight, super.linear(x, weight, bias));
    }

    @Override
    public V convolution(V image, Parameter weight, Parameter bias, int stride, Padding padding) {
      V made = super.convolution(image, weight, bias, stride, padding);
      if (!low.targets.contains(weight.name())) {
        return made;
      }
      V few = super.convolution(image, low.down(weight), stride, padding);
      V product = super.convolution(few, low.up(weight), 1, Padding.NONE);
      return add(made, scale(product, low.alpha / low.rank));
    }

    private V changed(V x, Parameter weight, V made) {
      if (!low.targets.contains(weight.name())) {
        return made;
      }
      V product = super.linear(super.linear(x, low.down(weight)), low.up(weight));
      return add(made, scale(product, low.alpha / low.rank));
    }
  }
}
