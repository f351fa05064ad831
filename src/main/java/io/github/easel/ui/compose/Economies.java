package io.github.easel.ui.compose;

import io.github.easel.generation.Economy;
import io.github.easel.generation.PlainNumber;
import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;

/** What the window offers to leave out, and how it calls that. */
final class Economies {

  private static final double PERCENT = 100;
  private static final double MOST = 0.6;
  private static final int DEEP_EVERY = 3;
  private static final int STRIDE = 2;

  /** From everything in full to the soonest. */
  static final List<Economy> OFFERED =
      List.of(
          Economy.NONE,
          new Economy(0, MOST, 1),
          new Economy(0, 1, DEEP_EVERY),
          new Economy(0, MOST, DEEP_EVERY),
          Economy.NONE.withTokenStride(STRIDE),
          Economy.NONE.withEightBits(true));

  private Economies() {}

  static String name(Economy economy, Messages messages) {
    if (economy.equals(Economy.NONE)) {
      return messages.now("compose.economy.none");
    }
    List<String> parts = new ArrayList<>();
    if (economy.guidedFrom() > 0) {
      parts.add(
          messages.now(
              "compose.economy.between",
              percent(economy.guidedFrom()),
              percent(economy.guidedUntil())));
    } else if (economy.guidedUntil() < 1) {
      parts.add(messages.now("compose.economy.until", percent(economy.guidedUntil())));
    }
    if (economy.deepEvery() > 1) {
      parts.add(messages.now("compose.economy.deep", Integer.toString(economy.deepEvery())));
    }
    if (economy.tokenStride() > 1) {
      parts.add(messages.now("compose.economy.stride", Integer.toString(economy.tokenStride())));
    }
    if (economy.eightBits()) {
      parts.add(messages.now("compose.economy.eight"));
    }
    return String.join(", ", parts);
  }

  private static String percent(double share) {
    return PlainNumber.rounded(share * PERCENT, 0);
  }
}
