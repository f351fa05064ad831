package io.github.easel.app;

import io.github.easel.generation.DeviceChoice;
import io.github.easel.hub.DownloadKind;
import io.github.easel.model.AdapterShelf;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelProfiles;
import io.github.easel.model.TokenizerFinder;
import io.github.easel.pipeline.AdapterSupply;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.EngineOptions;
import io.github.easel.runtime.PreparingEngine;
import io.github.easel.runtime.onnx.OnnxEngine;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The services over this computer's own files and devices. */
public final class LocalServices implements Services {

  /** One thread, since pictures are looked at in the background. */
  private static final EngineOptions BESIDE_OTHERS =
      new EngineOptions(DeviceChoice.CPU, 1, EngineOptions.Memory.HIGH, false);

  private final Places places;
  private volatile List<Path> furtherModels;
  private final ModelCatalogue catalogue;
  private final LocalGenerationService generation;
  private final LocalModelService models;
  private final LocalPreparedModels prepared;
  private final AdapterShelf shelf;
  private final ModelProfileService profiles;
  private final AdapterService adapters;
  private final PromptService prompts;
  private final AtomicReference<Path> picturesFolder;
  private final PictureStore pictures;
  private final PictureLibrary library;
  private final ModelImport modelImport;
  private final SourcePictures sources;
  private final PictureTrash trash;
  private final QueueStore queue;
  private final CanvasService canvas;
  private final StyleService styles;
  private final PromptExpansion expansion;
  private final LearnService learning;
  private final LocalMeaningService meanings;
  private final TrainingService training;
  private final TrainingNotes trainingNotes;
  private @Nullable LocalGallery gallery;

  private LocalServices(Places places, ServiceOptions options) {
    this.places = places;
    picturesFolder = new AtomicReference<>(places.pictures());
    furtherModels = places.furtherModels();
    ModelProfiles said = new ModelProfiles(places.profiles());
    catalogue = new ModelCatalogue(this::modelRoots, options.configs(), said);
    TokenizerFinder tokenizers =
        new TokenizerFinder(catalogue, options.tokenizer(), places.tokenizer());
    shelf = new AdapterShelf(() -> places.adapterRoots(furtherModels));
    AdapterSupply supply = new AdapterSupply(shelf, places.data());
    generation =
        new LocalGenerationService(
            catalogue,
            tokenizers,
            supply,
            options.engine().memory(),
            () -> preparing(options.engine()));
    profiles = new LocalModelProfiles(catalogue, said, generation::openAnew);
    prepared = new LocalPreparedModels(places.prepared());
    adapters = new LocalAdapterService(shelf, catalogue);
    models = new LocalModelService(catalogue, tokenizers, () -> OnnxEngine.on(DeviceChoice.CPU));
    prompts = new LocalPromptService(catalogue, tokenizers, shelf.forGlances());
    LocalSourcePictures copies = new LocalSourcePictures(places.sources());
    sources = copies;
    pictures =
        new PngPictureStore(
            picturesFolder::get, Clock.system(ZoneId.systemDefault()), copies::finished);
    library = new LocalPictureLibrary();
    modelImport =
        new LocalModelImport(places.data().resolve("models"), this::modelRoots, places::downloads);
    trash = new LocalPictureTrash(picturesFolder::get, this::moved);
    queue = new LocalQueueStore(places.queue(), sources);
    canvas = new LocalCanvasService(places.canvas());
    styles = new LocalStyleService(places.styles());
    expansion = new LocalPromptExpansion(styles, places.wildcards());
    learning = new LocalLearnService(catalogue, generation);
    training =
        new LocalTrainingService(
            places, catalogue, tokenizers, () -> OnnxEngine.on(DeviceChoice.CPU), generation);
    trainingNotes = new LocalTrainingNotes(places);
    meanings =
        new LocalMeaningService(places.meaning(), catalogue, () -> OnnxEngine.of(BESIDE_OTHERS));
  }

  @Override
  public TrainingService training() {
    return training;
  }

  @Override
  public TrainingNotes trainingNotes() {
    return trainingNotes;
  }

  /** Opens the services; models are opened when they are first needed. */
  public static Services open(Places places, ServiceOptions options) {
    return new LocalServices(places, options);
  }

  @Override
  public GenerationService generation() {
    return generation;
  }

  private Engine preparing(EngineOptions options) {
    return new PreparingEngine(
        OnnxEngine.of(options), prepared.networks(), generation::tellPreparing);
  }

  @Override
  public PreparedModels prepared() {
    return prepared;
  }

  @Override
  public ModelService models() {
    return models;
  }

  @Override
  public AdapterService adapters() {
    return adapters;
  }

  @Override
  public ModelProfileService profiles() {
    return profiles;
  }

  @Override
  public PromptService prompts() {
    return prompts;
  }

  @Override
  public PictureStore pictures() {
    return pictures;
  }

  @Override
  public void keepPicturesIn(Path folder) {
    picturesFolder.set(folder);
    synchronized (this) {
      if (gallery != null) {
        gallery.folderChanged();
      }
    }
  }

  @Override
  public SourcePictures sources() {
    return sources;
  }

  @Override
  public QueueStore queue() {
    return queue;
  }

  @Override
  public CanvasService canvas() {
    return canvas;
  }

  @Override
  public PictureLibrary library() {
    return library;
  }

  /** Made when it is first asked for, which a window does once it is seen. */
  @Override
  public synchronized GalleryService gallery() {
    LocalGallery known = gallery;
    if (known == null) {
      known =
          new LocalGallery(
              picturesFolder::get,
              places.gallery(),
              LocalGalleryLooks.with(meanings, generation::isBusy),
              SystemTrash.ofThisComputer());
      gallery = known;
    }
    return known;
  }

  private void moved(Path from, Path to) {
    LocalGallery known;
    synchronized (this) {
      known = gallery;
    }
    if (known != null) {
      known.moved(from, to);
    }
  }

  @Override
  public ModelImport modelImport() {
    return modelImport;
  }

  /** Made anew each time, as the downloads. */
  @Override
  public ModelRemoval modelRemoval() {
    return new LocalModelRemoval(
        places.data().resolve("models"),
        new ModelCatalogue(modelRoots()),
        SystemTrash.ofThisComputer());
  }

  private List<Path> modelRoots() {
    return places.modelRoots(furtherModels);
  }

  @Override
  public void findModelsIn(List<Path> further) {
    furtherModels = List.copyOf(further);
  }

  @Override
  public List<Path> modelFolders() {
    return modelRoots();
  }

  /** Made anew each time, as the downloads; only the window asks, and once. */
  @Override
  public ModelCards modelCards() {
    return new LocalModelCards(
        catalogue,
        new CardReader(
            catalogue,
            Stream.of(DownloadKind.FOLDER, DownloadKind.LORA, DownloadKind.EMBEDDING)
                .map(places::downloads)
                .toList()),
        new AdditionCards(shelf, this::modelRoots, catalogue::others)::all,
        new KeptHashes(places.modelHashes()),
        () -> OnnxEngine.on(DeviceChoice.CPU),
        modelRemoval());
  }

  /** Likewise. */
  @Override
  public ModelMerge modelMerge() {
    return new LocalModelMerge(new ModelCatalogue(places.modelRoots()));
  }

  /** Made anew each time: it holds nothing, and most starts never ask for it. */
  @Override
  public DownloadService downloads() {
    return new LocalDownloadService(places, System.getenv());
  }

  @Override
  public PictureTrash trash() {
    return trash;
  }

  @Override
  public StyleService styles() {
    return styles;
  }

  @Override
  public PromptExpansion expansion() {
    return expansion;
  }

  @Override
  public LearnService learning() {
    return learning;
  }

  @Override
  public MeaningService meanings() {
    return meanings;
  }

  @Override
  public FileTypes fileTypes() {
    Path bin = places.home().resolve("bin");
    SystemCommands commands = SystemCommands.ofThisComputer();
    return switch (LocalSystemDesktop.kind(System.getProperty("os.name", ""))) {
      case WINDOWS -> new WindowsFileTypes(places.data(), bin.resolve("easel.bat"), commands);
      case MAC -> FileTypes.NONE;
      case FREE ->
          new FreeFileTypes(
              places.data().toAbsolutePath().resolve("..").normalize(),
              bin.resolve("easel"),
              commands);
    };
  }

  @Override
  public void clearLeftovers() {
    Leftovers.clear(places, Instant.now());
    SourceSpace.USUAL.clear(places, Instant.now());
  }

  @Override
  public void close() {
    synchronized (this) {
      if (gallery != null) {
        gallery.close();
      }
    }
    meanings.close();
    canvas.close();
    generation.close();
  }
}
