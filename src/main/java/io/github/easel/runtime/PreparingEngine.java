package io.github.easel.runtime;

import io.github.easel.generation.GenerationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An engine that makes large graphs ready once and opens what it made from then on. Half-precision
 * weights become floats and convolutions get their fastest order once, not at every start.
 */
public final class PreparingEngine implements Engine {

  private static final Logger LOG = LoggerFactory.getLogger(PreparingEngine.class);

  /** Smaller networks open fast enough as they are. */
  private static final long LEAST_BYTES = 128L << 20;

  private final Engine engine;
  private final PreparedNetworks prepared;
  private final Runnable preparing;
  private final long least;

  /**
   * An engine over another.
   *
   * @param preparing told each time when something is about to be made ready, which takes a while
   */
  public PreparingEngine(Engine engine, PreparedNetworks prepared, Runnable preparing) {
    this(engine, prepared, preparing, LEAST_BYTES);
  }

  /**
   * Likewise.
   *
   * @param least bytes of weights that a network has if it is made ready
   */
  PreparingEngine(Engine engine, PreparedNetworks prepared, Runnable preparing, long least) {
    this.engine = engine;
    this.prepared = prepared;
    this.preparing = preparing;
    this.least = least;
  }

  @Override
  public Session open(NetworkGraph graph, boolean resting) {
    // what is made ready holds for one kind of processor and not for a graphics card
    if (graph.passing() || !engine.device().equals("CPU") || bytes(graph) < least) {
      return engine.open(graph, resting);
    }
    String key = graph.key(engine.description() + " " + Processor.kind());
    Optional<Path> known = prepared.find(key);
    if (known.isPresent()) {
      try {
        return engine.open(known.get(), resting);
      } catch (GenerationException e) {
        LOG.warn("{} cannot be used and is made again", known.get(), e);
        prepared.remove(key);
      }
    }
    preparing.run();
    try {
      Path made = prepared.make(key, graph.file(), file -> engine.prepare(graph, file));
      return engine.open(made, resting);
    } catch (GenerationException e) {
      // without room for it the model still draws, if later
      LOG.warn("{} cannot be made ready", graph.file(), e);
      return engine.open(graph, resting);
    }
  }

  private static long bytes(NetworkGraph graph) {
    long sum = 0;
    for (Path file : graph.weights()) {
      sum += size(file);
    }
    return sum;
  }

  private static long size(Path file) {
    try {
      return Files.size(file);
    } catch (IOException e) {
      throw GenerationException.unreadable(file, e);
    }
  }

  @Override
  public Optional<PreparedNetworks> prepared() {
    return Optional.of(prepared);
  }

  @Override
  public void prepare(NetworkGraph graph, Path file) {
    engine.prepare(graph, file);
  }

  @Override
  public Session open(Path file, boolean resting) {
    return engine.open(file, resting);
  }

  @Override
  public Session openTextEncoder(Path file, int clipSkip) {
    return engine.openTextEncoder(file, clipSkip);
  }

  @Override
  public Session openImageEncoder(Path file) {
    return engine.openImageEncoder(file);
  }

  @Override
  public boolean prefersHalf() {
    return engine.prefersHalf();
  }

  @Override
  public String device() {
    return engine.device();
  }

  @Override
  public String reason() {
    return engine.reason();
  }

  @Override
  public boolean fellBack() {
    return engine.fellBack();
  }

  @Override
  public String description() {
    return engine.description();
  }
}
