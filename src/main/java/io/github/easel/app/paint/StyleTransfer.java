package io.github.easel.app.paint;

import io.github.easel.app.MeaningService;
import io.github.easel.app.StyleService.Family;
import io.github.easel.app.StyleService.Style;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.ColourTransfer;
import io.github.easel.image.Tones;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Gives a picture the style of another one, as far as words and colours can: the styles whose words
 * are nearest to the other picture, and its colours laid over the first before img2img begins. What
 * neither words nor colours say, such as a hand's way of drawing, is not carried over.
 */
public final class StyleTransfer {

  /** A second one is mostly a wrong guess, and two manners work against each other. */
  public static final int USUAL_STYLES = 1;

  private final MeaningService meanings;

  /** A transfer by these towers. */
  public StyleTransfer(MeaningService meanings) {
    this.meanings = meanings;
  }

  /**
   * The styles that describe a picture best, the best first; none if no model has towers.
   *
   * @param styles those to choose from
   */
  public List<Style> nearest(PixelImage picture, List<Style> styles) {
    Map<String, Style> byWords =
        styles.stream()
            .collect(
                Collectors.toMap(
                    StyleTransfer::words, Function.identity(), (first, same) -> first));
    return meanings.nearest(picture, List.copyOf(byWords.keySet())).stream()
        .flatMap(words -> Optional.ofNullable(byWords.get(words)).stream())
        .toList();
  }

  /**
   * The few styles that describe a picture best, of those that were written for a model's family
   * and say how a picture is made: a forest is no style. None if no model has towers.
   *
   * @param most how many at most
   * @param model the name of the model that will draw, or its folder
   */
  public List<Style> suited(PixelImage picture, List<Style> styles, String model, int most) {
    Family family =
        Family.suiting(
            model.substring(1 + Math.max(model.lastIndexOf('/'), model.lastIndexOf('\\'))));
    List<Style> suitable = styles.stream().filter(style -> style.isManner(family)).toList();
    return nearest(picture, suitable).stream().limit(most).toList();
  }

  /** What a style alone says: towers compare it with pictures of anything. */
  private static String words(Style style) {
    String own = style.prompt().replace("{prompt}", "").strip();
    String bare = own.startsWith(",") ? own.substring(1).strip() : own;
    return bare.isEmpty() ? style.name().toLowerCase(Locale.ROOT) : bare;
  }

  /** The content with the colours of the style's picture. */
  public PixelImage recoloured(PixelImage content, PixelImage style) {
    return ColourTransfer.of(content, style, 1);
  }

  /**
   * The colours of a picture, from dark to light.
   *
   * @param parts how many
   * @return as many, 0xRRGGBB
   */
  public static List<Integer> tones(PixelImage picture, int parts) {
    return Tones.of(picture, parts);
  }
}
