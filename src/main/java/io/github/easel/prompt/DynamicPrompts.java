package io.github.easel.prompt;

import io.github.easel.generation.Notice;
import java.util.List;

/**
 * Dynamic prompts: templates that make many prompts.
 *
 * <ul>
 *   <li>{@code {a|b|c}}: one of them; {@code {3::a|b}}: the first three times as often
 *   <li>{@code {2$$a|b|c}}: two different ones, with commas between them; {@code {1-3$$...}}: one
 *       to three, {@code {2-$$...}}: two or more; {@code {2$$ and $$a|b|c}}: with that between them
 *   <li>{@code __name__}: a line of a {@linkplain WildcardFolder wildcard file}, which may hold all
 *       of this again; {@code {2$$__name__}}: two different lines
 * </ul>
 *
 * <p>All nest. What is not grammar is words: A1111's brackets, bars and weights stay as they are.
 *
 * <p>With a seed the choice is random but always the same: the numbers are {@code nextDouble} of
 * {@link java.util.SplittableRandom} with that seed, one for how many options are taken (if that is
 * a range) and one for each that is taken, in the order in which they stand.
 */
public final class DynamicPrompts {

  /** No prompt grows longer than this. */
  public static final int MOST_CHARACTERS = 100_000;

  private final WildcardFolder wildcards;

  /**
   * A prompt that was made, or several.
   *
   * @param texts the prompts
   * @param notices what the user should know, such as wildcards that are missing
   */
  public record Expansion(List<String> texts, List<Notice> notices) {

    public Expansion {
      texts = List.copyOf(texts);
      notices = List.copyOf(notices);
    }
  }

  public DynamicPrompts(WildcardFolder wildcards) {
    this.wildcards = wildcards;
  }

  /** The one prompt that the template makes with this seed. */
  public Expansion random(String template, long seed) {
    return new RandomExpansion(wildcards, seed).expand(template);
  }

  /**
   * All prompts that the template can make, in order: the last choice changes first. Weights play
   * no part, and of several options that are taken at once the order is that of the template.
   *
   * @param most how many are made, at most, 1 or more; there is a notice if there are more
   */
  public Expansion all(String template, int most) {
    return new AllExpansions(wildcards, most).expand(template);
  }
}
