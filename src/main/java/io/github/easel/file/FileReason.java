package io.github.easel.file;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in words why a file could not be read or written. */
public final class FileReason {

  private FileReason() {}

  /** A short English phrase without the path, such as {@code access is denied}. */
  public static String of(IOException failure) {
    if (failure instanceof NoSuchFileException) {
      return "the file or its folder does not exist";
    }
    if (failure instanceof AccessDeniedException) {
      return "access is denied";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "another file has that name";
    }
    if (failure instanceof CharacterCodingException) {
      return "it is no text in UTF-8";
    }
    if (failure instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
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
