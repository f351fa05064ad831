package io.github.easel.training;

import io.github.easel.generation.Cancellation;
import io.github.easel.model.TrainableModel;
import io.github.easel.network.LowRank;
import io.github.easel.network.Network;
import io.github.easel.network.Parameter;
import io.github.easel.network.Parameters;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.ClipTokenizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * LoRA (Hu et al. 2022) of the attention layers, and of the UNet's convolutions if that is asked
 * for, in the names of kohya's trainer.
 */
final class LowRankLesson implements Lesson {

  private static final Pattern UNET =
      Pattern.compile(".*\\.attn[12]\\.(to_q|to_k|to_v|to_out\\.0)\\.weight");
  private static final Pattern TEXT =
      Pattern.compile(".*\\.self_attn\\.(q_proj|k_proj|v_proj|out_proj)\\.weight");

  private static final Pattern CONVOLUTIONS =
      Pattern.compile(".*\\.(resnets\\.[0-9]+\\.conv[12]|(down|up)samplers\\.0\\.conv)\\.weight");

  private final LowRank unet;
  private final LowRank text;
  private final Captions captions;
  private final Map<String, FloatTensor> values = new LinkedHashMap<>();

  private LowRankLesson(LowRank unet, LowRank text, Captions captions, long seed) {
    this.unet = unet;
    this.text = text;
    this.captions = captions;
    SplittableRandom random = new SplittableRandom(seed);
    begin(unet, random);
    begin(text, random);
  }

  /** Begins with products of zero. */
  static LowRankLesson of(
      TrainableModel model, ClipTokenizer tokenizer, LoraShape shape, long seed) {
    List<String> none = List.of();
    List<String> ofUnet = new ArrayList<>(names(model.unet(), UNET));
    if (shape.withConvolutions()) {
      ofUnet.addAll(names(model.unet(), CONVOLUTIONS));
    }
    return new LowRankLesson(
        new LowRank(model.unet(), "lora_unet_", ofUnet, shape.rank(), shape.alpha()),
        new LowRank(
            model.text(),
            "lora_te_",
            shape.withText() ? names(model.text(), TEXT) : none,
            shape.rank(),
            shape.alpha()),
        new Captions(tokenizer, 0),
        seed);
  }

  private static List<String> names(Network network, Pattern wanted) {
    return Parameters.of(network).stream()
        .map(Parameter::name)
        .filter(name -> wanted.matcher(name).matches())
        .toList();
  }

  /** The first matrix at random, evenly up to one over the square root of what each row sums. */
  private void begin(LowRank network, SplittableRandom random) {
    network
        .weights()
        .values()
        .forEach(
            weight -> {
              Shape first = network.down(weight).shape();
              FloatTensor down = FloatTensor.zeros(first);
              double most = 1 / Math.sqrt((double) first.elements() / first.axis(0));
              for (int i = 0; i < down.size(); i++) {
                down.set(i, (float) (most * (2 * random.nextDouble() - 1)));
              }
              values.put(network.down(weight).name(), down);
              Parameter up = network.up(weight);
              values.put(up.name(), FloatTensor.zeros(up.shape()));
            });
  }

  @Override
  public Map<String, FloatTensor> values() {
    return values;
  }

  @Override
  public Network text() {
    return text;
  }

  @Override
  public Network unet() {
    return unet;
  }

  @Override
  public Map<String, FloatTensor> textInputs(List<String> texts, Cancellation cancellation) {
    FloatTensor ids = Captions.ids(captions.lines(texts));
    Map<String, FloatTensor> inputs = new HashMap<>();
    inputs.put("input_ids", ids);
    Shape shape = ids.shape();
    for (io.github.easel.network.Input input : text.inputs()) {
      if (input.name().equals("kept_words")) {
        FloatTensor all = FloatTensor.zeros(Shape.of(shape.axis(0), shape.axis(1), 1));
        for (int i = 0; i < all.size(); i++) {
          all.set(i, 1);
        }
        inputs.put(input.name(), all);
      } else if (input.name().equals("learned_words")) {
        long width = input.axes().get(2).length();
        inputs.put(input.name(), FloatTensor.zeros(Shape.of(shape.axis(0), shape.axis(1), width)));
      }
    }
    return inputs;
  }

  @Override
  public Set<String> learnedOfText() {
    return named("lora_te_");
  }

  @Override
  public Set<String> learnedOfUnet() {
    return named("lora_unet_");
  }

  private Set<String> named(String prefix) {
    Set<String> names = new TreeSet<>(values.keySet());
    names.removeIf(name -> !name.startsWith(prefix));
    return names;
  }

  @Override
  public Map<String, FloatTensor> gradients(
      List<String> texts, Map<String, FloatTensor> ofText, Map<String, FloatTensor> ofUnet) {
    Map<String, FloatTensor> all = new LinkedHashMap<>(ofUnet);
    all.putAll(ofText);
    return all;
  }
}
