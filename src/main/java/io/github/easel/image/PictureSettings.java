package io.github.easel.image;

import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;

/** What a PNG file says about how it was made. */
public sealed interface PictureSettings {

  /** The words that the picture was made from. */
  Prompt prompt();

  /**
   * Settings that Easel wrote: complete and exact.
   *
   * @param provenance everything
   */
  record Own(Provenance provenance) implements PictureSettings {
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
