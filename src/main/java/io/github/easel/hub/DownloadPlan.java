package io.github.easel.hub;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What would be fetched, for somebody to agree to. Nothing of it has been fetched for that.
 *
 * @param model where it comes from, with its licence
 * @param kind what comes of it
 * @param variant of weights that was asked for
 * @param files what belongs to it
 * @param target where it will lie
 * @param staging the folder it grows in, on the same disk
 * @param present bytes that are here already, from a download that was broken off
 * @param free bytes on that disk
 * @param complete whether all of it lies at the target already
 */
public record DownloadPlan(
    HubModel model,
    DownloadKind kind,
    Optional<String> variant,
    List<Part> files,
    Path target,
    Path staging,
    long present,
    long free,
    boolean complete) {

  /** What a disk should have left over. */
  private static final long RESERVE = 64L << 20;

  /**
   * A file and its place.
   *
   * @param file on the hub
   * @param to its name below the model's folder, or of the model's only file
   */
  public record Part(HubFile file, Path to) {}

  /** Keeps its own copy of the files. */
  public DownloadPlan {
    files = List.copyOf(files);
  }

  /** The size of all files in bytes. */
  public long bytes() {
    return files.stream().mapToLong(part -> part.file().size()).sum();
  }

  /** Bytes that are still to be fetched. */
  public long remaining() {
    return complete ? 0 : Math.max(0, bytes() - present);
  }

  /** Whether there is room for them. */
  public boolean fits() {
    return complete || remaining() + RESERVE <= free;
  }

  /** Whether some of the files are pickles, which Easel reads without running what is in them. */
  public boolean hasPickles() {
    return files.stream()
        .map(part -> part.file().name())
        .anyMatch(name -> name.matches("(?i).*\\.(ckpt|pt|pth|bin)"));
  }
}
