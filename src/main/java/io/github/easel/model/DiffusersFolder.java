package io.github.easel.model;

import io.github.easel.generation.GenerationException;
import io.github.easel.network.AutoencoderDecoder;
import io.github.easel.network.AutoencoderEncoder;
import io.github.easel.network.Network;
import io.github.easel.network.UNet;
import io.github.easel.network.onnx.OnnxLowering;
import io.github.easel.runtime.NetworkGraph;
import io.github.easel.weights.Safetensors;
import io.github.easel.weights.TensorFile;
import io.github.easel.weights.WeightMap;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A model as diffusers saves it: a folder for each network, with its numbers and its weights. */
public final class DiffusersFolder {

  private static final String CONFIG = "config.json";
  private static final List<String> NAMES = List.of("diffusion_pytorch_model", "model");

  private final Path root;

  /** A model in a folder; its files are looked for when they are needed. */
  public DiffusersFolder(Path root) {
    this.root = root;
  }

  /** The UNet's graph. */
  public NetworkGraph unet() {
    Path folder = root.resolve("unet");
    boolean aesthetic =
        ModelJson.readIfPresent(root.resolve("model_index.json"))
            .path("requires_aesthetics_score")
            .asBoolean(false);
    return lowered(new UNet(UNetConfigJson.read(folder.resolve(CONFIG), aesthetic)), folder);
  }

  /**
   * The text encoder's graph.
   *
   * @param name {@code text_encoder} or {@code text_encoder_2}
   * @param skipped layers left out at the end
   * @param normalized whether the states are normalized at the end
   * @param projected whether the projected end-of-text token is wanted
   */
  public NetworkGraph textEncoder(String name, int skipped, boolean normalized, boolean projected) {
    Path folder = root.resolve(name);
    return lowered(
        ClipConfigJson.text(folder.resolve(CONFIG), skipped, normalized, projected), folder);
  }

  /** The graph of the autoencoder's first half. */
  public NetworkGraph imageEncoder() {
    Path folder = root.resolve("vae");
    return lowered(
        new AutoencoderEncoder(AutoencoderConfigJson.read(folder.resolve(CONFIG))), folder);
  }

  /** The graph of the autoencoder's second half. */
  public NetworkGraph imageDecoder() {
    Path folder = root.resolve("vae");
    return lowered(
        new AutoencoderDecoder(AutoencoderConfigJson.read(folder.resolve(CONFIG))), folder);
  }

  private static NetworkGraph lowered(Network network, Path folder) {
    TensorFile file = weights(folder);
    OnnxLowering.Lowered lowered =
        OnnxLowering.lower(network, new WeightMap(file.file(), file.tensors()));
    return new NetworkGraph(lowered.model(), lowered.folder(), file.file());
  }

  private static TensorFile weights(Path folder) {
    for (String name : NAMES) {
      Path file = folder.resolve(name + ".safetensors");
      if (Files.isRegularFile(file)) {
        return Safetensors.open(file);
      }
      Path index = folder.resolve(name + ".safetensors.index.json");
      if (Files.isRegularFile(index)) {
        return Safetensors.openIndex(index);
      }
    }
    throw GenerationException.missing(folder.resolve(NAMES.get(0) + ".safetensors"));
  }
}
