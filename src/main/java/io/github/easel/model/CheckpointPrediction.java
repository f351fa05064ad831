package io.github.easel.model;

import io.github.easel.scheduler.PredictionType;
import io.github.easel.weights.TensorFile;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a single file's UNet predicts, and how that is known. The weights do not tell, so whatever
 * says it is asked in turn: somebody's setting, the file's notes, a tensor put there as a sign, and
 * for Stable Diffusion 2, of which there are both kinds, training steps and the file's name.
 *
 * @param reason in a few English words
 */
record CheckpointPrediction(PredictionType type, String reason) {

  /** Steps after which version 2's model of 512 pixels was published. */
  private static final String STEPS_OF_512 = "875000";

  /** Steps after which its successor of 768 pixels was published. */
  private static final String STEPS_OF_768 = "110000";

  private static final Pattern NAME_512 = Pattern.compile(".*(?<!\\d)512(?!\\d).*|.*\\bbase\\b.*");
  private static final Pattern NAME_768 = Pattern.compile(".*(?<!\\d)768(?!\\d).*");

  /** Finds out what a checkpoint predicts. */
  static CheckpointPrediction of(
      TensorFile file, ModelAdvice advice, ModelFamily family, boolean inpainting) {
    return advice
        .prediction()
        .map(type -> new CheckpointPrediction(type, "as easel.json says"))
        .or(() -> noted(file))
        .or(() -> signed(file))
        .orElseGet(
            () ->
                family == ModelFamily.TWO && !inpainting
                    ? ofVersionTwo(file)
                    : new CheckpointPrediction(
                        PredictionType.EPSILON, "as usual in this family; no file says"));
  }

  private static Optional<CheckpointPrediction> noted(TensorFile file) {
    String noted =
        file.metadata().getOrDefault("modelspec.prediction_type", "").toLowerCase(Locale.ROOT);
    if (noted.startsWith("v")) {
      return Optional.of(velocity("as the file’s metadata says"));
    }
    if (noted.startsWith("eps")) {
      return Optional.of(epsilon("as the file’s metadata says"));
    }
    String architecture =
        file.metadata().getOrDefault("modelspec.architecture", "").toLowerCase(Locale.ROOT);
    if (architecture.contains("-v2-768-v")) {
      return Optional.of(velocity("as the architecture in the file’s metadata has it"));
    }
    return architecture.contains("-v2-512")
        ? Optional.of(epsilon("as the architecture in the file’s metadata has it"))
        : Optional.empty();
  }

  private static Optional<CheckpointPrediction> signed(TensorFile file) {
    return file.tensors().containsKey("v_pred")
        ? Optional.of(velocity("as the file’s tensor “v_pred” says"))
        : Optional.empty();
  }

  private static CheckpointPrediction ofVersionTwo(TensorFile file) {
    String steps = file.metadata().getOrDefault("global_step", "");
    if (steps.equals(STEPS_OF_512)) {
      return epsilon("as the model of 512 pixels does, which the file’s training steps tell");
    }
    if (steps.equals(STEPS_OF_768)) {
      return velocity("as the model of 768 pixels does, which the file’s training steps tell");
    }
    String name =
        String.valueOf(file.file().getFileName()).toLowerCase(Locale.ROOT).replace('_', '-');
    if (NAME_768.matcher(name).matches()) {
      return velocity("as the file’s name suggests (768)");
    }
    if (NAME_512.matcher(name).matches()) {
      return epsilon("as the file’s name suggests (512)");
    }
    return velocity(
        "as most models of Stable Diffusion 2 do; no file says: if pictures look wrong, write"
            + " \"prediction_type\": \"epsilon\" into easel.json beside the file");
  }

  private static CheckpointPrediction velocity(String reason) {
    return new CheckpointPrediction(PredictionType.V_PREDICTION, reason);
  }

  private static CheckpointPrediction epsilon(String reason) {
    return new CheckpointPrediction(PredictionType.EPSILON, reason);
  }
}
