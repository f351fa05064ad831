package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.StepDetail;
import io.github.easel.generation.StepLatents;
import io.github.easel.image.Resizing;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.pipeline.LatentColours;
import io.github.easel.scheduler.ScheduleConfig;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Learns from the pictures that this process makes. */
final class LocalLearnService implements LearnService {

  /** For each of two runs: the finished one and the one under way. */
  private static final long MOST_BYTES = 32L << 20;

  private final ModelCatalogue catalogue;
  private final LocalGenerationService generation;
  private final long mostBytes;
  private final PixelDiffusion diffusion = new PixelDiffusion();

  /** The colours of models by their names: they outlive the models themselves. */
  private final Map<String, LatentColours> colours = new ConcurrentHashMap<>();

  private final Map<String, NoiseCurve> curves = new ConcurrentHashMap<>();
  private volatile @Nullable RecordedRun last;

  LocalLearnService(ModelCatalogue catalogue, LocalGenerationService generation) {
    this(catalogue, generation, MOST_BYTES);
  }

  LocalLearnService(ModelCatalogue catalogue, LocalGenerationService generation, long mostBytes) {
    this.catalogue = catalogue;
    this.generation = generation;
    this.mostBytes = mostBytes;
  }

  @Override
  public ProgressListener recording(GenerationRequest request, ProgressListener next) {
    return new RunRecorder(request, next, mostBytes, this::keep);
  }

  @Override
  public void follow() {
    generation.overheardBy(this::recording);
  }

  /** Called on the thread that draws, which has the model: its colours are at hand. */
  private void keep(RecordedRun run) {
    findColours(run.request().model());
    last = run;
  }

  @Override
  public Optional<RecordedRun> lastRun() {
    return Optional.ofNullable(last);
  }

  @Override
  public PixelImage picture(
      RecordedRun run, int index, StepPicture what, Cancellation cancellation) {
    String model = run.request().model();
    return switch (what) {
      case LATENTS, NOISE -> quick(run, index, what);
      default ->
          picture(run.steps().get(index), what, latents -> fine(latents, model, cancellation));
    };
  }

  @Override
  public PixelImage quick(RecordedRun run, int index, StepPicture what) {
    String model = run.request().model();
    return picture(run.steps().get(index), what, latents -> coarse(latents, model));
  }

  private static PixelImage picture(
      StepDetail step, StepPicture what, Function<StepLatents, PixelImage> decoder) {
    return switch (what) {
      case LATENTS -> decoder.apply(step.noisy());
      case NOISE -> StepColours.noise(step);
      case CLEAN -> decoder.apply(step.clean());
      case WITHOUT_WORDS -> decoder.apply(without(step));
      case WITH_WORDS -> decoder.apply(with(step));
      case DIFFERENCE ->
          StepColours.difference(decoder.apply(step.clean()), decoder.apply(without(step)));
    };
  }

  private static StepLatents without(StepDetail step) {
    return step.guidance().map(StepDetail.Guidance::without).orElse(step.clean());
  }

  private static StepLatents with(StepDetail step) {
    return step.guidance().map(StepDetail.Guidance::with).orElse(step.clean());
  }

  private PixelImage fine(StepLatents latents, String model, Cancellation cancellation) {
    cancellation.check();
    return generation
        .withIdle(model, open -> open.decode(latents, cancellation))
        .orElseGet(() -> coarse(latents, model));
  }

  private PixelImage coarse(StepLatents latents, String model) {
    return findColours(model)
        .map(found -> found.picture(latents))
        .orElseGet(() -> StepColours.symmetric(latents));
  }

  private Optional<LatentColours> findColours(String model) {
    LatentColours known = colours.get(model);
    if (known != null) {
      return Optional.of(known);
    }
    Optional<LatentColours> found =
        generation
            .withIdle(model, open -> open.colours(new Cancellation()))
            .flatMap(answer -> answer);
    found.ifPresent(colour -> colours.put(model, colour));
    return found;
  }

  @Override
  public NoiseCurve noiseCurve(String model) {
    return curves.computeIfAbsent(model, name -> NoiseCurve.of(schedule(name)));
  }

  private ScheduleConfig schedule(String model) {
    try {
      return catalogue.open(catalogue.find(model)).scheduleConfig();
    } catch (GenerationException e) {
      // a page that explains must not fail for a model that was taken away
      return ScheduleConfig.stableDiffusion();
    }
  }

  @Override
  public PixelImage noised(PixelImage picture, int timestep, long seed, String model) {
    NoiseCurve curve = noiseCurve(model);
    return diffusion.noised(picture, curve.signal(timestep), curve.noise(timestep), seed);
  }

  @Override
  public PixelImage reduced(PixelImage picture, int longest) {
    double scale = (double) longest / Math.max(picture.width(), picture.height());
    return scale >= 1
        ? picture
        : Resizing.stretched(
            picture,
            Math.max(1, (int) Math.round(picture.width() * scale)),
            Math.max(1, (int) Math.round(picture.height() * scale)));
  }
}
