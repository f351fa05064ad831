package io.github.easel.runtime.torch;

/**
 * Whether PyTorch is part of this installation. Neither loads it nor any class of DJL, so that it
 * may be asked where they are missing.
 */
public final class TorchInstallation {

  private static final String ENGINE = "ai/djl/pytorch/engine/PtEngine.class";
  private static final String LIBRARY = "native/lib/pytorch.properties";

  /** DJL asks a cloud's metadata service where it runs, unless one of these says not to. */
  private static final String OFFLINE = "ai.djl.offline";

  private static final String UNTRACKED = "OPT_OUT_TRACKING";

  private TorchInstallation() {}

  /** Whether both the engine and its library are on the class path. */
  public static boolean isComplete() {
    ClassLoader loader = TorchInstallation.class.getClassLoader();
    return loader.getResource(ENGINE) != null && loader.getResource(LIBRARY) != null;
  }

  /** Forbids DJL every connection; to be called before its first class is loaded. */
  static void forbidConnections() {
    System.setProperty(OFFLINE, "true");
    System.setProperty(UNTRACKED, "true");
  }
}
