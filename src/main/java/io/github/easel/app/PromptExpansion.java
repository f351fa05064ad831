package io.github.easel.app;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Notice;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Seeding;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Makes the final words and seeds of pictures from what was typed, before any is drawn. */
public interface PromptExpansion {

  /** So many pictures are made at once, at most. */
  int MOST_PICTURES = 10_000;

  /**
   * What is to be done with the words. They are done in this order.
   *
   * @param matrix whether the prompt is {@code base | option | option}
   * @param styles names of styles, applied one after the other
   * @param dynamic whether {@code {a|b}} and {@code __name__} are expanded, anew for each seed
   * @param combinations make all combinations of the prompt, but at most this many; the negative
   *     prompt is expanded by the seed
   * @param wildcards the folder of wildcards in the place of the user's usual one
   */
  record Wishes(
      boolean matrix,
      List<String> styles,
      boolean dynamic,
      Optional<Integer> combinations,
      Optional<Path> wildcards) {

    public Wishes {
      styles = List.copyOf(styles);
    }

    /** Nothing: the words stay as they are. */
    public static Wishes none() {
      return new Wishes(false, List.of(), false, Optional.empty(), Optional.empty());
    }

    /** Whether the words may change. */
    public boolean any() {
      return several() || dynamic || !styles.isEmpty();
    }

    /** Whether there may be several prompts for one seed. */
    public boolean several() {
      return matrix || combinations.isPresent();
    }
  }

  /** One picture: its final words and its seed. */
  record Planned(Prompt prompt, Seeding seeding) {}

  /**
   * All pictures.
   *
   * @param notices what the user should know about the words, such as wildcards that are missing
   */
  record Plan(List<Planned> pictures, List<Notice> notices) {

    public Plan {
      pictures = List.copyOf(pictures);
      notices = List.copyOf(notices);
    }
  }

  /**
   * Plans pictures. Where there are several prompts, each has the same seeds, so that pictures
   * differ by their words only.
   *
   * @param first the seeding of the first picture
   * @param count how many pictures of each prompt, with seeds that count on
   * @throws GenerationException {@link Failure#STYLE_NOT_FOUND}, {@link Failure#TOO_MANY_PICTURES},
   *     or {@link Failure#FILE_UNREADABLE} if the user's styles cannot be read
   */
  Plan plan(Prompt prompt, Seeding first, int count, Wishes wishes);
}
