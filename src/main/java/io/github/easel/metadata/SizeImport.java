package io.github.easel.metadata;

import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Remark.Reason;
import java.math.BigInteger;
import java.util.Optional;

/** Fits a picture's size to a model. */
final class SizeImport {

  private final FoundSettings found;
  private final KnownModel model;
  private final Remarks remarks;

  SizeImport(FoundSettings found, KnownModel model, Remarks remarks) {
    this.found = found;
    this.model = model;
    this.remarks = remarks;
  }

  /** The picture's size, rounded to what the model can draw, or the model's own. */
  ImageSize size() {
    Optional<FoundSetting> setting = found.first(Meaning.SIZE);
    if (setting.isEmpty()) {
      return model.size();
    }
    Optional<ImageSize> size = fitted(setting.get().value(), model.sizeMultiple());
    if (size.isEmpty()) {
      remarks.unreadable(setting.get());
    } else if (size.get().toString().equals(setting.get().value().strip())) {
      remarks.applied(setting.get());
    } else {
      remarks.add(Reason.SIZE_ROUNDED, setting.get().value(), size.get().toString());
    }
    return size.orElse(model.size());
  }

  /** The size nearest to {@code WxH} whose sides are multiples of that number, if it is a size. */
  static Optional<ImageSize> fitted(String text, int multiple) {
    String[] sides = text.strip().split("x", -1);
    if (sides.length != 2) {
      return Optional.empty();
    }
    Optional<BigInteger> width = Numbers.whole(sides[0]).filter(side -> side.signum() > 0);
    Optional<BigInteger> height = Numbers.whole(sides[1]).filter(side -> side.signum() > 0);
    if (width.filter(SizeImport::possible).isEmpty()
        || height.filter(SizeImport::possible).isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ImageSize(fitted(width.get(), multiple), fitted(height.get(), multiple)));
  }

  /** No program draws more than this at once: such a number is no size. */
  private static boolean possible(BigInteger side) {
    return side.compareTo(BigInteger.valueOf(4L * ImageSize.LARGEST)) <= 0;
  }

  private static int fitted(BigInteger side, int multiple) {
    int bounded = side.min(BigInteger.valueOf(ImageSize.LARGEST)).intValue();
    int rounded = (bounded + multiple / 2) / multiple * multiple;
    int least = (ImageSize.SMALLEST + multiple - 1) / multiple * multiple;
    int most = ImageSize.LARGEST / multiple * multiple;
    return Math.max(least, Math.min(most, rounded));
  }
}
