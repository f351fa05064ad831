package io.github.easel.network;

import io.github.easel.network.UNetConfig.Extras;
import io.github.easel.network.UNetConfig.Level;
import io.github.easel.network.UNetConfig.Micro;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Small networks of every architecture and variant. */
public final class SampleNetworks {

  public static final int VOCABULARY = 60;
  public static final int TOKENS = 7;

  /** The end of a text. */
  public static final int END = 2;

  private SampleNetworks() {}

  /** All of them, by what is special about each. */
  public static Map<String, Network> all() {
    Map<String, Network> all = new LinkedHashMap<>();
    all.put("text of Stable Diffusion 1", text(Activation.QUICK_GELU, 0, true));
    all.put("text without its last layer", text(Activation.GELU, 1, true));
    all.put("text of XL, projected", projected(END));
    all.put("text projected by the greatest id", projected(-1));
    all.put("picture by CLIP", clipImage());
    all.put("UNet of Stable Diffusion 1", new UNet(unet(4, 0, Micro.NONE)));
    all.put("UNet with five numbers", new UNet(unet(4, 0, new Micro(5, 8, 12))));
    all.put("UNet of XL", new UNet(unet(4, 0, new Micro(6, 8, 12))));
    all.put("UNet for inpainting", new UNet(unet(9, 0, Micro.NONE)));
    all.put("UNet with embedded guidance", new UNet(unet(4, 6, Micro.NONE)));
    all.put("UNet with heads by width", new UNet(other()));
    all.put("UNet of the starter model", new UNet(unet(new Extras(12, 2, true, 3))));
    all.put("UNet with a stride", UNet.strided(unet(4, 0, Micro.NONE)));
    all.put("ends with a stride", new UNetEnds(other(), true));
    all.put("UNet under control", new UNet(unet(4, 0, Micro.NONE), true));
    all.put("ends of a UNet", new UNetEnds(other()));
    all.put("ends of the starter model's", new UNetEnds(unet(new Extras(12, 2, true, 3))));
    all.put("control", new ControlNet(unet(4, 0, Micro.NONE), 3, List.of(4, 6)));
    all.put("control of XL", new ControlNet(unet(4, 0, new Micro(6, 8, 12)), 3, List.of(4, 6)));
    all.put("encoder", new AutoencoderEncoder(autoencoder(true)));
    all.put("decoder", new AutoencoderDecoder(autoencoder(true)));
    all.put("encoder without attention", new AutoencoderEncoder(autoencoder(false)));
    all.put("decoder without attention", new AutoencoderDecoder(autoencoder(false)));
    all.put("folded encoder", new FoldedEncoder(folded()));
    all.put("folded decoder", new FoldedDecoder(folded()));
    all.put("tiny encoder", new TinyEncoder(tiny()));
    all.put("tiny decoder", new TinyDecoder(tiny()));
    all.put("tiny encoder in another's place", new TinyEncoder(tiny(), 0.18215));
    all.put("tiny decoder in another's place", new TinyDecoder(tiny(), 0.18215));
    return all;
  }

  static ClipConfig tower(Activation activation) {
    return new ClipConfig(8, 16, 2, 2, activation, 1e-5, 12);
  }

  private static Network text(Activation activation, int skipped, boolean normalized) {
    return new ClipTextEncoder(
        tower(activation), VOCABULARY, TOKENS, -1, skipped, normalized, false);
  }

  private static Network projected(int endOfText) {
    return new ClipTextEncoder(
        tower(Activation.GELU), VOCABULARY, TOKENS, endOfText, 1, false, true);
  }

  public static ClipImageEncoder clipImage() {
    return new ClipImageEncoder(tower(Activation.QUICK_GELU), 8, 4);
  }

  /** Two levels, the second with text. */
  public static UNetConfig unet(int channels, int guidance, Micro micro) {
    List<Level> levels = List.of(new Level(8, 1, 0, 0, 1), new Level(16, 1, 1, 1, 2));
    return new UNetConfig(channels, 4, levels, 1, 8, 4, 1e-5, true, 0, guidance, micro);
  }

  /** Three levels, two blocks each, text at the first two; no text in the middle. */
  static UNetConfig other() {
    List<Level> levels =
        List.of(new Level(8, 2, 1, 1, 2), new Level(8, 2, 2, 1, 2), new Level(12, 2, 0, 0, 1));
    return new UNetConfig(4, 4, levels, 0, 8, 4, 1e-6, false, 1, 0, Micro.NONE);
  }

  static UNetConfig unet(Extras extras) {
    List<Level> levels = List.of(new Level(8, 1, 0, 0, 1), new Level(16, 1, 1, 1, 2));
    return new UNetConfig(4, 4, levels, 1, 8, 4, 1e-5, true, 0, 0, Micro.NONE, extras);
  }

  private static FoldedConfig folded() {
    return new FoldedConfig(3, 4, List.of(4, 8), List.of(8, 4), 4);
  }

  private static AutoencoderConfig autoencoder(boolean usual) {
    return new AutoencoderConfig(3, 4, List.of(8, 12), 1, 4, usual, usual, usual);
  }

  public static TinyConfig tiny() {
    return new TinyConfig(3, 4, 6, List.of(1, 2, 1), List.of(1, 2, 1));
  }
}
