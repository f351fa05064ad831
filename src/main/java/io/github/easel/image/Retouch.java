package io.github.easel.image;

import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.RefusedValue;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import java.util.Optional;

/**
 * How a source becomes what drawing begins with, and what is drawn becomes the picture: fitting,
 * the part that is painted anew, what lies under its mask, and the way back. Immutable.
 *
 * <p>Without a part, or with one in the whole picture, the picture has the size that is drawn;
 * where only the masked part is drawn, it has the source's. Outside the mask's feather its pixels
 * are those of the source (brought to the picture's size, if it has another), bit for bit.
 */
public final class Retouch {

  private static final int CHANNELS = 3;
  private static final int FULL = 255;

  /**
   * A share that is hardly seen. All that is seen of the mask's soft edge is painted: the kept side
   * of it would come back as it was, and mixing it with itself would leave the seam where it is.
   */
  private static final int LEAST_SEEN = 16;

  private final Source source;
  private final ImageSize size;

  /** What the picture is where nothing is painted, and its size. */
  private final PixelImage base;

  /** The part of the base that is drawn. */
  private final Part part;

  /** How the part is brought to the drawn size, where it has not its shape. */
  private final Fit fit;

  private final PixelImage start;
  private final Optional<Mask> painted;
  private final Optional<Mask> blend;

  private Retouch(Source source, ImageSize size) {
    this.source = source;
    this.size = size;
    PixelImage image = source.image().held();
    if (source.repaint().isEmpty()) {
      base = Resizing.fit(image, size, source.fit());
      part = new Part(0, 0, size.width(), size.height());
      fit = Fit.STRETCH;
      start = base;
      painted = Optional.empty();
      blend = Optional.empty();
      return;
    }
    Repaint repaint = source.repaint().get();
    Mask mask = Resizing.stretched(repaint.mask(), image.width(), image.height());
    Mask soft = MaskShaping.shaped(mask, repaint.shape());
    if (repaint.padding().isEmpty()) {
      base = Resizing.fit(image, size, source.fit());
      part = new Part(0, 0, size.width(), size.height());
      fit = Fit.STRETCH;
      painted = Optional.of(marked(Resizing.fit(soft, size, source.fit())));
      blend = Optional.of(Resizing.fit(soft, size, source.fit()));
    } else {
      base = image;
      Part marked = MaskedPart.bounds(soft).orElseThrow(Retouch::nothingMarked);
      part =
          MaskedPart.around(
              marked, repaint.padding().getAsInt(), size, image.width(), image.height());
      fit = fitOf(part, size);
      painted = Optional.of(marked(Resizing.fit(part.of(soft), size, fit)));
      blend = Optional.of(soft);
    }
    if (painted.get().blank()) {
      throw nothingMarked();
    }
    PixelImage fitted = Resizing.fit(part.of(base), size, fit);
    start =
        repaint.content() == UnderMask.FILL
            ? SurroundingColours.fill(fitted, painted.get())
            : fitted;
  }

  /**
   * Plans a source's way.
   *
   * @param size what is drawn
   * @throws GenerationException {@code VALUE_REFUSED} if its mask marks nothing
   */
  public static Retouch of(Source source, ImageSize size) {
    return new Retouch(source, size);
  }

  private static GenerationException nothingMarked() {
    return GenerationException.of(new RefusedValue(RefusedValue.Kind.MASK_EMPTY));
  }

  /** A part at the picture's border may be kept from the drawn shape: then all of it is shown. */
  private static Fit fitOf(Part part, ImageSize size) {
    Part inner = Resizing.within(part.width(), part.height(), size);
    double scale =
        Math.max((double) size.width() / part.width(), (double) size.height() / part.height());
    boolean shaped =
        size.width() - inner.width() <= scale + 1 && size.height() - inner.height() <= scale + 1;
    return shaped ? Fit.STRETCH : Fit.PAD;
  }

  /** In the latents a cell is painted or it is kept. */
  private static Mask marked(Mask mask) {
    byte[] values = mask.values();
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) ((values[i] & FULL) >= LEAST_SEEN ? FULL : 0);
    }
    return Mask.of(mask.width(), mask.height(), values);
  }

  /** Whether this is the way of that source in that size, whatever its strength and noise. */
  public boolean isOf(Source other, ImageSize wanted) {
    return size.equals(wanted)
        && source.fit() == other.fit()
        && source.manner().keepsLuminance() == other.manner().keepsLuminance()
        && source.image().equals(other.image())
        && source.repaint().equals(other.repaint());
  }

  /** What drawing begins with, in the drawn size. */
  public PixelImage start() {
    return start;
  }

  /**
   * What is painted anew, in the drawn size: 255 where anything of the mask, soft edge included, is
   * seen, else 0. Nothing if all is.
   */
  public Optional<Mask> painted() {
    return painted;
  }

  /**
   * The picture.
   *
   * @param drawn in the drawn size
   */
  public PixelImage finish(PixelImage drawn) {
    PixelImage fresh = drawn;
    if (blend.isPresent()) {
      Part shown =
          fit == Fit.PAD
              ? Resizing.within(part.width(), part.height(), size)
              : new Part(0, 0, drawn.width(), drawn.height());
      PixelImage inner = shown.of(drawn);
      fresh =
          part.isAll(inner.width(), inner.height())
              ? inner
              : Resizing.stretched(inner, part.width(), part.height());
    }
    if (source.manner().keepsLuminance()) {
      fresh = Luminance.transfer(part.of(base), fresh);
    }
    return blend.isPresent() ? pasted(fresh, blend.get()) : fresh;
  }

  private PixelImage pasted(PixelImage fresh, Mask mask) {
    byte[] rgb = base.rgb();
    byte[] shares = mask.values();
    byte[] other = fresh.rgb();
    for (int y = 0; y < part.height(); y++) {
      for (int x = 0; x < part.width(); x++) {
        int place = (part.y() + y) * base.width() + part.x() + x;
        int share = shares[place] & FULL;
        int from = CHANNELS * (y * part.width() + x);
        for (int channel = 0; channel < CHANNELS && share > 0; channel++) {
          int at = CHANNELS * place + channel;
          int mixed = (rgb[at] & FULL) * (FULL - share) + (other[from + channel] & FULL) * share;
          rgb[at] = (byte) ((mixed + FULL / 2) / FULL);
        }
      }
    }
    return PixelImage.of(base.width(), base.height(), rgb);
  }
}
