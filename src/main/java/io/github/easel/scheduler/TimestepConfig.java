package io.github.easel.scheduler;

import java.util.Optional;

/**
 * The training steps that a run visits, and where it ends.
 *
 * @param spacing how timesteps are chosen; if empty, in the way that is usual for the sampler:
 *     leading for those that walk down the training steps, linspace for those that walk down sigma
 * @param stepsOffset added to leading timesteps, from 0; 1 for Stable Diffusion
 * @param setAlphaToOne whether DDIM's last step ends at alphaBar = 1, without noise, rather than at
 *     the first training step's alphaBar
 */
public record TimestepConfig(
    Optional<TimestepSpacing> spacing, int stepsOffset, boolean setAlphaToOne) {

  public TimestepConfig {
    if (stepsOffset < 0) {
      throw new IllegalArgumentException("steps offset " + stepsOffset);
    }
  }

  /** Timesteps of a known spacing. */
  public TimestepConfig(TimestepSpacing spacing, int stepsOffset, boolean setAlphaToOne) {
    this(Optional.of(spacing), stepsOffset, setAlphaToOne);
  }

  /** The same with another spacing, whose first timestep is not moved. */
  public TimestepConfig withSpacing(TimestepSpacing other) {
    return new TimestepConfig(Optional.of(other), stepsOffset, setAlphaToOne);
  }
}
