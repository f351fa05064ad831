package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.generation.Failure;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.RefusedValue;
import io.github.easel.hub.DownloadKind;
import io.github.easel.image.PictureReader;
import io.github.easel.image.PngWriter;
import io.github.easel.image.Resizing;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.ModelSettings;
import io.github.easel.model.TokenizerFinder;
import io.github.easel.model.TrainableModel;
import io.github.easel.pipeline.PictureLatents;
import io.github.easel.runtime.Engine;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tokenizer.ClipTokenizer;
import io.github.easel.training.CaptionTemplates;
import io.github.easel.training.Example;
import io.github.easel.training.LoraShape;
import io.github.easel.training.Trainer;
import io.github.easel.training.TrainingCost;
import io.github.easel.training.TrainingListener;
import io.github.easel.training.TrainingRefusal;
import io.github.easel.training.TrainingRefusal.Kind;
import io.github.easel.training.TrainingSettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Training on this computer. */
final class LocalTrainingService implements TrainingService {

  private static final Logger LOG = LoggerFactory.getLogger(LocalTrainingService.class);
  private static final double DECAY = 0.01;
  private static final String WORD = "*";

  /** Multiplications a second of one core, as measured with the starter model. */
  private static final double SPEED = 4.4e10;

  private final Places places;
  private final ModelCatalogue catalogue;
  private final TokenizerFinder tokenizers;
  private final Supplier<Engine> engine;
  private final GenerationService generation;

  LocalTrainingService(
      Places places,
      ModelCatalogue catalogue,
      TokenizerFinder tokenizers,
      Supplier<Engine> engine,
      GenerationService generation) {
    this.places = places;
    this.catalogue = catalogue;
    this.tokenizers = tokenizers;
    this.engine = engine;
    this.generation = generation;
  }

  @Override
  public boolean isAvailable() {
    return Trainer.isAvailable();
  }

  @Override
  public Needs needs(TrainingPlan plan) {
    ModelPackage model = model(plan);
    ModelSettings settings = model.settings();
    int factor = settings.vaeFactor().orElse(ImageSize.LATENT_FACTOR);
    long side = Math.min(settings.size().width(), settings.size().height()) / factor;
    TrainingCost cost = TrainingCost.of(trainable(model), plan.batch(), side, side);
    long free = FreeMemory.ofThisComputer();
    boolean sparing = cost.bytes() > free;
    double work = sparing ? cost.sparingMultiplications() : cost.multiplications();
    return new Needs(
        sparing ? cost.sparingBytes() : cost.bytes(),
        free,
        work * plan.accumulation() / SPEED,
        sparing);
  }

  private ModelPackage model(TrainingPlan plan) {
    return catalogue.open(catalogue.find(plan.model()));
  }

  private static TrainableModel trainable(ModelPackage model) {
    return model
        .trainable()
        .orElseThrow(
            () ->
                TrainingRefusal.of(
                    model.hasTwoTextEncoders() ? Kind.TWO_ENCODERS : Kind.GRAPHS, model.name()));
  }

  @Override
  public Path train(TrainingPlan plan, Follower follower, TrainingControl control) {
    if (!isAvailable()) {
      throw TrainingRefusal.of(Kind.NO_ENGINE);
    }
    try {
      check(plan);
      Needs needs = needs(plan);
      if (!needs.fits()) {
        throw TrainingRefusal.of(Kind.MEMORY, gigabytes(needs.bytes()), gigabytes(needs.free()));
      }
      return checked(plan, needs.sparing(), follower, control);
    } catch (IllegalArgumentException e) {
      throw new GenerationException(Failure.VALUE_REFUSED, String.valueOf(e.getMessage()), e);
    }
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f", bytes / (double) (1 << 30));
  }

  /** Refuses what can be refused before any file is looked at. */
  private static void check(TrainingPlan plan) {
    if (!plan.name().matches("[\\p{L}\\p{N}_-]{1,60}")) {
      throw new RefusedValue(RefusedValue.Kind.TEACH_NAME, plan.name());
    }
    int pictures = plan.pictures().size();
    if (pictures < TrainingPlan.LEAST_PICTURES || pictures > TrainingPlan.MOST_PICTURES) {
      throw new RefusedValue(
          RefusedValue.Kind.TEACH_PICTURES,
          pictures,
          TrainingPlan.LEAST_PICTURES,
          TrainingPlan.MOST_PICTURES);
    }
    settings(plan);
    if (plan.what() instanceof TrainingPlan.Word word) {
      Trainer.checkVectors(word.vectors());
    } else if (plan.what() instanceof TrainingPlan.Lora lora) {
      shape(lora);
    }
  }

  private static TrainingSettings settings(TrainingPlan plan) {
    return new TrainingSettings(
        plan.steps(),
        plan.rate(),
        plan.batch(),
        plan.accumulation(),
        DECAY,
        plan.seed(),
        plan.every());
  }

  private static LoraShape shape(TrainingPlan.Lora lora) {
    return new LoraShape(lora.rank(), lora.alpha(), lora.withText(), lora.withShapes());
  }

  private Path checked(
      TrainingPlan plan, boolean sparing, Follower follower, TrainingControl control) {
    ModelPackage model = model(plan);
    TrainableModel trainable = trainable(model);
    ClipTokenizer tokenizer = ClipTokenizer.open(tokenizers.find(model));
    boolean word = plan.what() instanceof TrainingPlan.Word;
    Path folder = places.downloads(word ? DownloadKind.EMBEDDING : DownloadKind.LORA);
    Path file = folder.resolve(plan.name() + ".safetensors");
    Path state =
        places.data().resolve("training").resolve(plan.name() + (word ? ".word" : ".lora"));
    AtomicFile.createFolderOf(file);
    AtomicFile.createFolderOf(state);
    List<Example> examples = examples(plan, model, control);
    trainer(plan, trainable, tokenizer, file)
        .run(
            examples,
            sparing,
            state,
            new TrainingListener() {
              @Override
              public void step(int step, int steps, double loss) {
                follower.step(step, steps, loss);
              }

              @Override
              public void checkpoint(int step, Path made) {
                follower.checkpoint(step, made, preview(plan, made, model, control));
              }
            },
            control.hold(),
            control.cancellation());
    return file;
  }

  private static Trainer trainer(
      TrainingPlan plan, TrainableModel model, ClipTokenizer tokenizer, Path file) {
    TrainingSettings settings = settings(plan);
    if (plan.what() instanceof TrainingPlan.Lora lora) {
      return Trainer.ofLora(model, tokenizer, shape(lora), settings, file);
    }
    TrainingPlan.Word word = (TrainingPlan.Word) plan.what();
    return Trainer.ofInversion(model, tokenizer, word.vectors(), word.begin(), settings, file);
  }

  private List<Example> examples(TrainingPlan plan, ModelPackage model, TrainingControl control) {
    ImageSize size = model.settings().size();
    int side = Math.min(size.width(), size.height());
    List<PixelImage> squares = new ArrayList<>();
    for (TrainingPlan.Picture picture : plan.pictures()) {
      PixelImage whole = PictureReader.read(picture.file());
      PixelImage seen = picture.crop().map(square -> cut(whole, square)).orElse(whole);
      squares.add(Resizing.fit(seen, new ImageSize(side, side), Fit.CROP));
    }
    List<FloatTensor> latents =
        PictureLatents.of(model, engine.get(), squares, control.cancellation());
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < latents.size(); i++) {
      examples.add(new Example(latents.get(i), captions(plan, plan.pictures().get(i).caption())));
    }
    return examples;
  }

  private static PixelImage cut(PixelImage image, TrainingPlan.Square square) {
    int side = square.side();
    boolean inside =
        square.x() >= 0
            && square.y() >= 0
            && side > 0
            && square.x() + side <= image.width()
            && square.y() + side <= image.height();
    if (!inside) {
      throw new RefusedValue(
          RefusedValue.Kind.TEACH_SQUARE,
          "%d, %d, %d".formatted(square.x(), square.y(), side),
          image.width() + "x" + image.height());
    }
    byte[] from = image.rgb();
    byte[] rgb = new byte[3 * side * side];
    for (int row = 0; row < side; row++) {
      int start = 3 * ((square.y() + row) * image.width() + square.x());
      System.arraycopy(from, start, rgb, 3 * row * side, 3 * side);
    }
    return PixelImage.of(side, side, rgb);
  }

  /** A learned word must stand in its caption; a LoRA's name is a word like others. */
  private static List<String> captions(TrainingPlan plan, String caption) {
    boolean georgian = plan.model().equals(ModelCatalogue.STARTER);
    List<String> sentences =
        caption.isBlank() ? CaptionTemplates.of(plan.style(), georgian) : List.of(caption.strip());
    if (plan.what() instanceof TrainingPlan.Lora) {
      return sentences.stream().map(one -> one.replace(WORD, plan.name())).toList();
    }
    return sentences.stream()
        .map(one -> one.contains(WORD) ? one : one.replace(plan.name(), WORD))
        .map(one -> one.contains(WORD) ? one : WORD + ", " + one)
        .toList();
  }

  /** Drawn with what was just written, and kept beside it; that it fails ends no training. */
  private Optional<PixelImage> preview(
      TrainingPlan plan, Path made, ModelPackage model, TrainingControl control) {
    if (plan.preview().isBlank()) {
      return Optional.empty();
    }
    String words = plan.preview().replace(WORD, plan.name());
    boolean lora = plan.what() instanceof TrainingPlan.Lora;
    String prompt = lora ? words + " <lora:" + plan.name() + ":1>" : words;
    try {
      GenerationRequest request =
          new GenerationRequest(
              Prompt.of(prompt),
              plan.model(),
              model.settings().size(),
              model.settings().sampling(),
              plan.seed());
      PixelImage picture =
          generation.generate(request, ProgressListener.NONE, control.cancellation()).image();
      PngWriter.write(picture, Map.of(), made.resolveSibling(plan.name() + ".preview.png"));
      return Optional.of(picture);
    } catch (GenerationException e) {
      // also where it was stopped meanwhile: what was learned is told of, and then it ends
      LOG.warn("no preview of {}", made, e);
      return Optional.empty();
    }
  }
}
