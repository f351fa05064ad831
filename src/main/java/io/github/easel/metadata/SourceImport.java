package io.github.easel.metadata;

import io.github.easel.generation.Fit;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Remark.Reason;
import io.github.easel.generation.SourceRecord;
import java.util.Optional;
import java.util.Set;

/** Finds out whether a picture began with another one. */
final class SourceImport {

  /** What means nothing where the file tells of no source. */
  private static final Set<Meaning> OF_A_SOURCE =
      Set.of(
          Meaning.MASK_BLUR,
          Meaning.MASK_MODE,
          Meaning.MASKED_CONTENT,
          Meaning.MASKED_AREA,
          Meaning.MASKED_PADDING,
          Meaning.NOISE_MULTIPLIER);

  private final FoundSettings found;
  private final Remarks remarks;

  SourceImport(FoundSettings found, Remarks remarks) {
    this.found = found;
    this.remarks = remarks;
  }

  /** What is known of it; other programs tell nothing but the strength. */
  Optional<SourceRecord> source() {
    return found.own().map(Provenance::source).orElseGet(this::foreign);
  }

  private Optional<SourceRecord> foreign() {
    Optional<FoundSetting> setting = found.first(Meaning.STRENGTH);
    if (setting.isEmpty()) {
      found.settings().stream()
          .filter(other -> OF_A_SOURCE.contains(other.meaning()))
          .forEach(remarks::unknown);
      return Optional.empty();
    }
    double strength = Numbers.decimal(setting.get().value()).orElse(-1);
    if (!(strength > 0 && strength <= 1)) {
      remarks.unreadable(setting.get());
      return Optional.empty();
    }
    remarks.add(Reason.SOURCE_ELSEWHERE, setting.get().name(), setting.get().value());
    MaskImport mask = new MaskImport(found, remarks);
    return Optional.of(new SourceRecord("", "", strength, Fit.CROP, mask.manner(), mask.repaint()));
  }
}
