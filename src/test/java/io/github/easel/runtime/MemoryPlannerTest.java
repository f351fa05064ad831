package io.github.easel.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.runtime.EngineOptions.Memory;
import io.github.easel.runtime.MemoryPlan.Level;
import io.github.easel.runtime.MemoryPlanner.Need;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The planner against the sizes of real models and what runs of them were measured to take. */
class MemoryPlannerTest {

  private static final long MIB = 1 << 20;

  /** Stable Diffusion 1.5 in 32 bits, 512x512 with guidance. */
  private static final Need FULL = new Need(470 * MIB, 3279 * MIB, 189 * MIB, 64 * 64, 2);

  /** The same in 16 bits but for the decoder. */
  private static final Need HALF = new Need(235 * MIB, 1640 * MIB, 189 * MIB, 64 * 64, 2);

  @Test
  void theEstimateIsNearWhatWasMeasured() {
    // resident at most, SD 1.5's shapes on the CPU with all networks open: 5440 MiB
    assertThat(MemoryPlanner.peak(MemoryPlan.of(Level.ALL_STAY), FULL) / MIB)
        .isBetween(5100L, 5800L);
  }

  @ParameterizedTest
  @CsvSource({
    "16000, ALL_STAY",
    "5800, ALL_STAY",
    "5200, ENCODERS_REST",
    "4000, TURNS",
    "2000, SMALL_TILES"
  })
  void theFastestWayThatFitsIsTaken(long free, Level expected) {
    assertThat(plan(free, FULL)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    // a card's size less what its window and CUDA itself hold
    "4, TURNS, SMALL_TILES",
    "6, ALL_STAY, TURNS",
    "8, ALL_STAY, ALL_STAY",
    "12, ALL_STAY, ALL_STAY"
  })
  void cardsOfUsualSizesHaveTheirWays(int size, Level at512, Level at1024) {
    long free = size * 1024L - 1000;
    Need large = new Need(HALF.text(), HALF.unet(), HALF.decoder(), 128 * 128, 2);
    assertThat(plan(free, HALF).compareTo(at512)).isNotPositive();
    assertThat(plan(free, large).compareTo(at1024)).isNotPositive();
    assertThat(MemoryPlanner.peak(MemoryPlan.of(plan(free, large)), large))
        .isLessThanOrEqualTo(free * MIB);
  }

  @Test
  void eachLevelTakesNoMoreThanTheOneBefore() {
    long before = Long.MAX_VALUE;
    for (Level level : Level.values()) {
      long peak = MemoryPlanner.peak(MemoryPlan.of(level), FULL);
      assertThat(peak).isLessThanOrEqualTo(before);
      before = peak;
    }
  }

  @Test
  void fourTimesThePixelsTakeLessThanThreeGigabytesMore() {
    Need large = new Need(FULL.text(), FULL.unet(), FULL.decoder(), 128 * 128, 2);
    for (Level level : Level.values()) {
      MemoryPlan plan = MemoryPlan.of(level);
      assertThat(MemoryPlanner.peak(plan, large) - MemoryPlanner.peak(plan, FULL))
          .isLessThan(3000 * MIB);
    }
  }

  @Test
  void unknownMemoryIsNoReasonToBeSparing() {
    assertThat(plan(0, FULL)).isEqualTo(Level.ALL_STAY);
  }

  @Test
  void aChoiceHoldsWhateverIsFree() {
    assertThat(new MemoryPlanner(Memory.HIGH, MIB).plan(FULL).level()).isEqualTo(Level.ALL_STAY);
    assertThat(new MemoryPlanner(Memory.MEDIUM, 1L << 40).plan(FULL).level())
        .isEqualTo(Level.TURNS);
    assertThat(new MemoryPlanner(Memory.LOW, 1L << 40).plan(FULL).level())
        .isEqualTo(Level.SMALL_TILES);
  }

  @Test
  void steppingDownTakesLessAndEnds() {
    MemoryPlan plan = MemoryPlan.of(Level.ALL_STAY);
    int steps = 0;
    for (MemoryPlan next = MemoryPlanner.below(plan, FULL);
        !next.equals(plan);
        next = MemoryPlanner.below(plan, FULL)) {
      assertThat(MemoryPlanner.peak(next, FULL)).isLessThan(MemoryPlanner.peak(plan, FULL));
      plan = next;
      steps++;
    }
    assertThat(steps).isPositive();
  }

  private static Level plan(long freeMib, Need need) {
    return new MemoryPlanner(Memory.AUTO, freeMib * MIB).plan(need).level();
  }
}
