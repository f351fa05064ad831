package io.github.easel.hub;

/**
 * How far a download is.
 *
 * @param stage what is being done
 * @param file which file, in the hub's words
 * @param index its number from 1
 * @param files how many there are
 * @param done bytes of all files that are here
 * @param all bytes of all files
 * @param bytesPerSecond the speed of the last seconds; 0 while it is unknown
 */
public record DownloadProgress(
    Stage stage, String file, int index, int files, long done, long all, double bytesPerSecond) {

  /** What is done with a file. */
  public enum Stage {
    /** Its bytes come. */
    FETCHING,
    /** Its bytes are compared with what the hub says of them. */
    VERIFYING
  }

  /** The share that is here, 0 to 1. */
  public double share() {
    return all == 0 ? 1 : Math.min(1, done / (double) all);
  }

  /** Seconds until all of it is here, by the speed of now; 0 while that is unknown. */
  public double secondsLeft() {
    return bytesPerSecond <= 0 ? 0 : (all - done) / bytesPerSecond;
  }
}
