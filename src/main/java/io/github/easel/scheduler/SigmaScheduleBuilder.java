package io.github.easel.scheduler;

import java.util.Arrays;

/** Lays out the noise levels of one run. */
final class SigmaScheduleBuilder {

  private final ScheduleConfig config;
  private final SigmaConfig wanted;
  private final TrainingSigmas training;
  private final TimestepSpacing spacing;
  private final int steps;

  SigmaScheduleBuilder(ScheduleConfig config, int steps) {
    this.config = config;
    this.wanted = config.samplers().sigmas();
    this.training = new TrainingSigmas(NoiseSchedule.of(config.betas()));
    this.spacing = config.timesteps().spacing().orElse(TimestepSpacing.LINSPACE);
    this.steps = TimestepSpacing.requireSteps(steps, training.count());
  }

  SigmaSchedule visiting(FinalSigma last) {
    double[] timesteps = spacing.visited(steps, training.count(), config.timesteps().stepsOffset());
    double[] sigmas = levels(timesteps);
    if (wanted.curve() == SigmaCurve.TIMESTEPS) {
      if (wanted.interpolation() == SigmaConfig.Interpolation.LOG_LINEAR) {
        sigmas =
            Arrays.copyOf(
                SigmaCurve.EXPONENTIAL.between(training.most(), training.least(), steps + 1),
                steps);
      }
    } else {
      sigmas = curve(sigmas[0], sigmas[steps - 1]);
      timesteps = timestepsOf(sigmas);
    }
    return finish(sigmas, timesteps, last);
  }

  SigmaSchedule solving(FinalSigma last) {
    SigmaCurve curve = wanted.curve();
    if (curve == SigmaCurve.TIMESTEPS) {
      double[] timesteps = spacing.left(steps, training.count(), config.timesteps().stepsOffset());
      return finish(levels(timesteps), timesteps, last);
    }
    double[] sigmas = curve(training.most(), training.least());
    double[] timesteps = timestepsOf(sigmas);
    boolean rounded =
        (curve == SigmaCurve.KARRAS || curve == SigmaCurve.LU)
            && config.betas().schedule() != BetaSchedule.SQUAREDCOS_CAP_V2;
    for (int i = 0; i < steps; i++) {
      timesteps[i] = rounded ? Math.rint(timesteps[i]) : Math.floor(timesteps[i]);
    }
    return finish(sigmas, timesteps, last);
  }

  private double[] curve(double most, double least) {
    return switch (wanted.curve()) {
      case TIMESTEPS, KARRAS, EXPONENTIAL, BETA -> wanted.curve().between(most, least, steps);
      case LU -> exp(SigmaCurve.evenly(training.mostLog(), training.leastLog(), steps));
      case FLOW -> flow();
      case ALIGN_YOUR_STEPS -> AlignYourSteps.sigmas(steps);
    };
  }

  private static double[] exp(double[] logs) {
    return Arrays.stream(logs).map(Math::exp).toArray();
  }

  private double[] flow() {
    double[] shares = SigmaCurve.evenly(1, 1.0 / training.count(), steps + 1);
    double[] sigmas = new double[steps];
    for (int i = 0; i < steps; i++) {
      double noise = 1 - shares[steps - i];
      double shift = wanted.flowShift();
      sigmas[i] = shift * noise / (1 + (shift - 1) * noise);
    }
    return sigmas;
  }

  private double[] levels(double[] timesteps) {
    return Arrays.stream(timesteps).map(training::at).toArray();
  }

  private double[] timestepsOf(double[] sigmas) {
    boolean flow = wanted.curve() == SigmaCurve.FLOW;
    return Arrays.stream(sigmas)
        .map(sigma -> flow ? sigma * training.count() : training.timestepOf(sigma))
        .toArray();
  }

  private SigmaSchedule finish(double[] sigmas, double[] timesteps, FinalSigma last) {
    double[] ended = Arrays.copyOf(sigmas, steps + 1);
    if (last == FinalSigma.SIGMA_MIN) {
      ended[steps] = wanted.curve() == SigmaCurve.FLOW ? sigmas[steps - 1] : training.least();
    }
    boolean startsAtTheEnd =
        spacing != TimestepSpacing.LEADING || wanted.curve() == SigmaCurve.ALIGN_YOUR_STEPS;
    return new SigmaSchedule(ended, timesteps, !startsAtTheEnd);
  }
}
