package io.github.easel.hub;

import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A file as the hub lists it.
 *
 * @param path with {@code /} between names; leads nowhere else
 * @param size bytes
 * @param sha256 of the content, for large files (Git LFS); 64 hexadecimal digits of lower case
 * @param blob Git's name of the content, the SHA-1 of a header and the content, for small files; 40
 *     digits
 */
public record HubFile(String path, long size, Optional<String> sha256, Optional<String> blob) {

  /** No file of a model comes near it. */
  private static final long LARGEST = 1L << 40;

  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
  private static final Pattern SHA_1 = Pattern.compile("[0-9a-f]{40}");

  /**
   * A file of which somebody says so.
   *
   * @param hash either hash, told apart by its length; anything else counts as unknown
   * @throws GenerationException {@link Kind#NAME_HOSTILE}, {@link Kind#SIZE_ABSURD}
   */
  static HubFile of(String path, long size, String hash, String model) {
    FileNames.refuseHostile(path, model);
    if (size < 0 || size > LARGEST) {
      throw HubRefusal.of(Kind.SIZE_ABSURD, path, Long.toString(size));
    }
    return new HubFile(
        path,
        size,
        Optional.of(hash).filter(SHA_256.asMatchPredicate()),
        Optional.of(hash).filter(SHA_1.asMatchPredicate()));
  }

  /** The last part of the path. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The folder it lies in, empty for the outermost. */
  String folder() {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** What tells this content from any other; empty if the hub does not say. */
  String hash() {
    return sha256.or(() -> blob).orElse("");
  }
}
