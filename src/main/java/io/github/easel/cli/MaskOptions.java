package io.github.easel.cli;

import io.github.easel.app.SourcePictures;
import io.github.easel.generation.Manner;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.RefusedValue;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.RepaintRecord;
import io.github.easel.generation.UnderMask;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** The part of a source that is painted anew, and how the picture comes of the source. */
final class MaskOptions {

  /** A soft edge as of A1111. */
  private static final double USUAL_BLUR = 4;

  private static final int USUAL_PADDING = 32;

  @Option(names = "--mask", paramLabel = "FILE", descriptionKey = "option.mask")
  Optional<Path> mask = Optional.empty();

  @Option(names = "--mask-blur", paramLabel = "N", descriptionKey = "option.mask-blur")
  Optional<Double> blur = Optional.empty();

  @Option(names = "--mask-grow", paramLabel = "N", descriptionKey = "option.mask-grow")
  Optional<Integer> grow = Optional.empty();

  @Option(names = "--invert-mask", descriptionKey = "option.invert-mask")
  boolean inverted;

  @Option(
      names = "--inpaint-fill",
      paramLabel = "original|fill|noise|nothing",
      descriptionKey = "option.inpaint-fill")
  Optional<UnderMask> content = Optional.empty();

  @Option(names = "--only-masked", descriptionKey = "option.only-masked")
  boolean onlyMasked;

  @Option(names = "--padding", paramLabel = "N", descriptionKey = "option.padding")
  Optional<Integer> padding = Optional.empty();

  @Option(names = "--noise-multiplier", paramLabel = "X", descriptionKey = "option.noise")
  Optional<Double> noise = Optional.empty();

  @Option(names = "--keep-luminance", descriptionKey = "option.luminance")
  boolean keepsLuminance;

  /**
   * Refuses values that are out of range.
   *
   * @throws RefusedValue saying which
   */
  void check() {
    shape(new MaskShape(false, 0, USUAL_BLUR));
    manner(Manner.USUAL);
    RepaintRecord.checkPadding(padding.map(OptionalInt::of).orElse(OptionalInt.empty()));
  }

  /** The first option that needs a picture to begin with. */
  Optional<String> needsSource() {
    if (mask.isPresent()) {
      return Optional.of("--mask");
    }
    if (noise.isPresent()) {
      return Optional.of("--noise-multiplier");
    }
    return keepsLuminance ? Optional.of("--keep-luminance") : needsMask();
  }

  /** The first option that needs a mask. */
  private Optional<String> needsMask() {
    if (blur.isPresent()) {
      return Optional.of("--mask-blur");
    }
    if (grow.isPresent()) {
      return Optional.of("--mask-grow");
    }
    if (inverted) {
      return Optional.of("--invert-mask");
    }
    if (content.isPresent()) {
      return Optional.of("--inpaint-fill");
    }
    if (onlyMasked) {
      return Optional.of("--only-masked");
    }
    return padding.isPresent() ? Optional.of("--padding") : Optional.empty();
  }

  /** How the picture comes of its source: as it was typed, over what was known. */
  Manner manner(Manner known) {
    return new Manner(noise.orElse(known.noise()), keepsLuminance || known.keepsLuminance());
  }

  /**
   * The part as it was typed, over what is known of one.
   *
   * @param recalled the mask of another picture's source
   * @param folder where relative paths start
   * @throws UsageException if what was typed needs a mask and there is none
   */
  Optional<Repaint> repaint(
      Optional<Mask> recalled,
      Optional<RepaintRecord> known,
      SourcePictures pictures,
      Path folder,
      Texts texts) {
    Optional<Mask> marked =
        mask.map(file -> pictures.mask(folder.resolve(file))).or(() -> recalled);
    if (marked.isEmpty()) {
      needsMask()
          .ifPresent(
              option -> {
                throw new UsageException(texts.of("wrong.mask", option));
              });
      return Optional.empty();
    }
    OptionalInt room = known.map(RepaintRecord::padding).orElse(OptionalInt.empty());
    boolean only = onlyMasked || room.isPresent();
    if (padding.isPresent() && !only) {
      throw new UsageException(texts.of("wrong.padding"));
    }
    int usual = room.orElse(USUAL_PADDING);
    return Optional.of(
        new Repaint(
            marked.get(),
            shape(known.map(RepaintRecord::shape).orElse(new MaskShape(false, 0, USUAL_BLUR))),
            content.or(() -> known.map(RepaintRecord::content)).orElse(UnderMask.ORIGINAL),
            only ? OptionalInt.of(padding.orElse(usual)) : OptionalInt.empty()));
  }

  private MaskShape shape(MaskShape known) {
    return new MaskShape(
        inverted || known.inverted(), grow.orElse(known.grow()), blur.orElse(known.blur()));
  }
}
