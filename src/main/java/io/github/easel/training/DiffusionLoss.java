package io.github.easel.training;

import io.github.easel.scheduler.NoiseSchedule;
import io.github.easel.scheduler.PredictionType;
import io.github.easel.scheduler.ScheduleConfig;
import io.github.easel.tensor.FloatTensor;

/**
 * The simple loss of diffusion (Ho et al. 2020, equation 14): the mean square of prediction minus
 * noise; of models of velocity, minus v = a e - s x_0 (Salimans and Ho 2022, appendix D).
 */
final class DiffusionLoss {

  private final NoiseSchedule schedule;
  private final boolean velocity;

  DiffusionLoss(ScheduleConfig config) {
    schedule = NoiseSchedule.of(config.betas());
    velocity = config.prediction() == PredictionType.V_PREDICTION;
    if (!velocity && config.prediction() != PredictionType.EPSILON) {
      throw TrainingRefusal.of(TrainingRefusal.Kind.PREDICTION, config.prediction().toString());
    }
  }

  int timesteps() {
    return schedule.trainTimesteps();
  }

  /**
   * Adds noise to a batch, picture by picture.
   *
   * @param timesteps one a picture
   */
  FloatTensor noised(FloatTensor clean, FloatTensor noise, int[] timesteps) {
    return mixed(clean, noise, timesteps, false);
  }

  /** What the network is to say. */
  FloatTensor target(FloatTensor clean, FloatTensor noise, int[] timesteps) {
    return velocity ? mixed(clean, noise, timesteps, true) : noise;
  }

  private FloatTensor mixed(FloatTensor clean, FloatTensor noise, int[] timesteps, boolean wanted) {
    FloatTensor mixed = FloatTensor.zeros(clean.shape());
    int each = clean.size() / timesteps.length;
    for (int i = 0; i < mixed.size(); i++) {
      float left = schedule.alphaBar(timesteps[i / each]);
      float a = (float) Math.sqrt(left);
      float s = (float) Math.sqrt(1 - left);
      mixed.set(
          i, wanted ? a * noise.get(i) - s * clean.get(i) : a * clean.get(i) + s * noise.get(i));
    }
    return mixed;
  }

  /** The mean square. */
  static double of(FloatTensor prediction, FloatTensor target) {
    double sum = 0;
    for (int i = 0; i < target.size(); i++) {
      double difference = prediction.get(i) - target.get(i);
      sum += difference * difference;
    }
    return sum / target.size();
  }

  /**
   * Its gradient.
   *
   * @param share of the batch in the whole step
   */
  static FloatTensor gradient(FloatTensor prediction, FloatTensor target, double share) {
    FloatTensor gradient = FloatTensor.zeros(target.shape());
    for (int i = 0; i < target.size(); i++) {
      double difference = prediction.get(i) - target.get(i);
      gradient.set(i, (float) (2 * difference / target.size() * share));
    }
    return gradient;
  }
}
