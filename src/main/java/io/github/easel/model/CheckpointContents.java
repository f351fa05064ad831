package io.github.easel.model;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.weights.CheckpointNames;
import io.github.easel.weights.Components;
import io.github.easel.weights.TensorFile;
import io.github.easel.weights.TensorFiles;
import java.lang.ref.SoftReference;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a single-file checkpoint says of its tensors, sorted into networks. The last files looked
 * into stay in memory while there is enough of it, since lists of models look into all of them.
 */
record CheckpointContents(TensorFile file, Components components) {

  private static final int MOST_KEPT = 64;

  /** A file in one state. */
  private record Key(Path file, long size, FileTime changed) {}

  private static final Map<Key, SoftReference<CheckpointContents>> KEPT =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(
            Map.Entry<Key, SoftReference<CheckpointContents>> eldest) {
          return size() > MOST_KEPT;
        }
      };

  /**
   * Looks into a file.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code MODEL_FILE_UNUSABLE}
   */
  static CheckpointContents of(Path file) {
    Key key = key(file);
    CheckpointContents kept = kept(key);
    if (kept == null) {
      TensorFile read = TensorFiles.open(file);
      kept = new CheckpointContents(read, CheckpointNames.sort(read));
      keep(key, kept);
    }
    return kept;
  }

  private static Key key(Path file) {
    ModelFiles.Stamp stamp = ModelFiles.stamp(file);
    return new Key(file.toAbsolutePath().normalize(), stamp.bytes(), stamp.changed());
  }

  private static synchronized @Nullable CheckpointContents kept(Key key) {
    SoftReference<CheckpointContents> reference = KEPT.get(key);
    return reference == null ? null : reference.get();
  }

  private static synchronized void keep(Key key, CheckpointContents contents) {
    KEPT.put(key, new SoftReference<>(contents));
  }

  /** Whether it holds a UNet, of whatever kind. */
  boolean isModel() {
    return file.tensors().keySet().stream().anyMatch(name -> name.startsWith("model.diffusion_"));
  }

  /**
   * Refuses files without a UNet.
   *
   * @throws GenerationException {@code MODEL_FILE_UNUSABLE}, or {@code MODEL_UNSUPPORTED} for
   *     models of another architecture
   */
  void requireModel() {
    if (components.unet().containsKey("conv_in.weight")) {
      return;
    }
    if (!isModel()) {
      throw lacks("no UNet");
    }
    String what = "a model of another architecture than Stable Diffusion’s";
    throw new GenerationException(
        Failure.MODEL_UNSUPPORTED, file.file() + " is " + what, file.file().toString(), what);
  }

  /** A failure for a file that lacks a network. */
  GenerationException lacks(String what) {
    return GenerationException.unusable(
        file.file(), "a whole model (UNet, text encoder and autoencoder)", what);
  }
}
