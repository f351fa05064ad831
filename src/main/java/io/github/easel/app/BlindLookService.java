package io.github.easel.app;

import io.github.easel.gallery.Lineage;
import io.github.easel.gallery.Nearness;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.PixelImage;
import java.util.List;
import java.util.Optional;

/** Where nothing can be seen. */
final class BlindLookService implements LookService {

  @Override
  public boolean hasMeaning() {
    return false;
  }

  @Override
  public List<Nearness> like(String words, int most, Cancellation cancellation) {
    return List.of();
  }

  @Override
  public List<Nearness> like(PixelImage picture, int most, Cancellation cancellation) {
    return List.of();
  }

  @Override
  public List<Nearness> like(long id, int most, Cancellation cancellation) {
    return List.of();
  }

  @Override
  public List<List<Nearness>> duplicates(int bits, Cancellation cancellation) {
    return List.of();
  }

  @Override
  public List<String> suggestions(PixelImage picture, int most, Cancellation cancellation) {
    return List.of();
  }

  @Override
  public Optional<Lineage> lineage(long id) {
    return Optional.empty();
  }
}
