package io.github.easel.network.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.InvalidProtocolBufferException;
import io.github.easel.network.AutoencoderDecoder;
import io.github.easel.network.Network;
import io.github.easel.network.Parameter;
import io.github.easel.network.Parameters;
import io.github.easel.network.StableDiffusion;
import io.github.easel.network.UNet;
import io.github.easel.network.UNetEnds;
import io.github.easel.weights.DataType;
import io.github.easel.weights.StoredTensor;
import io.github.easel.weights.WeightMap;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * What the lowered graphs of Stable Diffusion 1 consist of, so that a change that makes them larger
 * is seen without a clock. Who means to change them writes the new numbers here, and measures.
 */
class GraphSizeTest {

  @Test
  void theDenoiserGrowsByNothing() throws InvalidProtocolBufferException {
    Map<String, Integer> nodes = nodes(new UNet(StableDiffusion.v1().unet()));
    assertThat(text(nodes))
        .isEqualTo(
            "Add 169, Concat 221, Conv 66, Cos 1, Gelu 16, Gemm 232,"
                + " Identity 2, InstanceNormalization 61, LayerNormalization 48,"
                + " Mul 78, MultiHeadAttention 32, QuickGelu 47, Reshape 570,"
                + " Resize 3, Shape 94, Sin 1, Transpose 32, Unsqueeze 23");
  }

  @Test
  void itsEndsGrowByNothing() throws InvalidProtocolBufferException {
    Map<String, Integer> nodes = nodes(new UNetEnds(StableDiffusion.v1().unet()));
    assertThat(text(nodes))
        .isEqualTo(
            "Add 28, Concat 42, Conv 10, Cos 1, Gelu 3, Gemm 44, Identity 1,"
                + " InstanceNormalization 10, LayerNormalization 9, Mul 14,"
                + " MultiHeadAttention 6, QuickGelu 9, Reshape 104, Shape 17,"
                + " Sin 1, Transpose 6, Unsqueeze 4");
  }

  @Test
  void theDecoderGrowsByNothing() throws InvalidProtocolBufferException {
    Map<String, Integer> nodes = nodes(new AutoencoderDecoder(StableDiffusion.v1().autoencoder()));
    assertThat(text(nodes))
        .isEqualTo(
            "Add 45, Concat 4, Conv 36, Gemm 4, Identity 1,"
                + " InstanceNormalization 30, Mul 30, MultiHeadAttention 1,"
                + " QuickGelu 29, Reshape 70, Resize 3, Shape 32, Transpose 2");
  }

  /** Nodes by type; no file is looked into. */
  private static Map<String, Integer> nodes(Network network) throws InvalidProtocolBufferException {
    Path file = Path.of("weights.safetensors").toAbsolutePath();
    Map<String, StoredTensor> tensors = new HashMap<>();
    for (Parameter parameter : Parameters.of(network)) {
      tensors.put(
          parameter.name(),
          new StoredTensor(
              parameter.name(), DataType.F32, parameter.storedShape(), file, 0, false));
    }
    byte[] model =
        OnnxLowering.lower(network, new WeightMap(file, tensors), Precision.SINGLE).model();
    Map<String, Integer> nodes = new TreeMap<>();
    for (NodeProto node : ModelProto.parseFrom(model).getGraph().getNodeList()) {
      nodes.merge(node.getOpType(), 1, Integer::sum);
    }
    return nodes;
  }

  private static String text(Map<String, Integer> nodes) {
    return nodes.entrySet().stream()
        .map(type -> type.getKey() + " " + type.getValue())
        .collect(Collectors.joining(", "));
  }
}
