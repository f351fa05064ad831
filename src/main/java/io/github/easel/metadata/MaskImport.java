package io.github.easel.metadata;

import io.github.easel.generation.Manner;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.RefusedValue;
import io.github.easel.generation.Remark.Reason;
import io.github.easel.generation.RepaintRecord;
import io.github.easel.generation.UnderMask;
import io.github.easel.image.MaskedContent;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** Finds out which part of a source was painted anew, and how, in A1111's words. */
final class MaskImport {

  /** What A1111 does where the text says nothing. */
  private static final int USUAL_BLUR = 4;

  private static final int USUAL_PADDING = 32;

  private static final Map<String, Boolean> MODES =
      Map.of("Inpaint masked", false, "Inpaint not masked", true);
  private static final Map<String, Boolean> AREAS =
      Map.of("Whole picture", false, "Only masked", true);

  private final FoundSettings found;
  private final Remarks remarks;

  MaskImport(FoundSettings found, Remarks remarks) {
    this.found = found;
    this.remarks = remarks;
  }

  /** How the picture came of its source. */
  Manner manner() {
    return read(
            Meaning.NOISE_MULTIPLIER,
            text -> Numbers.decimal(text).stream().boxed().findFirst().map(MaskImport::noise))
        .orElse(Manner.USUAL);
  }

  private static Manner noise(double multiplier) {
    return new Manner(multiplier, false);
  }

  /** The part; nothing if all of the picture came of the source. */
  Optional<RepaintRecord> repaint() {
    boolean any =
        found.settings().stream()
            .anyMatch(
                setting ->
                    setting.meaning() == Meaning.MASK_BLUR
                        || setting.meaning() == Meaning.MASK_MODE
                        || setting.meaning() == Meaning.MASKED_CONTENT
                        || setting.meaning() == Meaning.MASKED_AREA);
    if (!any) {
      return Optional.empty();
    }
    boolean inverted = read(Meaning.MASK_MODE, named(MODES)).orElse(false);
    MaskShape shape =
        read(
                Meaning.MASK_BLUR,
                text ->
                    Numbers.decimal(text).stream()
                        .mapToObj(blur -> new MaskShape(inverted, 0, blur))
                        .findFirst())
            .orElse(new MaskShape(inverted, 0, USUAL_BLUR));
    UnderMask content =
        read(Meaning.MASKED_CONTENT, MaskedContent::find).orElse(UnderMask.ORIGINAL);
    boolean only = read(Meaning.MASKED_AREA, named(AREAS)).orElse(false);
    OptionalInt padding =
        only
            ? OptionalInt.of(read(Meaning.MASKED_PADDING, MaskImport::pixels).orElse(USUAL_PADDING))
            : OptionalInt.empty();
    remarks.add(Reason.MASK_GONE);
    return Optional.of(new RepaintRecord("", shape, content, padding));
  }

  private static Function<String, Optional<Boolean>> named(Map<String, Boolean> names) {
    return text ->
        names.entrySet().stream()
            .filter(name -> name.getKey().equalsIgnoreCase(text))
            .map(Map.Entry::getValue)
            .findFirst();
  }

  private static Optional<Integer> pixels(String text) {
    return Numbers.whole(text)
        .filter(number -> number.bitLength() < Integer.SIZE)
        .map(Number::intValue)
        .filter(number -> number >= 0 && number <= RepaintRecord.MOST_PADDING);
  }

  /** The setting's value, remarked upon. */
  private <T> Optional<T> read(Meaning meaning, Function<String, Optional<T>> reader) {
    Optional<FoundSetting> setting = found.first(meaning);
    if (setting.isEmpty()) {
      return Optional.empty();
    }
    try {
      Optional<T> value = reader.apply(setting.get().value());
      if (value.isPresent()) {
        remarks.applied(setting.get());
        return value;
      }
    } catch (RefusedValue outOfRange) {
      // told like any other that makes no sense
    }
    remarks.unreadable(setting.get());
    return Optional.empty();
  }
}
