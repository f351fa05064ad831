package io.github.easel.gallery;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a picture was made, by where it lies and what it is called: {@code
 * <yyyy-MM-dd>/<HHmmss>-...}, as Easel names them. Other programs have folders of days too; a
 * picture in one was made on that day, whenever its file was copied.
 */
public final class PictureTime {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss", Locale.ROOT);
  private static final int TIME_LETTERS = 6;

  private PictureTime() {}

  /**
   * Local time, to the second.
   *
   * @param modified the file's last change, milliseconds since 1970
   */
  public static LocalDateTime of(Path file, long modified) {
    LocalDateTime changed =
        LocalDateTime.ofInstant(Instant.ofEpochMilli(modified), ZoneId.systemDefault())
            .truncatedTo(ChronoUnit.SECONDS);
    return day(file.getParent())
        .map(day -> day.atTime(time(file).orElseGet(() -> within(day, changed))))
        .orElse(changed);
  }

  private static LocalTime within(LocalDate day, LocalDateTime changed) {
    return changed.toLocalDate().equals(day) ? changed.toLocalTime() : LocalTime.MIN;
  }

  private static Optional<LocalDate> day(@Nullable Path folder) {
    try {
      return folder == null || folder.getFileName() == null
          ? Optional.empty()
          : Optional.of(LocalDate.parse(folder.getFileName().toString()));
    } catch (DateTimeException e) {
      return Optional.empty(); // a folder of the user's own
    }
  }

  private static Optional<LocalTime> time(Path file) {
    String name = file.getFileName().toString();
    try {
      return name.indexOf('-') == TIME_LETTERS
          ? Optional.of(LocalTime.parse(name.substring(0, TIME_LETTERS), TIME))
          : Optional.empty();
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
