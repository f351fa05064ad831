package io.github.easel.cli;

import io.github.easel.generation.Economy;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What is left out to draw sooner. */
final class EconomyOptions {

  @Option(names = "--guided-steps", paramLabel = "FROM-TO", descriptionKey = "option.guided-steps")
  private Optional<String> guidedSteps = Optional.empty();

  @Option(names = "--deep-every", paramLabel = "N", descriptionKey = "option.deep-every")
  private Optional<Integer> deepEvery = Optional.empty();

  @Option(names = "--token-stride", paramLabel = "N", descriptionKey = "option.token-stride")
  private Optional<Integer> tokenStride = Optional.empty();

  @Option(names = "--fast", descriptionKey = "option.fast")
  private boolean fast;

  /**
   * What was asked for.
   *
   * @param usual holds where nothing was
   * @throws io.github.easel.generation.RefusedValue if a value makes no sense
   */
  Economy over(Economy usual) {
    Economy guided = guidedSteps.map(usual::guided).orElse(usual);
    Economy deep = deepEvery.map(guided::withDeepEvery).orElse(guided);
    Economy some = tokenStride.map(deep::withTokenStride).orElse(deep);
    return some.withEightBits(fast || deep.eightBits());
  }
}
