package io.github.easel.scheduler;

/**
 * The training steps that a run visits, and where it ends.
 *
 * @param spacing how timesteps are chosen
 * @param stepsOffset added to leading timesteps, from 0; 1 for Stable Diffusion
 * @param setAlphaToOne whether DDIM's last step ends at alphaBar = 1, without noise, rather than at
 *     the first training step's alphaBar
 */
public record TimestepConfig(TimestepSpacing spacing, int stepsOffset, boolean setAlphaToOne) {

  public TimestepConfig {
    if (stepsOffset < 0) {
      throw new IllegalArgumentException("steps offset " + stepsOffset);
    }
  }
}
