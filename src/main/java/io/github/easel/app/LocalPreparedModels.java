package io.github.easel.app;

import io.github.easel.runtime.PreparedNetworks;
import java.nio.file.Path;
import java.util.List;

/** A folder of networks that were made ready. */
final class LocalPreparedModels implements PreparedModels {

  /**
   * Room for three models of the size of Stable Diffusion 1.5 in 32 bits, autoencoders included.
   */
  private static final long MOST = 14L << 30;

  private final PreparedNetworks networks;

  LocalPreparedModels(Path folder) {
    networks = new PreparedNetworks(folder, () -> MOST);
  }

  PreparedNetworks networks() {
    return networks;
  }

  @Override
  public List<Entry> all() {
    return networks.all().stream()
        .map(one -> new Entry(one.about(), one.bytes(), one.used()))
        .toList();
  }

  @Override
  public long most() {
    return MOST;
  }

  @Override
  public void clear() {
    networks.clear();
  }
}
