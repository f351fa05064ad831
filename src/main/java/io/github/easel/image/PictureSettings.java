package io.github.easel.image;

import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import java.util.Optional;

/** What a PNG file says about how it was made. */
public sealed interface PictureSettings {

  /** The words that the picture was made from. */
  Prompt prompt();

  /**
   * Settings that Easel wrote: complete and exact.
   *
   * @param provenance everything
   * @param seconds how long it took, if that was written
   */
  record Own(Provenance provenance, Optional<Double> seconds) implements PictureSettings {

    /** Settings without the time. */
    public Own(Provenance provenance) {
      this(provenance, Optional.empty());
    }

    @Override
    public Prompt prompt() {
      return provenance.request().prompt();
    }
  }

  /**
   * Settings that another program wrote, as far as they could be read.
   *
   * @param infotext prompts and pairs
   */
  record Foreign(Infotext infotext) implements PictureSettings {
    @Override
    public Prompt prompt() {
      return infotext.prompt();
    }
  }
}
