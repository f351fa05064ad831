package io.github.easel.app;

import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.PictureReport.Setting;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Mask;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Remark;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.Source;
import io.github.easel.generation.SourceRecord;
import io.github.easel.image.Infotext;
import io.github.easel.metadata.FoundSettings;
import io.github.easel.metadata.ImportedSettings;
import io.github.easel.metadata.KnownModel;
import io.github.easel.metadata.PictureTexts;
import io.github.easel.metadata.SettingsImport;
import io.github.easel.metadata.SettingsReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads pictures' settings, fits them to the models at hand and finds their sources again. */
final class PictureSettingsService implements SettingsService {

  /** Stands in where there is no model at all, so that a picture can be looked into even then. */
  private static final KnownModel NONE =
      new KnownModel(
          "starter",
          new ImageSize(512, 512),
          new Sampling(SamplerKind.DDIM, 20, 7.5),
          ImageSize.LATENT_FACTOR);

  private final ModelService models;
  private final SourcePictures sources;

  PictureSettingsService(ModelService models, SourcePictures sources) {
    this.models = models;
    this.sources = sources;
  }

  @Override
  public Optional<PictureReport> read(Path file, Optional<String> model, long seed) {
    return SettingsReader.read(file).map(found -> report(found, model, seed));
  }

  @Override
  public Optional<PictureReport> readText(String text, Optional<String> model, long seed) {
    return SettingsReader.of(text).map(found -> report(found, model, seed));
  }

  @Override
  public String write(Provenance provenance) {
    return Infotext.write(provenance);
  }

  @Override
  public Map<String, String> texts(Path file) {
    return PictureTexts.of(file);
  }

  private PictureReport report(FoundSettings found, Optional<String> model, long seed) {
    List<KnownModel> known = new ArrayList<>();
    // A model that was asked for may be a folder that no list holds.
    model.map(models::find).map(this::known).ifPresent(known::add);
    models.list().stream().map(this::known).forEach(known::add);
    KnownModel current = known.isEmpty() ? NONE : known.get(0);
    GenerationRequest defaults =
        new GenerationRequest(
            Prompt.of(""), current.name(), current.size(), current.sampling(), seed);
    ImportedSettings imported =
        SettingsImport.apply(found, defaults, model.isPresent() ? List.of(current) : known);
    List<Remark> remarks = new ArrayList<>(imported.applied());
    remarks.addAll(imported.changed());
    Optional<Source> source = imported.source().flatMap(record -> found(record, remarks));
    remarks.addAll(imported.notUnderstood());
    return new PictureReport(
        found.program().label(),
        imported.request().prompt(),
        found.settings().stream()
            .map(setting -> new Setting(setting.name(), setting.value(), setting.written()))
            .toList(),
        imported.request().withSource(source),
        imported.source(),
        remarks);
  }

  /** The source with its pixels, if there is a copy of them. */
  private Optional<Source> found(SourceRecord record, List<Remark> remarks) {
    if (record.sha256().isEmpty()) {
      return Optional.empty();
    }
    Optional<PixelImage> pixels = sources.find(record.sha256());
    if (pixels.isEmpty()) {
      String name = record.name().isEmpty() ? record.sha256().substring(0, 10) : record.name();
      remarks.add(Remark.of(Remark.Reason.SOURCE_GONE, name));
    }
    return pixels.map(image -> record.with(image, mask(record, remarks)));
  }

  /** The mask of its part, if there is a part and a copy of the mask. */
  private Optional<Mask> mask(SourceRecord record, List<Remark> remarks) {
    Optional<Mask> mask = record.repaint().flatMap(part -> sources.findMask(part.sha256()));
    if (record.repaint().isPresent() && mask.isEmpty()) {
      remarks.add(Remark.of(Remark.Reason.MASK_GONE));
    }
    return mask;
  }

  private KnownModel known(ModelSummary model) {
    return new KnownModel(
        model.name(),
        model.size(),
        model.sampling(),
        models.sizeMultiple(model.name()),
        models.mostClipSkip(model.name()));
  }
}
