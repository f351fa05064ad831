package io.github.easel.training;

import io.github.easel.generation.Cancellation;
import io.github.easel.model.TrainableModel;
import io.github.easel.network.Network;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.ClipTokenizer;
import io.github.easel.weights.TensorValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Textual inversion (Gal et al. 2022): a few vectors that stand where a word's would, while both
 * networks stay as they are.
 */
final class Inversion implements Lesson {

  static final int MOST_VECTORS = 16;

  /** The name of the values. */
  static final String VECTORS = "vectors";

  private static final String TABLE = "text_model.embeddings.token_embedding.weight";
  private static final String KEPT = "kept_words";
  private static final String LEARNED = "learned_words";

  private final TrainableModel model;
  private final Captions captions;
  private final FloatTensor vectors;
  private final int width;

  private Inversion(TrainableModel model, Captions captions, FloatTensor vectors) {
    this.model = model;
    this.captions = captions;
    this.vectors = vectors;
    width = model.text().config().width();
  }

  /**
   * Begins with the vectors of words that the model knows.
   *
   * @param words their tokens are taken in turn
   */
  static Inversion of(TrainableModel model, ClipTokenizer tokenizer, int count, String words) {
    Captions.checkCount(count);
    Captions captions = new Captions(tokenizer, count);
    int width = model.text().config().width();
    int[] tokens = captions.inner(words);
    FloatTensor table =
        TensorValues.read(
            model.textWeights().require(TABLE, Shape.of(model.text().vocabulary(), width)));
    FloatTensor vectors = FloatTensor.zeros(Shape.of(count, width));
    for (int i = 0; i < count; i++) {
      int token = tokens.length == 0 ? 0 : tokens[i % tokens.length];
      vectors.copy(i * width, table, token * width, width);
    }
    return new Inversion(model, captions, vectors);
  }

  @Override
  public Map<String, FloatTensor> values() {
    return Map.of(VECTORS, vectors);
  }

  @Override
  public Network text() {
    return model.text();
  }

  @Override
  public Network unet() {
    return model.unet();
  }

  @Override
  public Map<String, FloatTensor> textInputs(List<String> texts, Cancellation cancellation) {
    List<Captions.Line> lines = captions.lines(texts);
    FloatTensor ids = Captions.ids(lines);
    int length = (int) ids.shape().axis(1);
    FloatTensor kept = FloatTensor.zeros(Shape.of(lines.size(), length, 1));
    FloatTensor learned = FloatTensor.zeros(Shape.of(lines.size(), length, width));
    for (int i = 0; i < kept.size(); i++) {
      kept.set(i, 1);
    }
    for (int i = 0; i < lines.size(); i++) {
      int first = first(lines, i, length);
      if (first >= 0) {
        for (int j = 0; j < captions.count(); j++) {
          kept.set(first + j, 0);
        }
        learned.copy(first * width, vectors, 0, vectors.size());
      }
    }
    Map<String, FloatTensor> inputs = new HashMap<>();
    inputs.put("input_ids", ids);
    inputs.put(KEPT, kept);
    inputs.put(LEARNED, learned);
    return inputs;
  }

  private static int first(List<Captions.Line> lines, int line, int length) {
    int at = lines.get(line).at();
    return at < 0 ? -1 : line * length + at;
  }

  @Override
  public Set<String> learnedOfText() {
    return Set.of(LEARNED);
  }

  @Override
  public Set<String> learnedOfUnet() {
    return Set.of();
  }

  @Override
  public Map<String, FloatTensor> gradients(
      List<String> texts, Map<String, FloatTensor> ofText, Map<String, FloatTensor> ofUnet) {
    FloatTensor all = Values.of(ofText, LEARNED);
    int length = (int) all.shape().axis(1);
    FloatTensor gradient = FloatTensor.zeros(vectors.shape());
    List<Captions.Line> lines = captions.lines(texts);
    for (int i = 0; i < lines.size(); i++) {
      int first = first(lines, i, length);
      for (int j = 0; first >= 0 && j < gradient.size(); j++) {
        gradient.set(j, gradient.get(j) + all.get(first * width + j));
      }
    }
    return Map.of(VECTORS, gradient);
  }
}
