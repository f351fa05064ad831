package io.github.easel.cli;

import io.github.easel.app.UserMessages;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code easel gallery}: what can be done with the collection. */
@Command(name = "gallery", mixinStandardHelpOptions = true)
final class GalleryCommand {

  private GalleryCommand() {}

  /** It and all that stands below it. */
  static CommandLine all(Surroundings surroundings, Texts texts, UserMessages messages) {
    GalleryWork work = new GalleryWork(surroundings, texts, messages);
    return new CommandLine(new GalleryCommand())
        .addSubcommand(new GalleryImportCommand(work))
        .addSubcommand(searching(new GallerySearchCommand(work)))
        .addSubcommand(new GalleryRebuildCommand(work))
        .addSubcommand(searching(new GalleryExportCommand(work)));
  }

  /** Lets a word begin with a minus. */
  private static CommandLine searching(Object command) {
    return new CommandLine(command).setUnmatchedOptionsArePositionalParams(true);
  }
}
