package io.github.easel.hub;

import java.time.Duration;

/**
 * How long the hub is waited for. There is no limit to a whole download, which on a slow line may
 * take a night.
 *
 * @param connect until a connection stands
 * @param answer until an answer begins
 * @param stall between two pieces of an answer
 */
public record HubTimes(Duration connect, Duration answer, Duration stall) {

  /** For lines between people's homes and the hub. */
  public static final HubTimes USUAL =
      new HubTimes(Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(60));
}
