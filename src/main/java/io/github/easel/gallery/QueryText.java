package io.github.easel.gallery;

import io.github.easel.gallery.GalleryQuery.Order;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A search as an artist types it, filters among the words: {@code fox -cub stars:4 model:"My
 * Model"}. Keys, in English or Georgian, are in {@code docs/gallery.md}. Anything can be typed: an
 * unknown key and a value that means nothing are plain words, and a key without a value, which is
 * still being typed, asks for nothing. Of a key that is there twice the last counts, but colours
 * and kinds add up.
 */
public final class QueryText {

  private final List<String> words = new ArrayList<>();
  private final Set<ColourLabel> labels = EnumSet.noneOf(ColourLabel.class);
  private final Set<PictureKind> kinds = EnumSet.noneOf(PictureKind.class);
  private Optional<String> model = Optional.empty();
  private Optional<String> sampler = Optional.empty();
  private Optional<String> board = Optional.empty();
  private Optional<LocalDate> from = Optional.empty();
  private Optional<LocalDate> to = Optional.empty();
  private OptionalLong seed = OptionalLong.empty();
  private Optional<QueryValues.Size> size = Optional.empty();
  private int stars;
  private boolean favourite;
  private boolean mask;
  private boolean discarded;
  private Order order;

  private QueryText(Order order) {
    this.order = order;
  }

  /** What was typed, as a query; newest first unless an order was typed. */
  public static GalleryQuery parse(String typed) {
    return parse(typed, Order.NEWEST);
  }

  /**
   * Likewise, where another order was chosen than typed.
   *
   * @param otherwise how pictures come unless an order was typed
   */
  public static GalleryQuery parse(String typed, Order otherwise) {
    QueryText text = new QueryText(otherwise);
    for (TypedWord word : TypedWord.all(typed)) {
      boolean isFilter =
          !word.minus() && QueryKey.find(word.key()).map(key -> text.take(key, word)).orElse(false);
      if (!isFilter) {
        text.words.add(word.raw());
      }
    }
    return text.query();
  }

  /**
   * Likewise for the arguments of a command. A shell has taken the quotes away: {@code board:"My
   * board"} comes as one argument, and its value is all that stands behind the colon, unless
   * another filter follows in the same argument.
   */
  public static GalleryQuery ofArguments(List<String> arguments) {
    return parse(arguments.stream().map(QueryText::quoted).collect(Collectors.joining(" ")));
  }

  private static String quoted(String argument) {
    List<TypedWord> words = TypedWord.all(argument);
    boolean several = words.size() > 1 && words.stream().noneMatch(TypedWord::closed);
    long keys = words.stream().filter(word -> QueryKey.find(word.key()).isPresent()).count();
    if (!several || keys != 1 || QueryKey.find(words.get(0).key()).isEmpty()) {
      return argument;
    }
    int colon = argument.indexOf(':');
    return argument.substring(0, colon + 1) + '"' + argument.substring(colon + 1) + '"';
  }

  private GalleryQuery query() {
    GalleryFilter filter =
        new GalleryFilter(
            model,
            sampler,
            size.map(QueryValues.Size::width).orElse(0),
            size.map(QueryValues.Size::height).orElse(0),
            from,
            to,
            stars,
            favourite,
            labels,
            board,
            seed,
            mask,
            kinds);
    return new GalleryQuery(String.join(" ", words), filter, order, discarded);
  }

  /** Whether the value meant something to the key. */
  private boolean take(QueryKey key, TypedWord word) {
    String value = word.text().strip();
    return value.isEmpty()
        || switch (key) {
          case MODEL -> {
            model = Optional.of(value);
            yield true;
          }
          case SAMPLER -> {
            sampler = Optional.of(value);
            yield true;
          }
          case BOARD -> {
            board = Optional.of(value);
            yield true;
          }
          case AFTER -> {
            Optional<LocalDate> day = QueryValues.day(value);
            from = day.or(() -> from);
            yield day.isPresent();
          }
          case BEFORE -> {
            Optional<LocalDate> day = QueryValues.day(value).map(next -> next.minusDays(1));
            to = day.or(() -> to);
            yield day.isPresent();
          }
          case LABEL -> {
            Optional<ColourLabel> label = QueryValues.label(value);
            label.ifPresent(labels::add);
            yield label.isPresent();
          }
          case KIND -> {
            Optional<PictureKind> kind = QueryValues.kind(value);
            kind.ifPresent(kinds::add);
            yield kind.isPresent();
          }
          case STARS, SEED, SIZE -> takeNumbers(key, value);
          case IS -> takeState(value);
          case SORT -> takeOrder(value);
        };
  }

  private boolean takeNumbers(QueryKey key, String value) {
    if (key == QueryKey.STARS) {
      OptionalInt least = QueryValues.stars(value);
      stars = least.orElse(stars);
      return least.isPresent();
    }
    if (key == QueryKey.SEED) {
      OptionalLong one = QueryValues.seed(value);
      seed = one.isPresent() ? one : seed;
      return one.isPresent();
    }
    Optional<QueryValues.Size> one = QueryValues.size(value);
    size = one.or(() -> size);
    return one.isPresent();
  }

  private boolean takeState(String value) {
    Optional<QueryValues.State> state = QueryValues.state(value);
    favourite |= state.equals(Optional.of(QueryValues.State.FAVOURITE));
    mask |= state.equals(Optional.of(QueryValues.State.MASKED));
    discarded |= state.equals(Optional.of(QueryValues.State.DISCARDED));
    return state.isPresent();
  }

  private boolean takeOrder(String value) {
    Optional<Order> wanted = QueryValues.order(value);
    order = wanted.orElse(order);
    return wanted.isPresent();
  }
}
