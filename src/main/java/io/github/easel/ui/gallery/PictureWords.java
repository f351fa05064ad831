package io.github.easel.ui.gallery;

import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Marks;
import io.github.easel.gallery.PictureFacts;
import io.github.easel.ui.text.Messages;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is said of pictures. */
final class PictureWords {

  /** Three lines of a hint. */
  private static final int LONGEST = 150;

  private PictureWords() {}

  /** The words it was made from, when it was made, and what was noted of it. */
  static String describe(GalleryPicture picture, Messages messages) {
    List<String> parts = new ArrayList<>();
    parts.add(prompt(picture).filter(words -> !words.isBlank()).orElse(""));
    GalleryItem item = picture.item().get();
    if (item != null) {
      parts.add(time(item.entry().made(), messages));
      Marks marks = item.marks();
      if (marks.favourite()) {
        parts.add(messages.now("marks.favourite"));
      }
      if (marks.stars() > 0) {
        parts.add(messages.now("marks.stars", marks.stars()));
      }
      marks.label().ifPresent(colour -> parts.add(messages.now("colour." + colour)));
    }
    parts.removeIf(String::isBlank);
    return parts.isEmpty() ? messages.now("gallery.picture") : String.join(", ", parts);
  }

  private static Optional<String> prompt(GalleryPicture picture) {
    GalleryItem item = picture.item().get();
    return picture
        .picture()
        .map(own -> own.request().prompt().positive())
        .or(() -> Optional.ofNullable(item).map(known -> known.entry().facts().prompt()));
  }

  private static String time(LocalDateTime made, Messages messages) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
        .withLocale(messages.locale())
        .format(made);
  }

  /** Its words in three lines at most, its size and its seed. */
  static String hint(GalleryPicture picture, Messages messages) {
    List<String> lines = new ArrayList<>();
    prompt(picture).filter(words -> !words.isBlank()).map(PictureWords::cut).ifPresent(lines::add);
    GalleryItem item = picture.item().get();
    if (item != null) {
      PictureFacts facts = item.entry().facts();
      String size = facts.width() + " × " + facts.height();
      lines.add(
          facts.seed().isPresent()
              ? messages.now("hint.seed", size, Long.toString(facts.seed().getAsLong()))
              : size);
      lines.add(item.entry().file().getFileName().toString());
    }
    return String.join("\n", lines);
  }

  private static String cut(String words) {
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST).stripTrailing() + "…";
  }

  /** What stands over the pictures of a section. */
  static String heading(Section section, LocalDate today, Messages messages) {
    if (section.heading() instanceof Section.Day day) {
      return messages.now("gallery.day", day(day.date(), today, messages), section.size());
    }
    return section.heading() instanceof Section.Group group
        ? messages.now("gallery.group", group.number(), section.size())
        : "";
  }

  private static String day(LocalDate date, LocalDate today, Messages messages) {
    if (date.equals(today)) {
      return messages.now("gallery.today");
    }
    if (date.equals(today.minusDays(1))) {
      return messages.now("gallery.yesterday");
    }
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
        .withLocale(messages.locale())
        .format(date);
  }
}
