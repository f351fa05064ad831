package io.github.easel.pipeline;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Embedding;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.Resizing;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.TowerFolder;
import io.github.easel.model.TowerInput;
import io.github.easel.runtime.BoundRun;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.Port;
import io.github.easel.runtime.Session;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import io.github.easel.tokenizer.ClipTokenizer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The two towers of CLIP (Radford et al. 2021), which put pictures and texts into one space. Not
 * thread-safe; owns native memory until it is closed.
 */
public final class ClipTowers implements AutoCloseable {

  private static final int COLOURS = 3;

  private final ClipTokenizer tokenizer;
  private final TowerInput input;
  private final Tower text;
  private final Tower picture;

  /** A network with one input, bound to give one embedding. */
  private record Tower(Session session, BoundRun run, String input, String output)
      implements AutoCloseable {

    static Tower open(Session session, Path file, String input, String output, Shape shape) {
      try {
        Ports inputs = new Ports(file, "input", session.inputs());
        inputs.require(input);
        inputs.allow(Set.of(input));
        Port port = new Ports(file, "output", session.outputs()).requireFloats(output);
        Map<String, Shape> shapes = Map.of(input, shape);
        long known = port.axis(1);
        long width = known == Port.FREE ? session.measure(shapes, output).axis(1) : known;
        BoundRun run = session.bind(shapes, Map.of(output, Shape.of(1, width)));
        return new Tower(session, run, input, output);
      } catch (RuntimeException | Error e) {
        session.close();
        throw e;
      }
    }

    Embedding embed(Cancellation cancellation) {
      run.execute(cancellation);
      return Embedding.of(run.output(output).toArray());
    }

    long width() {
      return run.output(output).shape().axis(1);
    }

    @Override
    public void close() {
      run.close();
      session.close();
    }
  }

  private ClipTowers(ClipTokenizer tokenizer, TowerInput input, Tower text, Tower picture) {
    this.tokenizer = tokenizer;
    this.input = input;
    this.text = text;
    this.picture = picture;
  }

  /**
   * Opens the towers of a model that has both.
   *
   * @return nothing if it has no image tower, or its text encoder gives no embedding of whole texts
   * @throws GenerationException {@code MODEL_...} if a file cannot be used
   */
  public static Optional<ClipTowers> open(ModelPackage model, Engine engine) {
    return TowerFolder.at(model.root()).flatMap(towers -> open(towers, engine));
  }

  /** Likewise, of any folder with towers. */
  public static Optional<ClipTowers> open(TowerFolder folder, Engine engine) {
    ClipTokenizer tokenizer = ClipTokenizer.open(folder.tokenizer());
    TowerInput input = TowerInput.of(folder.root());
    Session words = folder.openText(engine);
    if (!words.outputs().containsKey("text_embeds")) {
      words.close();
      return Optional.empty();
    }
    Shape line = Shape.of(1, tokenizer.maxLength());
    Tower text = Tower.open(words, folder.text(), "input_ids", "text_embeds", line);
    try {
      Path file = folder.picture();
      Shape square = Shape.of(1, COLOURS, input.side(), input.side());
      Tower picture =
          Tower.open(folder.openPicture(engine), file, "pixel_values", "image_embeds", square);
      if (picture.width() != text.width()) {
        long found = picture.width();
        picture.close();
        throw GenerationException.unusable(
            file, "embeddings of " + text.width() + " numbers", Long.toString(found));
      }
      return Optional.of(new ClipTowers(tokenizer, input, text, picture));
    } catch (RuntimeException | Error e) {
      text.close();
      throw e;
    }
  }

  /** Where a text lies; what is longer than the tower reads is cut off. */
  public Embedding of(String words, Cancellation cancellation) {
    text.run().set(text.input(), tokenizer.beginning(words));
    return text.embed(cancellation);
  }

  /** Where a picture lies; its middle square is seen. */
  public Embedding of(PixelImage image, Cancellation cancellation) {
    ImageSize square = new ImageSize(input.side(), input.side());
    byte[] rgb = Resizing.fit(image, square, Fit.CROP).rgb();
    FloatTensor planes = picture.run().input(picture.input());
    int area = rgb.length / COLOURS;
    for (int i = 0; i < rgb.length; i++) {
      int colour = i % COLOURS;
      double value = (rgb[i] & 255) / 255.0;
      double seen = (value - input.mean().get(colour)) / input.deviation().get(colour);
      planes.set(colour * area + i / COLOURS, (float) seen);
    }
    return picture.embed(cancellation);
  }

  @Override
  public void close() {
    text.close();
    picture.close();
  }
}
