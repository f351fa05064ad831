package io.github.easel.cli;

import io.github.easel.app.DeviceReport;
import io.github.easel.app.PictureReport;
import io.github.easel.app.PromptExpansion.Planned;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.Notice;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Seeding;
import java.nio.file.Path;

/** Tells how the making of pictures goes, to a person or to a program. */
interface Reporter {

  /** The networks run here. */
  void device(DeviceReport device);

  /** Something about the words of all pictures that the user should know. */
  void notice(Notice notice);

  /**
   * The final words of a picture, if they may differ from those that were typed.
   *
   * @param index from 1
   * @param result whether they are all that was asked for, because no picture will be drawn
   */
  void planned(int index, int count, Planned picture, boolean result);

  /**
   * The settings were taken from a file.
   *
   * @param file as the user named it
   */
  void recalled(Path file, PictureReport report);

  /**
   * A picture begins; the listener is for it alone.
   *
   * @param index from 1
   */
  ProgressListener begin(int index, int count, Seeding seeding);

  /** The picture is on the disk. */
  void finish(GenerationResult result, Path file);

  /**
   * It ended early.
   *
   * @param failure a name for programs
   * @param message a sentence for the person
   */
  void fail(String failure, String message);
}
