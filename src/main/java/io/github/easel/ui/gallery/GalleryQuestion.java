package io.github.easel.ui.gallery;

import io.github.easel.gallery.GalleryFilter;
import io.github.easel.gallery.GalleryQuery;
import io.github.easel.gallery.GalleryQuery.Order;
import io.github.easel.gallery.QueryText;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/** What is looked for in the gallery, and how it comes. */
public final class GalleryQuestion {

  private final StringProperty words = new SimpleStringProperty("");
  private final BooleanProperty meaning = new SimpleBooleanProperty();
  private final ObjectProperty<GalleryFilter> filter =
      new SimpleObjectProperty<>(GalleryFilter.NONE);
  private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.NEWEST);
  private final ObjectProperty<GalleryScope> scope = new SimpleObjectProperty<>(GalleryScope.ALL);
  private final ObjectProperty<Alike> alike = new SimpleObjectProperty<>();
  private final BooleanBinding searching =
      Bindings.createBooleanBinding(
          () ->
              !words.get().isBlank()
                  || !filter.get().equals(GalleryFilter.NONE)
                  || alike.get() != null,
          words,
          filter,
          alike);

  /** Goes to a part of the collection, out of whatever was found by its look. */
  public void go(GalleryScope wanted) {
    alike.set(null);
    scope.set(wanted);
  }

  /** Looks for nothing in particular any more. */
  public void clear() {
    words.set("");
    filter.set(GalleryFilter.NONE);
    alike.set(null);
  }

  /** What is typed, filters among the words, and what is chosen besides. */
  GalleryQuery query() {
    GalleryQuery typed = QueryText.parse(words.get(), order.get());
    GalleryFilter both = FilterEdit.both(typed.filter(), filter.get());
    GalleryQuery within =
        scope.get().within(new GalleryQuery(typed.words().strip(), both, typed.order(), false));
    return typed.discarded() ? within.amongDiscarded(true) : within;
  }

  /** What pictures must be like that are found by their look: all but the part and the order. */
  GalleryQuery besidesLikeness() {
    return GalleryQuery.ALL.withFilter(filter.get());
  }

  /** Whether words are compared by what they mean. */
  boolean isByMeaning() {
    return meaning.get() && !query().words().isBlank() && !isAmongDiscarded();
  }

  /** Whether pictures of the trash are looked at: by its name, or because that was typed. */
  boolean isAmongDiscarded() {
    return alike.get() == null && query().discarded();
  }

  /** Whether all pictures of the collection are asked for, in whatever order. */
  boolean isAll() {
    return !searching.get() && scope.get().equals(GalleryScope.ALL);
  }

  /** What is typed. */
  public StringProperty words() {
    return words;
  }

  /** Whether the words are looked for by their meaning. */
  public BooleanProperty meaning() {
    return meaning;
  }

  /** What pictures must be like besides. */
  public ObjectProperty<GalleryFilter> filter() {
    return filter;
  }

  /** How they come. */
  public ObjectProperty<Order> order() {
    return order;
  }

  /** Which part of the collection is looked at. */
  public ObjectProperty<GalleryScope> scope() {
    return scope;
  }

  /** Pictures that are shown instead, because they are alike; null for none. */
  ObjectProperty<Alike> alike() {
    return alike;
  }

  /** Whether something in particular is looked for. */
  BooleanBinding searching() {
    return searching;
  }

  /** What a change of asks anew at once; words wait until one has stopped typing. */
  Stream<ObservableValue<?>> parts() {
    return Stream.of(meaning, filter, order, scope, alike);
  }
}
