package io.github.easel.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.model.ModelCatalogue;
import io.github.easel.model.ModelProfiles;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Profiles in a file of the user's. */
final class LocalModelProfiles implements ModelProfileService {

  private final ModelCatalogue catalogue;
  private final ModelProfiles profiles;
  private final Runnable changed;

  /**
   * @param changed runs when a model has another autoencoder now
   */
  LocalModelProfiles(ModelCatalogue catalogue, ModelProfiles profiles, Runnable changed) {
    this.catalogue = catalogue;
    this.profiles = profiles;
    this.changed = changed;
  }

  @Override
  public Profile find(String model) {
    return profiles
        .find(catalogue.find(model))
        .map(LocalModelProfiles::profile)
        .orElse(Profile.EMPTY);
  }

  @Override
  public void keep(String model, Profile profile) {
    Profile before = find(model);
    profiles.keep(catalogue.find(model), json(profile));
    if (!before.vae().equals(profile.vae())) {
      changed.run();
    }
  }

  private static Profile profile(ObjectNode json) {
    return new Profile(
        text(json.path("vae")),
        whole(json.path("clip_skip")),
        text(json.path("sampler")),
        text(json.path("schedule")),
        whole(json.path("steps")),
        json.path("guidance").isNumber()
            ? OptionalDouble.of(json.path("guidance").doubleValue())
            : OptionalDouble.empty(),
        whole(json.path("width")),
        whole(json.path("height")));
  }

  private static Optional<String> text(JsonNode node) {
    return Optional.ofNullable(node.textValue());
  }

  private static OptionalInt whole(JsonNode node) {
    return node.isInt() ? OptionalInt.of(node.intValue()) : OptionalInt.empty();
  }

  private static ObjectNode json(Profile profile) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    profile.vae().ifPresent(text -> json.put("vae", text));
    profile.clipSkip().ifPresent(number -> json.put("clip_skip", number));
    profile.sampler().ifPresent(text -> json.put("sampler", text));
    profile.schedule().ifPresent(text -> json.put("schedule", text));
    profile.steps().ifPresent(number -> json.put("steps", number));
    profile.guidance().ifPresent(number -> json.put("guidance", number));
    profile.width().ifPresent(number -> json.put("width", number));
    profile.height().ifPresent(number -> json.put("height", number));
    return json;
  }
}
