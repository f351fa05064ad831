package io.github.easel.cli;

import io.github.easel.app.SourcePictures;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Manner;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.RefusedValue;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.RepaintRecord;
import io.github.easel.generation.Source;
import io.github.easel.generation.SourceRecord;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The picture to begin with. */
final class SourceOptions {

  @Option(names = "--image", paramLabel = "FILE", descriptionKey = "option.image")
  Optional<Path> image = Optional.empty();

  @Option(names = "--strength", paramLabel = "X", descriptionKey = "option.strength")
  Optional<Double> strength = Optional.empty();

  @Option(names = "--resize", paramLabel = "stretch|crop|pad", descriptionKey = "option.resize")
  Optional<Fit> fit = Optional.empty();

  @Mixin MaskOptions part = new MaskOptions();

  /**
   * Refuses what cannot be meant.
   *
   * @param mayFollow whether the settings of another picture may bring a source
   * @throws RefusedValue if the strength is out of range
   */
  void check(boolean mayFollow, Texts texts) {
    if (strength.isPresent() && !(strength.get() > 0 && strength.get() <= 1)) {
      throw new RefusedValue(RefusedValue.Kind.STRENGTH, strength.get());
    }
    part.check();
    if (image.isEmpty() && !mayFollow) {
      checkIdle(texts);
    }
  }

  /** Refuses options that there is no source for. */
  private void checkIdle(Texts texts) {
    Optional<String> option =
        strength
            .map(typed -> "--strength")
            .or(() -> fit.map(typed -> "--resize"))
            .or(part::needsSource);
    if (option.isPresent()) {
      throw new UsageException(texts.of("wrong.source", option.get()));
    }
  }

  /**
   * The source as it was typed, over that of another picture.
   *
   * @param recalled that picture's source, with its pixels
   * @param known what is known of that source
   * @param folder where relative paths start
   * @throws UsageException if what was typed needs a source and there is none
   */
  Optional<Source> over(
      Optional<Source> recalled,
      Optional<SourceRecord> known,
      SourcePictures pictures,
      Path folder,
      Texts texts) {
    if (image.isEmpty() && recalled.isEmpty()) {
      checkIdle(texts);
      return Optional.empty();
    }
    PixelImage pixels =
        image
            .map(file -> pictures.read(folder.resolve(file)))
            .orElseGet(() -> recalled.orElseThrow().image());
    Optional<RepaintRecord> knownPart = known.flatMap(SourceRecord::repaint);
    Optional<Mask> mask = knownPart.flatMap(painted -> pictures.findMask(painted.sha256()));
    Optional<Repaint> repaint = part.repaint(mask, knownPart, pictures, folder, texts);
    keep(() -> pictures.keep(pixels));
    repaint.ifPresent(painted -> keep(() -> pictures.keep(painted.mask())));
    Optional<Fit> knownFit = known.map(SourceRecord::fit);
    return Optional.of(
        new Source(
            pixels,
            image
                .map(file -> String.valueOf(file.getFileName()))
                .orElseGet(() -> recalled.orElseThrow().name()),
            strength
                .or(() -> known.map(SourceRecord::strength))
                .orElse(Draft.Start.NONE.strength()),
            fit.or(() -> knownFit).orElse(Fit.CROP),
            part.manner(known.map(SourceRecord::manner).orElse(Manner.USUAL)),
            repaint));
  }

  /** So that the new picture can be made again from its file; a full disk is no reason to stop. */
  static void keep(Runnable copying) {
    try {
      copying.run();
    } catch (GenerationException e) {
      if (e.failure() != Failure.FILE_UNWRITABLE) {
        throw e;
      }
    }
  }
}
