package io.github.easel.cli;

import io.github.easel.app.AdapterService;
import io.github.easel.app.DeviceReport;
import io.github.easel.app.DownloadService;
import io.github.easel.app.FileTypes;
import io.github.easel.app.GalleryService;
import io.github.easel.app.GenerationService;
import io.github.easel.app.LearnService;
import io.github.easel.app.LocalServices;
import io.github.easel.app.MeaningService;
import io.github.easel.app.ModelImport;
import io.github.easel.app.ModelMerge;
import io.github.easel.app.ModelProfileService;
import io.github.easel.app.ModelRemoval;
import io.github.easel.app.ModelService;
import io.github.easel.app.PictureStore;
import io.github.easel.app.PictureTrash;
import io.github.easel.app.Places;
import io.github.easel.app.PngPictureStore;
import io.github.easel.app.PreparedModels;
import io.github.easel.app.PromptExpansion;
import io.github.easel.app.PromptReport;
import io.github.easel.app.PromptService;
import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.app.SourcePictures;
import io.github.easel.app.StyleService;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Mask;
import io.github.easel.generation.Notice;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Stage;
import io.github.easel.generation.StepLatents;
import io.github.easel.generation.Timings;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Services that make grey pictures at once and remember what was asked of them. */
final class FakeServices implements Services, GenerationService, ModelService {

  final List<ServiceOptions> opened = new ArrayList<>();
  final List<GenerationRequest> requests = new ArrayList<>();
  final List<PreparedModels.Entry> madeReady = new ArrayList<>();
  List<Unusable> unusable = List.of();
  List<ModelSummary> models =
      List.of(
          summary("starter", 64, new Sampling(SamplerKind.DDIM, 4, 7.5)),
          summary("other", 32, new Sampling(SamplerKind.DDPM, 2, 3)));
  List<Notice> notices = List.of();

  /** What was asked of prompts: text, role, model, syntax and steps between bars. */
  final List<String> prompts = new ArrayList<>();

  PromptReport prompt = new PromptReport(List.of(), List.of(), 0, 75);

  /** Runs in the place of each step, after it was reported. */
  Runnable atStep = () -> {};

  /** Runs before a model is inspected. */
  Runnable inspection = () -> {};

  /** Whether the models bring no tokenizer, until something was downloaded. */
  boolean lacksTokenizer;

  boolean closed;

  DownloadService downloads = DownloadService.NONE;

  ModelImport imports = ModelImport.NONE;

  ModelRemoval removal = ModelRemoval.NONE;

  ModelMerge merge = ModelMerge.NONE;

  AdapterService adapters = AdapterService.NONE;

  ModelProfileService profiles = ModelProfileService.NONE;

  /** Looks into models in the place of the fake, if it is there. */
  Optional<ModelService> inspector = Optional.empty();

  /** Whether there is no space for pictures to keep. */
  boolean full;

  /** The real thing, over files of the test. */
  Services prompting =
      LocalServices.open(
          new Places(Path.of("none"), Path.of("none"), Path.of("none")),
          new ServiceOptions(DeviceChoice.CPU, Optional.empty()));

  Services open(ServiceOptions options) {
    opened.add(options);
    return this;
  }

  @Override
  public GenerationResult generate(
      GenerationRequest request, ProgressListener progress, Cancellation cancellation) {
    requests.add(request);
    int steps = request.sampling().steps();
    progress.on(new Progress(Stage.LOADING, 0, steps, 0));
    progress.on(new Progress(Stage.ENCODING_TEXT, 0, steps, 0));
    progress.on(new Progress(Stage.SAMPLING, 0, steps, 0));
    for (int step = 1; step <= steps; step++) {
      float[] latents = {request.seed(), step};
      progress.onLatents(new StepLatents(step, 1, 1, 2, FloatBuffer.wrap(latents)));
      progress.on(new Progress(Stage.SAMPLING, step, steps, 1.25));
      atStep.run();
      cancellation.check();
    }
    progress.on(new Progress(Stage.DECODING, steps, steps, 1.25));
    ImageSize size = request.size();
    return new GenerationResult(
        PixelImage.of(size.width(), size.height(), new byte[size.width() * size.height() * 3]),
        new Provenance(request, "starter", "", "torch-cpu", "fake engine", "Easel 0.1.0"),
        new Timings(1, 0.25, 5, 4.5, 0.5),
        notices);
  }

  @Override
  public ModelSummary find(String model) {
    return inspector.map(one -> one.find(model)).orElseGet(() -> ModelService.super.find(model));
  }

  @Override
  public Optional<FileReport> inspectFile(Path file) {
    return inspector.flatMap(one -> one.inspectFile(file));
  }

  @Override
  public List<Misplaced> misplaced() {
    return inspector.map(ModelService::misplaced).orElse(List.of());
  }

  @Override
  public boolean lacksTokenizer(String model) {
    return lacksTokenizer;
  }

  @Override
  public void prepare(String model) {
    madeReady.add(new PreparedModels.Entry(model, 2_000_000, Instant.EPOCH));
  }

  @Override
  public ModelProfileService profiles() {
    return profiles;
  }

  @Override
  public AdapterService adapters() {
    return adapters;
  }

  @Override
  public ModelMerge modelMerge() {
    return merge;
  }

  @Override
  public DeviceReport device() {
    return new DeviceReport("CPU", "there is no GPU");
  }

  @Override
  public List<ModelSummary> list() {
    return models;
  }

  @Override
  public List<Unusable> unusable() {
    return unusable;
  }

  @Override
  public ModelReport inspect(Path folder) {
    inspection.run();
    return new ModelReport(
        folder.getFileName().toString(),
        "Stable Diffusion 1.x",
        "epsilon",
        List.of(
            new Part(
                "unet",
                folder.resolve("unet.onnx"),
                12_340_000,
                List.of("sample float32[2, 4, 8, 8]"),
                List.of("out_sample float32[2, 4, 8, 8]"))));
  }

  @Override
  public ModelReport inspect(Path folder, Optional<Path> configs) {
    return inspector.map(one -> one.inspect(folder, configs)).orElseGet(() -> inspect(folder));
  }

  @Override
  public ModelImport modelImport() {
    return imports;
  }

  @Override
  public PreparedModels prepared() {
    return new PreparedModels() {
      @Override
      public List<Entry> all() {
        return madeReady;
      }

      @Override
      public void clear() {
        madeReady.clear();
      }
    };
  }

  @Override
  public ModelRemoval modelRemoval() {
    return removal;
  }

  @Override
  public GenerationService generation() {
    return this;
  }

  @Override
  public DownloadService downloads() {
    return downloads;
  }

  @Override
  public ModelService models() {
    return this;
  }

  @Override
  public PromptService prompts() {
    return (text, role, model, reading, steps) -> {
      prompts.add(
          String.join(
              "|", text, role.name(), model, reading.syntax().name(), Integer.toString(steps)));
      return prompt;
    };
  }

  /** Pictures that were kept, by their hash; those that are read come from files of the test. */
  final Map<String, PixelImage> kept = new HashMap<>();

  final Map<String, Mask> keptMasks = new HashMap<>();

  @Override
  public SourcePictures sources() {
    return new SourcePictures() {
      @Override
      public Path keep(Path file) {
        return keep(read(file));
      }

      @Override
      public Path keep(PixelImage image) {
        if (full) {
          throw GenerationException.unwritable(Path.of("kept"), "no space", new IOException());
        }
        kept.put(image.sha256(), image);
        return Path.of(image.sha256());
      }

      @Override
      public PixelImage read(Path file) {
        return SourcePictures.NONE.read(file);
      }

      @Override
      public Optional<PixelImage> find(String sha256) {
        return Optional.ofNullable(kept.get(sha256));
      }

      @Override
      public Path keep(Mask mask) {
        if (full) {
          throw GenerationException.unwritable(Path.of("kept"), "no space", new IOException());
        }
        keptMasks.put(mask.sha256(), mask);
        return Path.of(mask.sha256());
      }

      @Override
      public Mask mask(Path file) {
        return SourcePictures.NONE.mask(file);
      }

      @Override
      public Optional<Mask> findMask(String sha256) {
        return Optional.ofNullable(keptMasks.get(sha256));
      }
    };
  }

  @Override
  public PictureTrash trash() {
    throw new UnsupportedOperationException("nothing is discarded");
  }

  @Override
  public StyleService styles() {
    return prompting.styles();
  }

  FileTypes fileTypes = FileTypes.NONE;

  GalleryService gallery = GalleryService.NONE;

  @Override
  public GalleryService gallery() {
    return gallery;
  }

  MeaningService meanings = MeaningService.NONE;

  @Override
  public FileTypes fileTypes() {
    return fileTypes;
  }

  @Override
  public MeaningService meanings() {
    return meanings;
  }

  @Override
  public PromptExpansion expansion() {
    return prompting.expansion();
  }

  @Override
  public LearnService learning() {
    throw new UnsupportedOperationException("no command asks for it");
  }

  @Override
  public PictureStore pictures() {
    return new PngPictureStore(Path.of("unused"), Clock.systemUTC());
  }

  @Override
  public void close() {
    closed = true;
  }

  private static ModelSummary summary(String name, int side, Sampling sampling) {
    return new ModelSummary(name, Path.of("models", name), new ImageSize(side, side), sampling);
  }
}
