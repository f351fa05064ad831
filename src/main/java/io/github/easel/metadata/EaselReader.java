package io.github.easel.metadata;

import io.github.easel.generation.Provenance;
import io.github.easel.image.Infotext;
import io.github.easel.image.ProvenanceJson;
import java.util.List;
import java.util.Optional;

/** Reads Easel's own record: exact, so that nothing of it is put into other words. */
final class EaselReader {

  private EaselReader() {}

  static Optional<FoundSettings> read(String text) {
    return ProvenanceJson.read(text).map(EaselReader::found);
  }

  private static FoundSettings found(Provenance provenance) {
    // The text for other programs names the settings for people too.
    List<FoundSetting> settings = InfotextReader.read(Infotext.write(provenance)).settings();
    return new FoundSettings(
        SourceProgram.EASEL,
        provenance.request().prompt(),
        settings.stream().filter(FoundSetting::written).toList(),
        Optional.of(provenance));
  }
}
