package io.github.easel.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kordamp.ikonli.javafx.FontIcon;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Contrast as WCAG 2.1 AA asks for it, measured on what is painted: 4.5 to 1 for text, 3 to 1 for
 * large text (24 pixels, or 18.66 in bold), for icons and for the outlines of fields. What is
 * disabled is exempt.
 */
@ExtendWith(ApplicationExtension.class)
class ContrastTest {

  /**
   * Fields that need none: the figure of a slider is a second way to it, and the prompts' areas lie
   * on an outlined paper of the same size.
   */
  private static final Set<String> WITHOUT_OUTLINE = Set.of("amount-figure");

  /** Pixels around an icon, which may fill most of its own. */
  private static final double AROUND_ICONS = 4;

  /** How far a colour may be off that letters are recognised by, in each channel. */
  private static final double ALIKE = 0.12;

  @ParameterizedTest
  @ValueSource(strings = {"light", "dark"})
  void everyWordAndFieldStandsOut(String theme) {
    Set<String> faint = new TreeSet<>();
    List<String> checked = new ArrayList<>();
    StudioTour.through(
        1440,
        900,
        theme,
        "en",
        (window, state) ->
            WaitForAsyncUtils.waitForAsyncFx(
                60_000,
                () -> {
                  WritableImage painted = window.scene.snapshot(null);
                  StudioTour.visible(window)
                      .filter(node -> !node.isDisabled())
                      .filter(StudioTour::scrolledIntoView)
                      .forEach(node -> check(node, painted, state, faint, checked));
                }));
    assertThat(faint).as("too faint in %s", theme).isEmpty();
    assertThat(checked).hasSizeGreaterThan(100);
  }

  private static void check(
      Node node, WritableImage painted, String state, Set<String> faint, List<String> checked) {
    Optional<Double> contrast;
    double wanted;
    if (node instanceof Text text && !text.getText().isBlank()) {
      contrast = ofText(text, painted);
      wanted = node instanceof FontIcon || large(text) ? 3 : 4.5;
    } else if (node.getStyleClass().stream().anyMatch(WITHOUT_OUTLINE::contains)
        || StudioTour.partOfAControl(node)) {
      return;
    } else if (node instanceof TextInputControl
        || node instanceof ComboBoxBase<?>
        || node instanceof Spinner<?>) {
      contrast = ofOutline(node, painted);
      wanted = 3;
    } else {
      return;
    }
    contrast.ifPresent(
        found -> {
          String name =
              "%s (%s) %s: %.2f of %.1f"
                  .formatted(
                      StudioTour.name(node),
                      state,
                      node instanceof Text text ? text.getText() : "outline",
                      found,
                      wanted);
          checked.add(name);
          if (found < wanted) {
            faint.add(name);
          }
        });
  }

  private static boolean large(Text text) {
    double size = text.getFont().getSize();
    return size >= 24 || (size >= 18.66 && text.getFont().getStyle().contains("Bold"));
  }

  /** Nothing if the text is covered by something else, or lies outside the window. */
  private static Optional<Double> ofText(Text text, WritableImage painted) {
    if (!(text.getFill() instanceof Color fill)) {
      return Optional.empty();
    }
    Bounds bounds = text.localToScene(text.getLayoutBounds());
    double more = text instanceof FontIcon ? AROUND_ICONS : 0;
    List<Color> pixels =
        pixels(
            new BoundingBox(
                bounds.getMinX() - more,
                bounds.getMinY() - more,
                bounds.getWidth() + 2 * more,
                bounds.getHeight() + 2 * more),
            painted);
    if (pixels.isEmpty()) {
      return Optional.empty();
    }
    Color ground = mostFrequent(pixels);
    Color ink = ground.interpolate(opaque(fill), fill.getOpacity() * opacity(text));
    boolean seen = pixels.stream().anyMatch(pixel -> alike(pixel, ink));
    return seen ? Optional.of(contrast(ink, ground)) : Optional.empty();
  }

  /** The best contrast to be met on the way from outside into the field, at half its height. */
  private static Optional<Double> ofOutline(Node field, WritableImage painted) {
    Bounds bounds = field.localToScene(field.getLayoutBounds());
    if (bounds.getWidth() < 8 || bounds.getHeight() < 8) {
      return Optional.empty();
    }
    double middle = bounds.getMinY() + bounds.getHeight() / 2;
    List<Color> way = pixels(new BoundingBox(bounds.getMinX() - 4, middle, 8, 1), painted);
    if (way.size() < 8) {
      return Optional.empty();
    }
    Color outside = way.get(0);
    return way.stream().map(pixel -> contrast(pixel, outside)).max(Comparator.naturalOrder());
  }

  private static List<Color> pixels(Bounds bounds, WritableImage painted) {
    List<Color> pixels = new ArrayList<>();
    PixelReader reader = painted.getPixelReader();
    int right = (int) Math.min(painted.getWidth(), Math.ceil(bounds.getMaxX()));
    int bottom = (int) Math.min(painted.getHeight(), Math.ceil(bounds.getMaxY()));
    for (int y = (int) Math.max(0, bounds.getMinY()); y < bottom; y++) {
      for (int x = (int) Math.max(0, bounds.getMinX()); x < right; x++) {
        pixels.add(reader.getColor(x, y));
      }
    }
    return pixels;
  }

  private static Color mostFrequent(List<Color> pixels) {
    Map<Color, Integer> counts = new HashMap<>();
    pixels.forEach(pixel -> counts.merge(pixel, 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElseThrow();
  }

  private static Color opaque(Color color) {
    return Color.color(color.getRed(), color.getGreen(), color.getBlue());
  }

  private static double opacity(Node node) {
    double product = 1;
    for (Node one = node; one != null; one = one.getParent()) {
      product *= one.getOpacity();
    }
    return product;
  }

  private static boolean alike(Color one, Color other) {
    return Math.abs(one.getRed() - other.getRed()) < ALIKE
        && Math.abs(one.getGreen() - other.getGreen()) < ALIKE
        && Math.abs(one.getBlue() - other.getBlue()) < ALIKE;
  }

  /** WCAG 2.1, "contrast ratio". */
  static double contrast(Color one, Color other) {
    double a = luminance(one);
    double b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  /** WCAG 2.1, "relative luminance". */
  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(double channel) {
    return channel <= 0.03928 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
  }

  @Test
  void measuresAsWcagDoes() {
    assertThat(contrast(Color.BLACK, Color.WHITE)).isEqualTo(21);
    assertThat(contrast(Color.web("#777777"), Color.WHITE)).isBetween(4.47, 4.49);
    assertThat(contrast(Color.WHITE, Color.web("#767676"))).isBetween(4.54, 4.55);
  }
}
