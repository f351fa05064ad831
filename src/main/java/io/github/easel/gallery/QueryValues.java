package io.github.easel.gallery;

import io.github.easel.gallery.GalleryQuery.Order;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what stands behind a colon in a search; nothing if it means nothing. */
final class QueryValues {

  /** What {@code is:} can ask for. */
  enum State {
    FAVOURITE,
    MASKED,
    DISCARDED
  }

  /** The sides of a picture in pixels. */
  record Size(int width, int height) {}

  private static final Pattern SIZE = Pattern.compile("(\\d{1,6})[xх×*](\\d{1,6})");
  private static final Pattern STARS = Pattern.compile("([0-5])\\+?");
  private static final Pattern DAY =
      Pattern.compile("(\\d{4})(?:[-./](\\d{1,2})(?:[-./](\\d{1,2}))?)?");

  private static final Map<String, State> STATES =
      Map.ofEntries(
          Map.entry("favourite", State.FAVOURITE),
          Map.entry("favorite", State.FAVOURITE),
          Map.entry("რჩეული", State.FAVOURITE),
          Map.entry("masked", State.MASKED),
          Map.entry("ნიღბიანი", State.MASKED),
          Map.entry("discarded", State.DISCARDED),
          Map.entry("trash", State.DISCARDED),
          Map.entry("წაშლილი", State.DISCARDED));

  private static final Map<String, PictureKind> KINDS =
      Map.ofEntries(
          Map.entry("text", PictureKind.TEXT),
          Map.entry("txt2img", PictureKind.TEXT),
          Map.entry("ტექსტი", PictureKind.TEXT),
          Map.entry("img2img", PictureKind.REFINED),
          Map.entry("სურათი", PictureKind.REFINED),
          Map.entry("inpaint", PictureKind.FILLED),
          Map.entry("შევსება", PictureKind.FILLED),
          Map.entry("unknown", PictureKind.UNKNOWN),
          Map.entry("უცნობი", PictureKind.UNKNOWN));

  private static final Map<String, ColourLabel> LABELS =
      Map.ofEntries(
          Map.entry("red", ColourLabel.RED),
          Map.entry("წითელი", ColourLabel.RED),
          Map.entry("orange", ColourLabel.ORANGE),
          Map.entry("ნარინჯისფერი", ColourLabel.ORANGE),
          Map.entry("yellow", ColourLabel.YELLOW),
          Map.entry("ყვითელი", ColourLabel.YELLOW),
          Map.entry("green", ColourLabel.GREEN),
          Map.entry("მწვანე", ColourLabel.GREEN),
          Map.entry("blue", ColourLabel.BLUE),
          Map.entry("ლურჯი", ColourLabel.BLUE),
          Map.entry("purple", ColourLabel.PURPLE),
          Map.entry("იისფერი", ColourLabel.PURPLE));

  private static final Map<String, Order> ORDERS =
      Map.ofEntries(
          Map.entry("newest", Order.NEWEST),
          Map.entry("ახალი", Order.NEWEST),
          Map.entry("oldest", Order.OLDEST),
          Map.entry("ძველი", Order.OLDEST),
          Map.entry("best", Order.BEST),
          Map.entry("საუკეთესო", Order.BEST),
          Map.entry("name", Order.NAME),
          Map.entry("სახელი", Order.NAME));

  private QueryValues() {}

  static Optional<State> state(String text) {
    return Optional.ofNullable(STATES.get(WordFolding.folded(text)));
  }

  static Optional<PictureKind> kind(String text) {
    return Optional.ofNullable(KINDS.get(WordFolding.folded(text)));
  }

  static Optional<ColourLabel> label(String text) {
    return Optional.ofNullable(LABELS.get(WordFolding.folded(text)));
  }

  static Optional<Order> order(String text) {
    return Optional.ofNullable(ORDERS.get(WordFolding.folded(text)));
  }

  static OptionalInt stars(String text) {
    Matcher matcher = STARS.matcher(text);
    return matcher.matches()
        ? OptionalInt.of(Integer.parseInt(matcher.group(1)))
        : OptionalInt.empty();
  }

  static Optional<Size> size(String text) {
    Matcher matcher = SIZE.matcher(WordFolding.folded(text));
    return matcher.matches()
        ? Optional.of(
            new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  static OptionalLong seed(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** The first day of a year, a month or a day. */
  static Optional<LocalDate> day(String text) {
    Matcher matcher = DAY.matcher(text);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    int month = matcher.group(2) == null ? 1 : Integer.parseInt(matcher.group(2));
    int day = matcher.group(3) == null ? 1 : Integer.parseInt(matcher.group(3));
    try {
      return Optional.of(LocalDate.of(Integer.parseInt(matcher.group(1)), month, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
