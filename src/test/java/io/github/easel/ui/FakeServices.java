package io.github.easel.ui;

import io.github.easel.app.AdapterService;
import io.github.easel.app.DeviceReport;
import io.github.easel.app.DraftPlanner;
import io.github.easel.app.ExportWish;
import io.github.easel.app.GenerationService;
import io.github.easel.app.LearnService;
import io.github.easel.app.ModelService;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.PictureStore;
import io.github.easel.app.PictureTrash;
import io.github.easel.app.PromptExpansion;
import io.github.easel.app.PromptService;
import io.github.easel.app.Services;
import io.github.easel.app.SourcePictures;
import io.github.easel.app.StyleService;
import io.github.easel.app.SystemDesktop;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Preview;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Stage;
import io.github.easel.generation.StepDetail;
import io.github.easel.generation.Timings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;

/** Services whose pictures come when the test says so. */
public final class FakeServices extends FakeRooms
    implements GenerationService, ModelService, PictureStore, PictureTrash, SystemDesktop {

  public static final ModelSummary STARTER =
      new ModelSummary(
          "Starter",
          Path.of("models", "starter"),
          new ImageSize(128, 128),
          new Sampling(SamplerKind.DDIM, 30, 5));

  public static final ModelSummary LARGE =
      new ModelSummary(
          "Stable Diffusion 1.5",
          Path.of("models", "sd15"),
          new ImageSize(512, 512),
          new Sampling(SamplerKind.DDPM, 20, 7.5));

  private final Services builtIn = FakeWords.builtIn();
  public volatile StyleService styles = builtIn.styles();
  public final SourcePictures sources = new FakeSources();
  private final BlockingQueue<FakeMove> moves = new LinkedBlockingQueue<>();
  private final List<ModelSummary> models;
  private final LearnService learning = learningOfNoModel();
  public final List<GenerationRequest> requests = Collections.synchronizedList(new ArrayList<>());
  public final List<Path> written = Collections.synchronizedList(new ArrayList<>());
  public final List<ExportWish> wishes = Collections.synchronizedList(new ArrayList<>());
  public final List<Path> read = Collections.synchronizedList(new ArrayList<>());
  public final List<String> prepared = Collections.synchronizedList(new ArrayList<>());
  private final Map<Path, PixelImage> files = new ConcurrentHashMap<>();
  public final Map<String, RuntimeException> broken = new ConcurrentHashMap<>();
  public final List<String> desktop = Collections.synchronizedList(new ArrayList<>());
  public volatile @Nullable RuntimeException desktopFailure;
  public volatile @Nullable Throwable storeFailure;
  public volatile @Nullable Path picturesFolder;
  public volatile AdapterService adapters = AdapterService.NONE;
  public volatile List<Notice> notices = List.of();
  public volatile List<Unusable> unusable = List.of();

  public FakeServices(ModelSummary... models) {
    this.models = new CopyOnWriteArrayList<>(models);
  }

  /** From now on that model is listed. */
  public void nowThere(ModelSummary model) {
    models.add(model);
  }

  /** The real thing without any model: coarse pictures, and Stable Diffusion's schedule. */
  public static LearnService learningOfNoModel() {
    return FakeWords.builtIn().learning();
  }

  public void report(Stage stage, int step, int steps, double secondsPerStep) {
    moves.add(new FakeMove.Report(new Progress(stage, step, steps, secondsPerStep)));
  }

  public void preview(int step, PixelImage image) {
    moves.add(new FakeMove.Look(new Preview(step, image)));
  }

  /** Lets the generation tell a call of its network. */
  public void detail(StepDetail detail) {
    moves.add(new FakeMove.Tell(detail));
  }

  public void finish() {
    moves.add(new FakeMove.Finish(gradient(64, 64)));
  }

  public void finish(PixelImage image) {
    moves.add(new FakeMove.Finish(image));
  }

  public void fail(RuntimeException failure) {
    moves.add(new FakeMove.Fail(failure));
  }

  public static PixelImage gradient(int width, int height) {
    byte[] rgb = new byte[3 * width * height];
    for (int i = 0; i < width * height; i++) {
      rgb[3 * i] = (byte) (255 * (i % width) / width);
      rgb[3 * i + 1] = (byte) (160 * (i / width) / height);
      rgb[3 * i + 2] = (byte) 140;
    }
    return PixelImage.of(width, height, rgb);
  }

  @Override
  public GenerationResult generate(
      GenerationRequest request, ProgressListener progress, Cancellation cancellation) {
    requests.add(request);
    ProgressListener recording = learning.recording(request, ProgressListener.NONE);
    FakeMove.Fail cancelled =
        new FakeMove.Fail(new GenerationException(Failure.CANCELLED, "cancelled"));
    Cancellation.Registration registration = cancellation.onCancel(() -> moves.add(cancelled));
    try {
      while (true) {
        FakeMove move = moves.take();
        if (move instanceof FakeMove.Report report) {
          progress.on(report.progress());
        } else if (move instanceof FakeMove.Look look) {
          progress.onPreview(look.preview());
        } else if (move instanceof FakeMove.Tell tell) {
          recording.onDetail(tell.detail());
        } else if (move instanceof FakeMove.Finish finish) {
          recording.on(new Progress(Stage.DECODING, 0, 0, 0));
          return result(request, finish.image(), notices);
        } else if (move instanceof FakeMove.Fail fail) {
          throw fail.failure();
        }
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    } finally {
      registration.close();
    }
  }

  private static GenerationResult result(
      GenerationRequest request, PixelImage image, List<Notice> notices) {
    return new GenerationResult(
        image,
        new Provenance(request, request.model(), "", "torch-cpu", "none", "Easel test"),
        new Timings(0, 0.1, 3.2, 3, 0.4),
        notices);
  }

  @Override
  public void prepare(String model) {
    prepared.add(model);
    RuntimeException failure = broken.get(model);
    if (failure != null) {
      throw failure;
    }
  }

  @Override
  public DeviceReport device() {
    return new DeviceReport("CPU", "no graphics card");
  }

  @Override
  public List<ModelSummary> list() {
    return models.stream().map(profiles::over).toList();
  }

  @Override
  public List<Unusable> unusable() {
    return unusable;
  }

  @Override
  public ModelReport inspect(Path folder) {
    return new ModelReport("fake", "fake", "epsilon", List.of());
  }

  @Override
  public Path keep(GenerationResult result) {
    Path folder = Path.of("Pictures", "Easel", "2026-11-23");
    long seed = result.provenance().request().seed();
    Path file = folder.resolve("easel-" + seed + ".png");
    for (int i = 2; files.containsKey(file); i++) {
      file = folder.resolve("easel-" + seed + "-" + i + ".png");
    }
    write(result, file);
    return file;
  }

  @Override
  public void write(GenerationResult result, Path file) {
    if (storeFailure instanceof Error error) {
      throw error;
    }
    if (storeFailure instanceof RuntimeException failure) {
      throw failure;
    }
    files.put(file, result.image());
    written.add(file);
  }

  @Override
  public void export(GenerationResult result, Path file, ExportWish wish) {
    wishes.add(wish);
    write(result, file);
  }

  @Override
  public PixelImage read(Path file) {
    read.add(file);
    PixelImage image = files.get(file);
    if (image == null) {
      throw new GenerationException(Failure.FILE_UNREADABLE, "gone", file.toString(), "gone");
    }
    return image;
  }

  public void lose(Path file) {
    files.remove(file);
  }

  @Override
  public GenerationService generation() {
    return this;
  }

  @Override
  public ModelService models() {
    return this;
  }

  @Override
  public PromptService prompts() {
    return new FakeWords();
  }

  @Override
  public AdapterService adapters() {
    return adapters;
  }

  @Override
  public StyleService styles() {
    return styles;
  }

  @Override
  public PromptExpansion expansion() {
    return builtIn.expansion();
  }

  @Override
  public SourcePictures sources() {
    return sources;
  }

  /** Seeds that nobody typed are 4711. */
  @Override
  public DraftPlanner planner() {
    return DraftPlanner.over(this, () -> 4711);
  }

  @Override
  public LearnService learning() {
    return learning;
  }

  @Override
  public PictureStore pictures() {
    return this;
  }

  @Override
  public PictureTrash trash() {
    return this;
  }

  @Override
  public void keepPicturesIn(Path folder) {
    picturesFolder = folder;
  }

  @Override
  public Path discard(Path file) {
    return move(file, Path.of("Pictures", "Easel", FOLDER).resolve(file.getFileName()));
  }

  @Override
  public Path restore(Path discarded, Path file) {
    return move(discarded, file);
  }

  private Path move(Path from, Path to) {
    files.put(to, read(from));
    files.remove(from);
    return to;
  }

  @Override
  public SystemDesktop desktop() {
    return this;
  }

  @Override
  public CompletionStage<Void> reveal(Path file) {
    return show("reveal", file);
  }

  @Override
  public CompletionStage<Void> open(Path file) {
    return show("open", file);
  }

  private CompletionStage<Void> show(String how, Path file) {
    desktop.add(how + " " + file.getFileName());
    RuntimeException failure = desktopFailure;
    return failure == null
        ? CompletableFuture.completedFuture(null)
        : CompletableFuture.failedFuture(failure);
  }

  @Override
  public void close() {}
}
