package io.github.easel.metadata;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Remark.Reason;
import io.github.easel.generation.Remark.Verdict;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.SourceRecord;
import java.util.List;
import java.util.Optional;

/** Makes a request of what a picture says, and tells what became of each of its settings. */
public final class SettingsImport {

  private final FoundSettings found;
  private final List<KnownModel> models;
  private final Remarks remarks;

  private SettingsImport(FoundSettings found, List<KnownModel> models) {
    this.found = found;
    this.models = models;
    this.remarks = new Remarks(found.program());
  }

  /**
   * The request that comes nearest to the picture.
   *
   * @param defaults stand in for what the picture does not say; its model for one that is not at
   *     hand, although another model's own size and sampling come before those of the defaults
   * @param models the models at hand
   */
  public static ImportedSettings apply(
      FoundSettings found, GenerationRequest defaults, List<KnownModel> models) {
    SettingsImport settings = new SettingsImport(found, models);
    GenerationRequest request =
        found
            .own()
            .map(own -> settings.own(own, defaults))
            .orElseGet(() -> settings.foreign(defaults));
    Remarks remarks = settings.remarks;
    Optional<SourceRecord> source = new SourceImport(found, remarks).source();
    return new ImportedSettings(
        request,
        source,
        remarks.of(Verdict.APPLIED),
        remarks.of(Verdict.CHANGED),
        remarks.of(Verdict.NOT_UNDERSTOOD));
  }

  /** Our own pictures name the model by its folder, or by its name where it was somewhere else. */
  private GenerationRequest own(Provenance own, GenerationRequest defaults) {
    GenerationRequest request = own.request();
    String name =
        ModelNames.find(request.model(), models)
            .or(() -> ModelNames.find(own.modelName(), models))
            .map(KnownModel::name)
            .orElse(defaults.model());
    for (FoundSetting setting : found.settings()) {
      if (setting.meaning() == Meaning.MODEL && !ModelNames.same(setting.value(), name)) {
        remarks.add(Reason.MODEL_ELSEWHERE, setting.value(), name);
      } else if (setting.meaning() != Meaning.INFORMATION) {
        remarks.applied(setting);
      }
    }
    return new GenerationRequest(
        request.prompt(), name, request.size(), request.sampling(), request.seeding());
  }

  private GenerationRequest foreign(GenerationRequest defaults) {
    KnownModel model = model(defaults);
    ImageSize size = new SizeImport(found, model, remarks).size();
    Sampling sampling = new SamplingImport(found, remarks).sampling(model.sampling());
    GenerationRequest request =
        new GenerationRequest(
            new PromptImport(found, model, remarks).prompt(),
            model.name(),
            size,
            sampling,
            new SeedingImport(found, remarks).seeding(defaults.seeding()));
    for (FoundSetting setting : found.settings()) {
      if (setting.meaning() == Meaning.UNKNOWN) {
        remarks.unknown(setting);
      }
    }
    return request;
  }

  private KnownModel model(GenerationRequest defaults) {
    KnownModel current =
        ModelNames.find(defaults.model(), models)
            .orElseGet(
                () ->
                    new KnownModel(
                        defaults.model(),
                        defaults.size(),
                        defaults.sampling(),
                        ImageSize.LATENT_FACTOR));
    return found
        .first(Meaning.MODEL)
        .map(
            setting ->
                ModelNames.find(setting.value(), models)
                    .map(
                        model -> {
                          remarks.applied(setting);
                          return model;
                        })
                    .orElseGet(
                        () -> {
                          remarks.add(Reason.MODEL_ELSEWHERE, setting.value(), current.name());
                          return current;
                        }))
        .orElse(current);
  }
}
