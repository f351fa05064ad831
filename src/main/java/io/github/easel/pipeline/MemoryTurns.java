package io.github.easel.pipeline;

import io.github.easel.generation.Notice;
import io.github.easel.runtime.MemoryPlan;
import io.github.easel.runtime.MemoryPlan.Level;
import io.github.easel.runtime.MemoryPlanner;
import io.github.easel.runtime.MemoryPlanner.Need;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The plan for the memory of one opened model, from picture to picture. */
final class MemoryTurns {

  private static final Logger LOG = LoggerFactory.getLogger(MemoryTurns.class);
  private static final long MIB = 1 << 20;

  private final MemoryPlanner planner;
  private MemoryPlan plan = MemoryPlan.of(Level.ALL_STAY);
  private Level least = Level.ALL_STAY;
  private Level told = Level.ALL_STAY;
  private @Nullable Need need;

  MemoryTurns(MemoryPlanner planner) {
    this.planner = planner;
  }

  /** Chooses for a picture, after a failure nothing that takes as much as what failed. */
  void choose(Need wanted) {
    need = wanted;
    MemoryPlan chosen = planner.plan(wanted);
    plan = chosen.level().compareTo(least) < 0 ? MemoryPlan.of(least) : chosen;
    LOG.info(
        "memory: {} for {} cells, batch of {}; weights {} + {} + {} MiB",
        plan.level(),
        wanted.cells(),
        wanted.batch(),
        wanted.text() / MIB,
        wanted.unet() / MIB,
        wanted.decoder() / MIB);
  }

  /** The plan for the picture that is under way. */
  MemoryPlan plan() {
    return plan;
  }

  /** What was chosen, where that is not the usual and was not told yet. */
  Optional<Notice> notice() {
    Level now = plan.level();
    Need wanted = need;
    if (wanted == null || !planner.choosesByItself() || now.compareTo(told) <= 0) {
      return Optional.empty();
    }
    told = now;
    Notice.Kind kind =
        now == Level.SMALL_TILES ? Notice.Kind.MEMORY_SMALL_TILES : Notice.Kind.MEMORY_TURNS;
    return Optional.of(
        new Notice(kind, gigabytes(MemoryPlanner.peak(MemoryPlan.of(Level.ALL_STAY), wanted))));
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / 1e9);
  }

  /**
   * After the memory ran out: plans more sparingly from now on.
   *
   * @return whether that is possible
   */
  boolean stepDown() {
    Need failed = need;
    if (failed == null) {
      return false;
    }
    MemoryPlan below = MemoryPlanner.below(plan, failed);
    if (below.equals(plan)) {
      return false;
    }
    least = below.level();
    told = least; // that it was begun again is told in its place
    return true;
  }
}
