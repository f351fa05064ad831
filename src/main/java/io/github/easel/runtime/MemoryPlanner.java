package io.github.easel.runtime;

import io.github.easel.runtime.EngineOptions.Memory;
import io.github.easel.runtime.MemoryPlan.Level;

/**
 * Chooses, before a picture begins, the fastest way that the memory suffices for. What runs of
 * Stable Diffusion 1.5 were measured to take stands for the work of all models, by the cell.
 */
public final class MemoryPlanner {

  private static final long MIB = 1 << 20;

  /** What Java, the window and the engine hold besides networks. */
  private static final long BASE = 320 * MIB;

  /** What a UNet works with for a cell of one sample; measured at 64x64 and two samples. */
  private static final long UNET_CELL = 24 << 10;

  /** What a decoder works with for a cell: 1.17 GB for 64x64. */
  private static final long DECODER_CELL = 300 << 10;

  private final Memory wish;
  private final long free;

  /**
   * A planner for one opened model.
   *
   * @param wish what somebody chose; a choice other than {@link Memory#AUTO} holds whatever is free
   * @param free bytes that are free on the device before the model is opened; 0 or less where that
   *     is not known, which then never is a reason to be sparing
   */
  public MemoryPlanner(Memory wish, long free) {
    this.wish = wish;
    this.free = free;
  }

  /** One that lets all networks stay open. */
  public static MemoryPlanner roomy() {
    return new MemoryPlanner(Memory.HIGH, 0);
  }

  /**
   * What a picture needs.
   *
   * @param text bytes of the text encoders' weights
   * @param unet bytes of the UNet's
   * @param decoder bytes of the decoder's
   * @param cells of the picture's latents
   * @param batch predictions that a step makes, 1 or more
   */
  public record Need(long text, long unet, long decoder, long cells, int batch) {}

  /** The fastest way that fits; the most sparing one if none does. */
  public MemoryPlan plan(Need need) {
    return switch (wish) {
      case HIGH -> MemoryPlan.of(Level.ALL_STAY);
      case MEDIUM -> MemoryPlan.of(Level.TURNS);
      case LOW -> MemoryPlan.of(Level.SMALL_TILES);
      case AUTO -> fitting(need);
    };
  }

  private MemoryPlan fitting(Need need) {
    if (free <= 0) {
      return MemoryPlan.of(Level.ALL_STAY);
    }
    for (Level level : Level.values()) {
      MemoryPlan plan = MemoryPlan.of(level);
      if (peak(plan, need) <= free) {
        return plan;
      }
    }
    return MemoryPlan.of(Level.SMALL_TILES);
  }

  /**
   * A way that takes less than one with which the memory ran out.
   *
   * @return the same if there is none
   */
  public static MemoryPlan below(MemoryPlan failed, Need need) {
    for (Level level : Level.values()) {
      MemoryPlan plan = MemoryPlan.of(level);
      if (level.compareTo(failed.level()) > 0 && peak(plan, need) < peak(failed, need)) {
        // the estimate was too low already, so no halves
        return level.compareTo(Level.ONE_AT_A_TIME) < 0 ? MemoryPlan.of(Level.ONE_AT_A_TIME) : plan;
      }
    }
    return failed;
  }

  /** Bytes that a picture takes at most at a time. */
  public static long peak(MemoryPlan plan, Need need) {
    long steps = need.cells() * UNET_CELL * (plan.oneAtATime() ? 1 : need.batch());
    long decodes = plan.cellsAtOnce(need.cells()) * DECODER_CELL;
    long whileStepping = need.unet() + steps;
    long whileDecoding = need.decoder() + decodes;
    if (!plan.encodersRest()) {
      // engines keep the working memory of each network for its next run
      return BASE + need.text() + whileStepping + whileDecoding;
    }
    long most =
        plan.denoiserRests()
            ? Math.max(whileStepping, whileDecoding)
            : whileStepping + whileDecoding;
    return BASE + Math.max(need.text(), most);
  }

  /** Whether networks had better rest already while the others are opened. */
  public boolean cautious(long openedSoFar) {
    return switch (wish) {
      case HIGH -> false;
      case MEDIUM, LOW -> true;
      // UNets are five to eight times as large as what is opened before them
      case AUTO -> free > 0 && free < BASE + 10 * openedSoFar;
    };
  }

  /** Whether the plan is the planner's own choice, which somebody may want to know of. */
  public boolean choosesByItself() {
    return wish == Memory.AUTO;
  }
}
