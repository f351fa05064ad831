package io.github.easel.cli;

import io.github.easel.app.DeviceReport;
import io.github.easel.app.PictureReport;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Seeding;
import java.nio.file.Path;

/** Tells how the making of pictures goes, to a person or to a program. */
interface Reporter {

  /** The networks run here. */
  void device(DeviceReport device);

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
