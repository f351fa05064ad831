package io.github.easel.ui.queue;

import io.github.easel.app.FailureContext;
import io.github.easel.app.FailureReport;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Notice;
import io.github.easel.ui.failure.FailureViewModel;
import io.github.easel.ui.queue.LogEntry.Kind;
import io.github.easel.ui.text.Messages;
import io.github.easel.ui.viewer.Picture;
import io.github.easel.ui.viewer.PicturesViewModel;
import java.nio.file.Path;
import java.util.Locale;
import javafx.collections.ListChangeListener;

/** Puts what the studio does into words for the log. */
public final class StudioLog {

  private final LogViewModel log;
  private final Messages messages;

  /**
   * @param messages the texts of this screen; their present language does not matter
   */
  public StudioLog(LogViewModel log, Messages messages) {
    this.log = log;
    this.messages = messages;
  }

  /**
   * Notes the pictures that are made and kept from now on, all failures that are shown, and what an
   * earlier start left.
   */
  public void watch(PicturesViewModel pictures, FailureViewModel failures, QueueViewModel line) {
    pictures
        .all()
        .addListener(
            (ListChangeListener<Picture>)
                change -> {
                  while (change.next()) {
                    change.getAddedSubList().forEach(this::made);
                  }
                });
    failures
        .failure()
        .addListener(
            (property, old, now) -> {
              if (now != null) {
                failed(now);
              }
            });
    line.picturesHeld()
        .addListener(
            (property, old, now) -> {
              if (old.intValue() == 0) {
                broughtBack(now.intValue());
              }
            });
    line.setAside()
        .addListener(
            (property, old, copy) -> {
              if (copy != null) {
                setAside(copy);
              }
            });
  }

  private void made(Picture picture) {
    if (picture.file().get() != null) {
      return; // it was made before this start
    }
    String seed = Long.toString(picture.request().seed());
    picture
        .seconds()
        .ifPresent(
            time ->
                log.add(
                    Kind.PICTURE,
                    locale -> messages.in(locale, "log.picture", seconds(time, locale), seed)));
    picture.notices().forEach(this::noticed);
    picture
        .file()
        .addListener(
            (property, old, file) -> {
              if (old == null && file != null) {
                saved(file);
              }
            });
  }

  /** A model was opened in so many seconds. */
  public void opened(String model, double seconds) {
    log.add(
        Kind.MODEL, locale -> messages.in(locale, "log.model", model, seconds(seconds, locale)));
  }

  /** A picture lies in that file. */
  private void saved(Path file) {
    log.add(Kind.FILE, locale -> messages.in(locale, "log.file", file.toString()));
  }

  /** There is something to be known about a picture. */
  private void noticed(Notice notice) {
    log.add(Kind.NOTICE, locale -> new UserMessages(locale).of(notice));
  }

  /** Something went wrong. */
  void failed(GenerationException failure) {
    FailureReport english = report(failure, Locale.ENGLISH);
    log.add(
        Kind.PROBLEM,
        locale -> {
          FailureReport report = report(failure, locale);
          return report.what() + " " + report.why() + " " + report.advice();
        },
        english.details());
  }

  private static FailureReport report(GenerationException failure, Locale locale) {
    return new UserMessages(locale).report(failure, FailureContext.UNKNOWN);
  }

  /** Jobs of an earlier start wait. */
  private void broughtBack(int pictures) {
    log.add(Kind.NOTICE, locale -> messages.in(locale, "log.held", pictures));
  }

  /** Not all jobs of an earlier start could be read. */
  private void setAside(Path copy) {
    log.add(Kind.PROBLEM, locale -> messages.in(locale, "log.aside", copy.toString()));
  }

  private static String seconds(double seconds, Locale locale) {
    return String.format(locale, seconds < 10 ? "%.1f" : "%.0f", seconds);
  }
}
