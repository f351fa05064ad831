package io.github.easel.bench;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.model.TowerFolder;
import io.github.easel.prompt.Wording;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Session;
import io.github.easel.runtime.onnx.OnnxEngine;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.ClipTokenizer;
import io.github.easel.tokenizer.PromptChunker;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The cosine between a picture and its words by the starter model's two CLIP towers. */
final class ClipScore implements AutoCloseable {

  private static final int SIDE = 64;
  private static final int WIDTH = 128;
  private static final Cancellation NEVER = new Cancellation();

  private final PromptChunker chunker;
  private final Session textTower;
  private final Session imageTower;
  private final BoundRun text;
  private final BoundRun image;

  private ClipScore(Path folder) {
    OnnxEngine engine = OnnxEngine.on(DeviceChoice.CPU);
    ClipTokenizer tokenizer = ClipTokenizer.open(folder.resolve("tokenizer"));
    chunker = new PromptChunker(tokenizer);
    TowerFolder towers = TowerFolder.at(folder).orElseThrow();
    textTower = towers.openText(engine);
    imageTower = towers.openPicture(engine);
    text =
        textTower.bind(
            Map.of("input_ids", Shape.of(1, tokenizer.maxLength())),
            Map.of("text_embeds", Shape.of(1, WIDTH)));
    image =
        imageTower.bind(
            Map.of("pixel_values", Shape.of(1, 3, SIDE, SIDE)),
            Map.of("image_embeds", Shape.of(1, WIDTH)));
  }

  static ClipScore ofStarter() {
    return new ClipScore(Path.of(System.getProperty("easel.home", ".")).resolve("models/starter"));
  }

  double mean(List<Prompt> prompts, List<PixelImage> pictures) {
    double sum = 0;
    for (int i = 0; i < prompts.size(); i++) {
      sum += of(prompts.get(i).positive(), pictures.get(i));
    }
    return sum / prompts.size();
  }

  private double of(String words, PixelImage picture) {
    text.set("input_ids", chunker.chunks(Wording.of(words)).chunks().get(0).ids());
    text.execute(NEVER);
    look(picture);
    image.execute(NEVER);
    return cosine(text.output("text_embeds"), image.output("image_embeds"));
  }

  /** Means of equal squares, -1 to 1. The starter's sides are multiples of the tower's. */
  private void look(PixelImage picture) {
    FloatTensor pixels = image.input("pixel_values");
    int cell = Math.min(picture.width(), picture.height()) / SIDE;
    for (int y = 0; y < SIDE; y++) {
      for (int x = 0; x < SIDE; x++) {
        for (int channel = 0; channel < 3; channel++) {
          double sum = 0;
          for (int i = 0; i < cell * cell; i++) {
            int argb = picture.argb(x * cell + i % cell, y * cell + i / cell);
            sum += (argb >> (16 - 8 * channel)) & 255;
          }
          double mean = sum / (cell * cell);
          pixels.set((channel * SIDE + y) * SIDE + x, (float) (mean / 127.5 - 1));
        }
      }
    }
  }

  private static double cosine(FloatTensor a, FloatTensor b) {
    double product = 0;
    double squareA = 0;
    double squareB = 0;
    for (int i = 0; i < a.size(); i++) {
      product += a.get(i) * b.get(i);
      squareA += a.get(i) * a.get(i);
      squareB += b.get(i) * b.get(i);
    }
    return product / Math.sqrt(squareA * squareB);
  }

  @Override
  public void close() {
    text.close();
    image.close();
    textTower.close();
    imageTower.close();
  }
}
