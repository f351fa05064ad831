package io.github.easel.runtime.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtProvider;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;
import ai.onnxruntime.OrtSession.SessionOptions.OptLevel;
import ai.onnxruntime.providers.OrtCUDAProviderOptions;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.Engine;
import io.github.easel.runtime.EngineOptions;
import io.github.easel.runtime.EngineOptions.Memory;
import io.github.easel.runtime.NetworkGraph;
import io.github.easel.runtime.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** ONNX Runtime on the CPU or on a CUDA device. */
public final class OnnxEngine implements Engine {

  private static final String EXTERNAL_FILE =
      "session.optimized_model_external_initializers_file_name";
  private static final String EXTERNAL_FROM =
      "session.optimized_model_external_initializers_min_size_in_bytes";
  private static final int LEAST_EXTERNAL = 1024;

  private final OrtEnvironment environment;
  private final EngineOptions wish;
  private final boolean cuda;
  private final String reason;
  private final boolean fellBack;

  private OnnxEngine(EngineOptions wish, boolean cuda, String reason, boolean fellBack) {
    this.environment = environment();
    this.wish = wish;
    this.cuda = cuda;
    this.reason = reason;
    this.fellBack = fellBack;
  }

  /** The engine on a device, else as usual; see {@link #of}. */
  public static OnnxEngine on(DeviceChoice choice) {
    return of(EngineOptions.on(choice));
  }

  /**
   * The engine as wished for.
   *
   * @throws GenerationException {@link Failure#DEVICE_UNAVAILABLE} if CUDA is insisted on and
   *     cannot be had, or if the engine's native library does not load on this system
   */
  public static OnnxEngine of(EngineOptions wish) {
    OrtEnvironment environment = environment();
    if (wish.device() == DeviceChoice.CPU) {
      return new OnnxEngine(wish, false, "as asked for", false);
    }
    Optional<String> obstacle = obstacleToCuda(environment, wish);
    if (obstacle.isEmpty()) {
      return new OnnxEngine(wish, true, "CUDA works here", false);
    }
    if (wish.device() == DeviceChoice.CUDA) {
      throw new GenerationException(
          Failure.DEVICE_UNAVAILABLE, "no CUDA: " + obstacle.get(), "CUDA", obstacle.get());
    }
    return new OnnxEngine(wish, false, obstacle.get(), hasCuda());
  }

  /** Whether this package was built with CUDA, wherever it runs. */
  public static boolean hasCuda() {
    environment();
    return OrtEnvironment.getAvailableProviders().contains(OrtProvider.CUDA);
  }

  private static OrtEnvironment environment() {
    LeftLibraries.delete();
    try {
      // what fails is told by our own exceptions; the library would print it a second time
      OrtEnvironment environment =
          OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL, "easel");
      silence(environment);
      return environment;
    } catch (LinkageError e) {
      String reason =
          LibraryObstacle.inWords(
              e, System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
      throw new GenerationException(Failure.DEVICE_UNAVAILABLE, reason, e, "CPU", reason);
    }
  }

  /** On Windows the library writes usage events to the system's trace unless it is told not to. */
  private static void silence(OrtEnvironment environment) {
    try {
      environment.setTelemetry(false);
    } catch (OrtException e) {
      throw new GenerationException(
          Failure.DEVICE_UNAVAILABLE,
          "telemetry cannot be turned off",
          e,
          "CPU",
          String.valueOf(e.getMessage()));
    }
  }

  /**
   * Why CUDA cannot be used; empty when it can. A convolution is run to find out, since cuDNN is
   * only looked for when one is needed.
   */
  private static Optional<String> obstacleToCuda(OrtEnvironment environment, EngineOptions wish) {
    if (!hasCuda()) {
      return Optional.of("this build of Easel comes without CUDA");
    }
    Optional<String> plain =
        CudaObstacle.atFirstSight(System.getProperty("os.name", ""), Path.of("/dev"));
    if (plain.isPresent()) {
      return plain;
    }
    CudaLibraries.load();
    try (SessionOptions options = new SessionOptions()) {
      addCuda(options, wish);
      try (OrtSession session = environment.createSession(probe(), options);
          OnnxTensor zeros = OnnxTensor.createTensor(environment, new float[1][1][8][8])) {
        session.run(Map.of("x", zeros)).close();
      }
      return Optional.empty();
    } catch (OrtException e) {
      return Optional.of(CudaObstacle.inWords(String.valueOf(e.getMessage())));
    }
  }

  /** A graph of one convolution from x to y, both [1, 1, 8, 8]. */
  private static byte[] probe() {
    try (InputStream in = OnnxEngine.class.getResourceAsStream("probe.onnx")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void addCuda(SessionOptions options, EngineOptions wish) throws OrtException {
    try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions(0)) {
      // DEFAULT falls back to a slow path since 1.20, EXHAUSTIVE delays the first picture
      cuda.add("cudnn_conv_algo_search", "HEURISTIC");
      cuda.add("arena_extend_strategy", "kSameAsRequested");
      if (wish.exact()) {
        cuda.add("use_tf32", "0");
      }
      if (wish.memory() == Memory.LOW) {
        cuda.add("cudnn_conv_use_max_workspace", "0");
      }
      options.addCUDA(cuda);
    }
  }

  @Override
  public Session open(Path file, boolean resting) {
    return resting ? new RestingSession(() -> opened(file)) : opened(file);
  }

  private Session opened(Path file) {
    long bytes = WeightBytes.of(file);
    return open(file, bytes, options -> environment.createSession(file.toString(), options));
  }

  @Override
  public Session openTextEncoder(Path file, int clipSkip) {
    if (clipSkip == 1) {
      return open(file, true);
    }
    byte[] graph = LayerSkip.graph(file, clipSkip);
    return new RestingSession(() -> openChanged(file, graph));
  }

  @Override
  public Session openImageEncoder(Path file) {
    if (!Files.isRegularFile(file)) {
      throw GenerationException.missing(file);
    }
    return PosteriorTap.graph(file)
        .<Session>map(graph -> new RestingSession(() -> openChanged(file, graph)))
        .orElseGet(() -> open(file, true));
  }

  /** Opens a changed graph in the folder of its file, where its weights are. */
  private Session openChanged(Path file, byte[] graph) {
    Path folder = file.toAbsolutePath().resolveSibling("");
    return open(new NetworkGraph(graph, folder, file, List.of()));
  }

  @Override
  public Session open(NetworkGraph graph, boolean resting) {
    return resting ? new RestingSession(() -> open(graph)) : open(graph);
  }

  private Session open(NetworkGraph graph) {
    long bytes = WeightBytes.of(graph, !cuda);
    return open(graph.file(), bytes, options -> session(graph, options));
  }

  private OrtSession session(NetworkGraph graph, SessionOptions options) throws OrtException {
    String folder = graph.folder().toString();
    options.addConfigEntry("session.model_external_initializers_file_folder_path", folder);
    return environment.createSession(graph.model(), options);
  }

  @Override
  public void prepare(NetworkGraph graph, Path file) {
    open(
            graph.file(),
            0,
            options -> {
              options.setOptimizedModelFilePath(file.toString());
              options.addConfigEntry(EXTERNAL_FILE, file.getFileName() + ".weights");
              options.addConfigEntry(EXTERNAL_FROM, Integer.toString(LEAST_EXTERNAL));
              return session(graph, options);
            })
        .close();
  }

  /** Makes a session of options that are the same for all networks. */
  private interface Opener {
    OrtSession open(SessionOptions options) throws OrtException;
  }

  private Session open(Path file, long bytes, Opener opener) {
    if (!Files.isRegularFile(file)) {
      throw GenerationException.missing(file);
    }
    try (SessionOptions options = new SessionOptions()) {
      options.setOptimizationLevel(OptLevel.ALL_OPT);
      // with memory patterns a second run at another size is slow, and CUDA sessions grow
      options.setMemoryPatternOptimization(false);
      if (wish.threads() > 0) {
        options.setIntraOpNumThreads(wish.threads());
      }
      if (cuda) {
        addCuda(options, wish);
      }
      return OnnxSession.over(environment, opener.open(options), file, bytes);
    } catch (OrtException e) {
      throw OnnxFailures.opening(file, e);
    }
  }

  @Override
  public boolean prefersHalf() {
    return cuda && !wish.exact();
  }

  @Override
  public String device() {
    return cuda ? "CUDA" : "CPU";
  }

  @Override
  public String reason() {
    return reason;
  }

  @Override
  public boolean fellBack() {
    return fellBack;
  }

  @Override
  public String description() {
    return "ONNX Runtime " + environment.getVersion() + " " + device();
  }
}
