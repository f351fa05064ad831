package io.github.easel.hub;

import java.nio.file.Path;

/** Where downloads belong. */
@FunctionalInterface
public interface DownloadFolders {

  /** The folder for downloads of a kind; need not exist. */
  Path of(DownloadKind kind);
}
