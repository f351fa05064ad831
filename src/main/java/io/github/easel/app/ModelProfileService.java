package io.github.easel.app;

import io.github.easel.generation.GenerationException;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** What the user wants of single models when nothing else is asked for. Reads and writes files. */
public interface ModelProfileService {

  /** Services that keep none. */
  ModelProfileService NONE =
      new ModelProfileService() {
        @Override
        public Profile find(String model) {
          return Profile.EMPTY;
        }

        @Override
        public void keep(String model, Profile profile) {
          throw new UnsupportedOperationException("these services keep no profiles");
        }
      };

  /**
   * What goes before the advice beside the model; the model's own for what is left out.
   *
   * @param vae an autoencoder's file in the place of the model's own
   * @param clipSkip 1 to 12
   * @param sampler by any name that is known
   * @param schedule likewise
   */
  record Profile(
      Optional<String> vae,
      OptionalInt clipSkip,
      Optional<String> sampler,
      Optional<String> schedule,
      OptionalInt steps,
      OptionalDouble guidance,
      OptionalInt width,
      OptionalInt height) {

    /** Nothing was said. */
    public static final Profile EMPTY =
        new Profile(
            Optional.empty(),
            OptionalInt.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalInt.empty(),
            OptionalDouble.empty(),
            OptionalInt.empty(),
            OptionalInt.empty());

    /** The same, with the other's values where it has any. */
    public Profile with(Profile other) {
      return new Profile(
          other.vae.or(() -> vae),
          other.clipSkip.isPresent() ? other.clipSkip : clipSkip,
          other.sampler.or(() -> sampler),
          other.sampler.isPresent() ? other.schedule : other.schedule.or(() -> schedule),
          other.steps.isPresent() ? other.steps : steps,
          other.guidance.isPresent() ? other.guidance : guidance,
          other.width.isPresent() ? other.width : width,
          other.height.isPresent() ? other.height : height);
    }
  }

  /**
   * What was said of a model.
   *
   * @throws GenerationException {@code MODEL_NOT_FOUND}
   */
  Profile find(String model);

  /**
   * Keeps it in the place of what was said before; an empty one forgets that. Pictures that are
   * drawn from now on go by it.
   *
   * @throws GenerationException {@code MODEL_...} or {@code VAE_...} naming what cannot be used,
   *     {@code FILE_UNWRITABLE}
   */
  void keep(String model, Profile profile);
}
