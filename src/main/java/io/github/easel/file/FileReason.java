package io.github.easel.file;

import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The usual reasons why a file cannot be read or written, each a short English phrase without the
 * path. Failures carry the phrase as a fact; front ends find the reason by it and say it in their
 * language.
 */
public enum FileReason {
  NOT_THERE(
      "the file or its folder does not exist",
      "no such file or directory",
      "cannot find the file specified",
      "cannot find the path specified",
      "network path was not found"),
  DENIED("access is denied", "permission denied", "operation not permitted"),
  NAME_TAKEN(
      "another file has that name",
      "file exists",
      "cannot create a file when that file already exists"),
  NO_SPACE(
      "there is not enough room on the disk",
      "no space left on device",
      "not enough space on the disk",
      "disk quota exceeded"),
  READ_ONLY("the disk can only be read", "read-only file system", "media is write protected"),
  FOLDER("it is a folder", "is a directory"),
  NO_FOLDER("it is no folder", "not a directory", "directory name is invalid"),
  NAME_TOO_LONG("its name is too long", "file name too long", "filename or extension is too long"),
  IN_USE(
      "another program is using it",
      "being used by another process",
      "text file busy",
      "resource busy"),
  TOO_MANY_OPEN("too many files are open", "too many open files"),
  FILE_TOO_LARGE("the file is too large for this disk", "file too large"),
  DISK_FAULT("the disk reports a fault", "input/output error", "i/o device error"),
  LINKS_IN_A_CIRCLE("its links lead in a circle", "too many levels of symbolic links"),
  LINK_TO_NOTHING("it is a link that leads to nothing"),
  LINK_TO_ITSELF("it is a link that leads to itself"),
  GONE("it is no longer there"),
  NO_TEXT("it is no text in UTF-8"),
  CUT_SHORT("the file is cut short or damaged"),
  DAMAGED("the file is damaged"),
  NO_PICTURE("it is no picture of a kind that Easel knows: PNG, JPEG, WebP, GIF, BMP, TIFF"),
  NO_PNG("it is not a PNG file"),
  COLOURS("its colours are stored in a way that Easel cannot read, such as CMYK; save it as RGB"),
  TOO_MANY_PIXELS("a picture may have at most 64 megapixels"),
  TOO_MUCH_TEXT("it holds more text than a picture's settings can be"),
  NO_SETTINGS("it does not say how it was made"),
  ENDING("its name must end in .png, .jpg or .webp"),
  WEB_PAGE("a web page that was saved in its place (download the file itself)"),
  LFS_POINTER("a Git LFS pointer, which only says where the file is (download the file itself)"),
  PLAIN_TEXT("a text without any weights (download the file itself)"),
  PROMPT_TOO_LONG("the prompt is longer than a JPEG file can hold; PNG and WebP files can");

  private final String words;
  private final List<String> systems;

  /**
   * @param systems what operating systems say in such a case, in lower case
   */
  FileReason(String words, String... systems) {
    this.words = words;
    this.systems = List.of(systems);
  }

  /** The phrase, such as {@code access is denied}. */
  public String words() {
    return words;
  }

  /** The reason with exactly that phrase. */
  public static Optional<FileReason> named(String words) {
    return Arrays.stream(values()).filter(one -> one.words.equals(words)).findFirst();
  }

  /** The reason with that phrase, or one that a system's words mean. */
  public static Optional<FileReason> find(String text) {
    String plain = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(
            one ->
                one.words.equalsIgnoreCase(text) || one.systems.stream().anyMatch(plain::contains))
        .findFirst();
  }

  /** The phrase for a failure; the system's own words, mostly, for one that is not usual. */
  public static String of(IOException failure) {
    return known(failure).map(FileReason::words).orElseGet(() -> unusual(failure));
  }

  private static Optional<FileReason> known(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return Optional.of(NOT_THERE);
    }
    if (failure instanceof AccessDeniedException) {
      return Optional.of(DENIED);
    }
    if (failure instanceof FileAlreadyExistsException
        || failure instanceof DirectoryNotEmptyException) {
      return Optional.of(NAME_TAKEN);
    }
    if (failure instanceof NotDirectoryException) {
      return Optional.of(NO_FOLDER);
    }
    if (failure instanceof FileSystemLoopException) {
      return Optional.of(LINKS_IN_A_CIRCLE);
    }
    if (failure instanceof CharacterCodingException) {
      return Optional.of(NO_TEXT);
    }
    if (failure instanceof EOFException) {
      return Optional.of(CUT_SHORT);
    }
    return find(unusual(failure));
  }

  private static String unusual(IOException failure) {
    if (failure instanceof FileSystemException system) {
      // the message begins with the path
      return Optional.ofNullable(system.getReason()).orElse(failure.getClass().getSimpleName());
    }
    String message = failure.getMessage();
    if (failure instanceof FileNotFoundException && message != null) {
      // The message is the path with the system's words in brackets behind it.
      int bracket = message.lastIndexOf('(');
      return bracket < 0 ? message : message.substring(bracket + 1).replaceFirst("\\)$", "");
    }
    return message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
  }
}
