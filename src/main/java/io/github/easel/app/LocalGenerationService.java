package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Notice;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Stage;
import io.github.easel.generation.Timings;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelPackage;
import io.github.easel.model.TokenizerFinder;
import io.github.easel.pipeline.AdapterSupply;
import io.github.easel.pipeline.DiffusionPipeline;
import io.github.easel.pipeline.LoadedModel;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.EngineOptions;
import io.github.easel.runtime.MemoryPlanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes pictures in this process. The model of the last picture stays open for the next. */
final class LocalGenerationService implements GenerationService, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LocalGenerationService.class);
  private static final double NANOS = 1e9;

  private final ModelCatalogue catalogue;
  private final TokenizerFinder tokenizers;
  private final Supplier<Engine> engines;
  private final AdapterSupply adapters;
  private final EngineOptions.Memory memory;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Engine engine;
  private @Nullable Path openFolder;
  private @Nullable DiffusionPipeline pipeline;
  private boolean fallbackTold;
  private volatile boolean stale;
  private @Nullable Runnable onPreparing;
  private volatile BiFunction<GenerationRequest, ProgressListener, ProgressListener> overhearing =
      (request, listener) -> listener;

  LocalGenerationService(
      ModelCatalogue catalogue,
      TokenizerFinder tokenizers,
      AdapterSupply adapters,
      EngineOptions.Memory memory,
      Supplier<Engine> engines) {
    this.memory = memory;
    this.adapters = adapters;
    this.catalogue = catalogue;
    this.tokenizers = tokenizers;
    this.engines = engines;
  }

  @Override
  public GenerationResult generate(
      GenerationRequest request, ProgressListener progress, Cancellation cancellation) {
    lock.lock();
    try {
      cancellation.check();
      long begin = System.nanoTime();
      Path folder = catalogue.find(request.model());
      boolean opens = !folder.equals(openFolder) || stale;
      if (opens) {
        progress.on(new Progress(Stage.LOADING, 0, request.drawnSteps(), 0));
      }
      onPreparing = () -> progress.on(new Progress(Stage.PREPARING, 0, request.drawnSteps(), 0));
      DiffusionPipeline ready = opened(folder);
      double loading = opens ? (System.nanoTime() - begin) / NANOS : 0;
      GenerationResult result =
          drawn(ready, request, overhearing.apply(request, progress), cancellation);
      return withLoading(result, loading);
    } catch (OutOfMemoryError e) {
      closeOpen();
      throw GenerationException.of(e);
    } finally {
      onPreparing = null;
      lock.unlock();
    }
  }

  /**
   * Puts somebody between every generation and its listener from now on.
   *
   * @param between makes of a request's listener one that passes everything on to it
   */
  void overheardBy(BiFunction<GenerationRequest, ProgressListener, ProgressListener> between) {
    overhearing = between;
  }

  /** The next picture opens its model anew; one that is being drawn is not waited for. */
  void openAnew() {
    stale = true;
  }

  @Override
  public void prepare(String model) {
    lock.lock();
    try {
      opened(catalogue.find(model));
    } finally {
      lock.unlock();
    }
  }

  /** The engine makes something ready, which whoever waits for a picture is told. */
  void tellPreparing() {
    Runnable told = onPreparing;
    if (told != null) {
      told.run();
    }
  }

  /** Whether a model is at work just now, so that others should not take its processor. */
  boolean isBusy() {
    return lock.isLocked();
  }

  /**
   * Does something with a model that is open anyway.
   *
   * @return nothing if another model is open or none, or if another thread is at work with it
   */
  <T> Optional<T> withIdle(String model, Function<DiffusionPipeline, T> use) {
    if (!lock.tryLock()) {
      return Optional.empty();
    }
    try {
      DiffusionPipeline current = pipeline;
      return current != null && catalogue.find(model).equals(openFolder)
          ? Optional.of(use.apply(current))
          : Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  private DiffusionPipeline opened(Path folder) {
    DiffusionPipeline current = pipeline;
    if (current != null && folder.equals(openFolder) && !stale) {
      return current;
    }
    closeOpen();
    stale = false;
    ModelPackage source = catalogue.open(folder);
    LoadedModel model =
        new LoadedModel(
            source,
            engine(),
            tokenizers.instead(source),
            new MemoryPlanner(memory, FreeMemory.on(engine().device())));
    DiffusionPipeline opened = new DiffusionPipeline(model, Version.program(), adapters);
    pipeline = opened;
    openFolder = folder;
    return opened;
  }

  /** Draws; where the memory runs out, once more in a more sparing way if there is one. */
  private static GenerationResult drawn(
      DiffusionPipeline ready,
      GenerationRequest request,
      ProgressListener listener,
      Cancellation cancellation) {
    try {
      return ready.generate(request, listener, cancellation);
    } catch (GenerationException e) {
      if (e.failure() != Failure.OUT_OF_MEMORY || !ready.stepDown()) {
        throw e;
      }
      LOG.warn("the memory ran out; once more, more sparingly", e);
    }
    GenerationResult result = ready.generate(request, listener, cancellation);
    List<Notice> notices = new ArrayList<>(result.notices());
    notices.add(new Notice(Notice.Kind.MEMORY_STEPPED_DOWN, request.size().toString()));
    return new GenerationResult(result.image(), result.provenance(), result.timings(), notices);
  }

  private GenerationResult withLoading(GenerationResult result, double loading) {
    List<Notice> notices = new ArrayList<>(result.notices());
    if (engine().fellBack() && !fallbackTold) {
      notices.add(new Notice(Notice.Kind.DEVICE_FALLBACK, engine().reason()));
      fallbackTold = true;
    }
    Timings timings = result.timings();
    return new GenerationResult(
        result.image(),
        result.provenance(),
        new Timings(
            loading + timings.loading(),
            timings.encoding(),
            timings.sampling(),
            timings.denoiser(),
            timings.decoding()),
        notices);
  }

  @Override
  public DeviceReport device() {
    lock.lock();
    try {
      return new DeviceReport(engine().device(), engine().reason());
    } finally {
      lock.unlock();
    }
  }

  /** Made when first needed: looking for CUDA loads native libraries. */
  private Engine engine() {
    Engine made = engine;
    if (made == null) {
      made = engines.get();
      engine = made;
    }
    return made;
  }

  private void closeOpen() {
    if (pipeline != null) {
      pipeline.close();
      pipeline = null;
      openFolder = null;
    }
  }

  @Override
  public void release() {
    lock.lock();
    try {
      closeOpen();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    release();
  }
}
