package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import io.github.easel.hub.Catalogue;
import io.github.easel.hub.DownloadListener;
import io.github.easel.hub.DownloadPlan;
import io.github.easel.hub.HubToken;
import java.nio.file.Path;
import java.util.Map;

/** Knows the catalogue and downloads nothing. */
final class NoDownloads implements DownloadService {

  @Override
  public Catalogue catalogue() {
    return Catalogue.ofEasel();
  }

  @Override
  public DownloadPlan plan(Wish wish, Cancellation cancellation) {
    throw new UnsupportedOperationException("these services download nothing");
  }

  @Override
  public Path run(DownloadPlan plan, DownloadListener listener, Cancellation cancellation) {
    throw new UnsupportedOperationException("these services download nothing");
  }

  @Override
  public void discard(DownloadPlan plan) {
    // nothing is left where nothing was begun
  }

  @Override
  public HubToken token() {
    return new HubToken(Path.of("none"), Map.of());
  }
}
