package io.github.easel.app;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Prompt;
import java.util.List;
import java.util.Locale;

/** Style presets: those that come with Easel and the user's own. */
public interface StyleService {

  /** What a style was written for. */
  enum Family {
    /** The user's own. */
    OWN,
    /** The starter model. */
    STARTER,
    /** Stable Diffusion of any version. */
    STABLE_DIFFUSION;

    /**
     * The family that suits a model: the starter model was trained with words of its own, all
     * others are Stable Diffusion.
     *
     * @param model its name
     */
    public static Family suiting(String model) {
      return model.toLowerCase(Locale.ROOT).contains("starter") ? STARTER : STABLE_DIFFUSION;
    }
  }

  /**
   * A style.
   *
   * @param name in English, or as the user wrote it
   * @param georgianName in Georgian, or as the user wrote it
   * @param family what it was written for
   * @param prompt words with {@code {prompt}} in the place of the prompt, or words that follow it
   * @param negative likewise for the negative prompt
   * @param manner whether it says how a picture is made (watercolor), and not what surrounds the
   *     thing in it (forest); of the user's own nobody knows
   */
  record Style(
      String name,
      String georgianName,
      Family family,
      String prompt,
      String negative,
      boolean manner) {

    /** Whether it says how a picture is made, in words of that family. */
    public boolean isManner(Family wanted) {
      return manner && family == wanted;
    }
  }

  /**
   * All styles, the user's own first.
   *
   * @throws GenerationException {@link Failure#FILE_UNREADABLE} if the user's file is damaged
   */
  List<Style> list();

  /** The styles that come with Easel; they need no file that could be damaged. */
  List<Style> builtIn();

  /**
   * The style of that name, English or Georgian, in any case of letters.
   *
   * @throws GenerationException {@link Failure#STYLE_NOT_FOUND}, or as {@link #list} does
   */
  Style find(String name);

  /** The prompt in several styles, one after the other. */
  Prompt apply(List<Style> styles, Prompt prompt);
}
