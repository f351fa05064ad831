package io.github.easel.ui;

import io.github.easel.app.ModelProfileService;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps in the memory what is wanted of models; files called LoRA are refused. */
public final class FakeProfiles implements ModelProfileService {

  public final Map<String, Profile> kept = new ConcurrentHashMap<>();

  @Override
  public Profile find(String model) {
    return kept.getOrDefault(model, Profile.EMPTY);
  }

  @Override
  public void keep(String model, Profile profile) {
    profile
        .vae()
        .filter(file -> file.contains("lora"))
        .ifPresent(
            file -> {
              throw new GenerationException(Failure.VAE_UNUSABLE, "no VAE", file);
            });
    if (profile.equals(Profile.EMPTY)) {
      kept.remove(model);
    } else {
      kept.put(model, profile);
    }
  }

  /** A model as lists show it: with what is kept in the place of what its maker advises. */
  ModelSummary over(ModelSummary model) {
    Profile said = find(model.name());
    Sampling advised = model.sampling();
    return new ModelSummary(
        model.name(),
        model.folder(),
        model.size(),
        new Sampling(
            said.sampler().flatMap(SamplerKind::find).orElse(advised.sampler()),
            said.schedule().flatMap(ScheduleKind::find).orElse(advised.schedule()),
            said.steps().orElse(advised.steps()),
            said.guidance().orElse(advised.guidanceScale()),
            advised.eta()),
        said.clipSkip().orElse(model.clipSkip()));
  }
}
