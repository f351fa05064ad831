package io.github.easel.runtime.torch;

import ai.djl.Device;
import ai.djl.engine.Engine;
import ai.djl.engine.EngineException;
import ai.djl.ndarray.NDManager;
import ai.djl.training.GradientCollector;
import ai.djl.util.Utils;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;

/**
 * The one door to DJL's engine. It is loaded on first use, which unpacks its library into DJL's
 * cache once a version and costs about 150 MB of memory; nothing is fetched.
 */
final class TorchEngine {

  private static final String NAME = "PyTorch";

  private TorchEngine() {}

  /**
   * Owner of arrays on the processor; close it to free them.
   *
   * @throws GenerationException {@code DEVICE_UNAVAILABLE} if PyTorch is not installed or cannot be
   *     loaded
   */
  static NDManager newManager() {
    return loaded().newBaseManager(Device.cpu());
  }

  /** Makes operations of this thread remember how to find gradients, until it is closed. */
  static GradientCollector newCollector() {
    return loaded().newGradientCollector();
  }

  private static Engine loaded() {
    TorchInstallation.forbidConnections();
    if (!TorchInstallation.isComplete()) {
      throw unavailable("it is not part of this installation", null);
    }
    if (!Utils.isOfflineMode()) {
      // An environment variable can overrule the property.
      throw unavailable("DJL_OFFLINE is set to let it open connections", null);
    }
    try {
      return Engine.getEngine(NAME);
    } catch (EngineException | LinkageError e) {
      throw unavailable(String.valueOf(e.getMessage()), e);
    }
  }

  private static GenerationException unavailable(
      String reason, @org.jspecify.annotations.Nullable Throwable cause) {
    return new GenerationException(
        Failure.DEVICE_UNAVAILABLE, NAME + ": " + reason, cause, NAME, reason);
  }

  /** What an error of the engine means to us. It tells out-of-memory only in its message. */
  static GenerationException failure(String what, EngineException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("can't allocate memory") || message.contains("not enough memory")) {
      return new GenerationException(
          Failure.OUT_OF_MEMORY, "out of memory " + what + ": " + message, e, what);
    }
    String first = message.lines().findFirst().orElse("").strip();
    return new GenerationException(Failure.INTERNAL, "%s: %s".formatted(what, message), e, first);
  }
}
