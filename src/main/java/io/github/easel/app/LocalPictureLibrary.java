package io.github.easel.app;

import io.github.easel.generation.PixelImage;
import io.github.easel.image.PictureFile;
import io.github.easel.image.PictureReader;
import io.github.easel.image.PictureSettings;
import io.github.easel.image.Resizing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds pictures by the names that {@link PngPictureStore} gives them: {@code
 * <root>/<yyyy-MM-dd>/<HHmmss>-...png}. Only the folders of the days that are asked for are read.
 */
final class LocalPictureLibrary implements PictureLibrary {

  private static final Logger LOG = LoggerFactory.getLogger(LocalPictureLibrary.class);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
  private static final int TIME_LETTERS = 6;

  private static final Comparator<Kept> NEWEST_FIRST =
      Comparator.comparing(Kept::made)
          .thenComparing(kept -> kept.file().getFileName().toString())
          .reversed();

  private final Path root;

  LocalPictureLibrary(Path root) {
    this.root = root;
  }

  private record Day(LocalDate date, Path folder) {}

  @Override
  public List<Kept> latest(LocalDateTime before, int most) {
    List<Kept> found = new ArrayList<>();
    for (Day day : days(before.toLocalDate())) {
      for (Kept kept : pictures(day)) {
        boolean enough = found.size() >= most;
        if (enough && !kept.made().equals(found.get(found.size() - 1).made())) {
          return found;
        }
        if (kept.made().isBefore(before)) {
          found.add(kept);
        }
      }
    }
    return found;
  }

  private List<Day> days(LocalDate last) {
    return children(root).stream()
        .flatMap(folder -> date(folder).map(date -> new Day(date, folder)).stream())
        .filter(day -> !day.date().isAfter(last))
        .sorted(Comparator.comparing(Day::date).reversed())
        .toList();
  }

  private static List<Kept> pictures(Day day) {
    return children(day.folder()).stream()
        .filter(file -> name(file).toLowerCase(Locale.ROOT).endsWith(".png"))
        .map(file -> new Kept(file, day.date().atTime(time(file))))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static Optional<LocalDate> date(Path folder) {
    try {
      return Optional.of(LocalDate.parse(name(folder)));
    } catch (DateTimeException e) {
      return Optional.empty(); // a folder of the user's own
    }
  }

  /** Files that others put there come at the beginning of their day. */
  private static LocalTime time(Path file) {
    String name = name(file);
    try {
      return LocalTime.parse(name.substring(0, Math.min(TIME_LETTERS, name.length())), TIME);
    } catch (DateTimeException e) {
      return LocalTime.MIN;
    }
  }

  private static List<Path> children(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(folder)) {
      return children.toList();
    } catch (IOException | UncheckedIOException e) {
      LOG.warn("{} cannot be listed: {}", folder, e.toString());
      return List.of();
    }
  }

  @Override
  public PixelImage thumbnail(Path file, int longest) {
    return Resizing.within(PictureReader.read(file), longest);
  }

  @Override
  public Optional<Made> made(Path file) {
    return PictureFile.settings(file)
        .filter(PictureSettings.Own.class::isInstance)
        .map(PictureSettings.Own.class::cast)
        .map(own -> new Made(own.provenance(), own.seconds()));
  }
}
