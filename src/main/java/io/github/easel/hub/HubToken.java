package io.github.easel.hub;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.file.PartFile;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The user's token for the hub: out of the environment, else out of a file that nobody else can
 * read. It is written nowhere else, and no message or log line holds it.
 */
public final class HubToken {

  /** The environment variable with the token, as other programs have it. */
  public static final String VARIABLE = "HF_TOKEN";

  /** Where the token is from. */
  public enum From {
    /** There is none. */
    NOWHERE,
    /** The environment variable, which goes before the file. */
    ENVIRONMENT,
    /** The file. */
    FILE
  }

  private static final Logger LOG = LoggerFactory.getLogger(HubToken.class);

  /** Nothing that could end a header's line. */
  private static final Pattern FORM = Pattern.compile("[!-~]{4,500}");

  private static final long LONGEST_FILE = 4_096;

  private final Path file;
  private final Optional<String> environment;

  /**
   * A token that need not exist.
   *
   * @param file where it is kept
   */
  public HubToken(Path file, Map<String, String> environment) {
    this.file = file;
    this.environment =
        Optional.ofNullable(environment.get(VARIABLE))
            .map(String::strip)
            .filter(FORM.asMatchPredicate());
  }

  /** The token, if there is one. */
  public Optional<String> read() {
    return environment.or(this::kept);
  }

  /** Where it is from. */
  public From from() {
    if (environment.isPresent()) {
      return From.ENVIRONMENT;
    }
    return kept().isPresent() ? From.FILE : From.NOWHERE;
  }

  private Optional<String> kept() {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST_FILE) {
        return Optional.empty();
      }
      // somebody may have copied it here
      OwnerOnly.protect(file);
      return Optional.of(Files.readString(file).strip()).filter(FORM.asMatchPredicate());
    } catch (IOException e) {
      LOG.warn("{} cannot be read: {}", file, FileReason.of(e));
      return Optional.empty();
    }
  }

  /**
   * Keeps a token in the file, in the place of the one before.
   *
   * @throws GenerationException {@code DOWNLOAD_FAILED} of {@link Kind#TOKEN_UNSUITABLE}, {@code
   *     FILE_UNWRITABLE}
   */
  public void keep(String token) {
    String plain = token.strip();
    if (!FORM.matcher(plain).matches()) {
      throw HubRefusal.of(Kind.TOKEN_UNSUITABLE);
    }
    AtomicFile.createFolderOf(file);
    Path temporary = PartFile.beside(file.toAbsolutePath());
    try {
      // protected while it is still empty
      OwnerOnly.create(temporary);
      try (OutputStream out = Files.newOutputStream(temporary)) {
        out.write(plain.getBytes(StandardCharsets.US_ASCII));
      }
      AtomicFile.replace(temporary, file.toAbsolutePath());
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    } finally {
      deleteQuietly(temporary);
    }
  }

  private static void deleteQuietly(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      LOG.warn("{} stays: {}", temporary, FileReason.of(e));
    }
  }

  /**
   * Deletes the file.
   *
   * @throws GenerationException {@code FILE_UNWRITABLE}
   */
  public void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    }
  }

  @Override
  public String toString() {
    return "token from " + from();
  }
}
