package io.github.easel.ui.gallery;

import io.github.easel.gallery.ColourLabel;
import io.github.easel.gallery.GalleryFilter;
import io.github.easel.gallery.PictureKind;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import javafx.beans.property.ObjectProperty;
import org.jspecify.annotations.Nullable;

/** Changes a filter part by part. */
final class FilterEdit {

  private final ObjectProperty<GalleryFilter> filter;

  FilterEdit(ObjectProperty<GalleryFilter> filter) {
    this.filter = filter;
  }

  /** The parts of a filter, to be changed one by one. */
  private static final class Parts {
    private Optional<String> model;
    private Optional<String> sampler;
    private int width;
    private int height;
    private Optional<LocalDate> from;
    private Optional<LocalDate> to;
    private int leastStars;
    private boolean favourite;
    private Set<ColourLabel> labels;
    private OptionalLong seed;
    private boolean mask;
    private Set<PictureKind> kinds;
    private final Optional<String> board;

    Parts(GalleryFilter of) {
      model = of.model();
      sampler = of.sampler();
      width = of.width();
      height = of.height();
      from = of.from();
      to = of.to();
      leastStars = of.leastStars();
      favourite = of.favourite();
      labels = of.labels();
      board = of.board();
      seed = of.seed();
      mask = of.mask();
      kinds = of.kinds();
    }

    GalleryFilter filter() {
      return new GalleryFilter(
          model,
          sampler,
          width,
          height,
          from,
          to,
          leastStars,
          favourite,
          labels,
          board,
          seed,
          mask,
          kinds);
    }
  }

  private interface Change {
    void on(Parts parts);
  }

  private void change(Change change) {
    Parts parts = new Parts(filter.get());
    change.on(parts);
    GalleryFilter now = parts.filter();
    if (!now.equals(filter.get())) {
      filter.set(now);
    }
  }

  void stars(int least) {
    change(parts -> parts.leastStars = least);
  }

  void favourite(boolean only) {
    change(parts -> parts.favourite = only);
  }

  void mask(boolean only) {
    change(parts -> parts.mask = only);
  }

  void label(ColourLabel label, boolean wanted) {
    Set<ColourLabel> labels = new TreeSet<>(filter.get().labels());
    if (wanted) {
      labels.add(label);
    } else {
      labels.remove(label);
    }
    change(parts -> parts.labels = labels);
  }

  void kind(PictureKind kind, boolean wanted) {
    Set<PictureKind> kinds = new TreeSet<>(filter.get().kinds());
    if (wanted) {
      kinds.add(kind);
    } else {
      kinds.remove(kind);
    }
    change(parts -> parts.kinds = kinds);
  }

  void allKinds() {
    change(parts -> parts.kinds = Set.of());
  }

  void model(Optional<String> model) {
    change(parts -> parts.model = model);
  }

  void sampler(Optional<String> sampler) {
    change(parts -> parts.sampler = sampler);
  }

  void size(int width, int height) {
    change(
        parts -> {
          parts.width = width;
          parts.height = height;
        });
  }

  void from(@Nullable LocalDate day) {
    change(parts -> parts.from = Optional.ofNullable(day));
  }

  void to(@Nullable LocalDate day) {
    change(parts -> parts.to = Optional.ofNullable(day));
  }

  void anySeed() {
    change(parts -> parts.seed = OptionalLong.empty());
  }

  /** What both ask for; where both name one thing, what was typed counts. */
  static GalleryFilter both(GalleryFilter typed, GalleryFilter chosen) {
    boolean sized = typed.width() > 0 || typed.height() > 0;
    return new GalleryFilter(
        typed.model().or(chosen::model),
        typed.sampler().or(chosen::sampler),
        sized ? typed.width() : chosen.width(),
        sized ? typed.height() : chosen.height(),
        typed.from().or(chosen::from),
        typed.to().or(chosen::to),
        Math.max(typed.leastStars(), chosen.leastStars()),
        typed.favourite() || chosen.favourite(),
        typed.labels().isEmpty() ? chosen.labels() : typed.labels(),
        typed.board().or(chosen::board),
        typed.seed().isPresent() ? typed.seed() : chosen.seed(),
        typed.mask() || chosen.mask(),
        typed.kinds().isEmpty() ? chosen.kinds() : typed.kinds());
  }
}
