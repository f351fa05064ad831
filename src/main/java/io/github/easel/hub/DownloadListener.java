package io.github.easel.hub;

/** Is told how far a download is, on the thread that downloads and several times a second. */
@FunctionalInterface
public interface DownloadListener {

  /** Things went on. */
  void on(DownloadProgress progress);
}
