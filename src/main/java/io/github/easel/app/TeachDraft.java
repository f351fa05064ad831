package io.github.easel.app;

import java.util.List;

/** What somebody was about to teach, as it is kept from one start to the next. */
public record TeachDraft(What what, How how, List<Shown> pictures, Progress progress) {

  /** Nothing yet. */
  public static final TeachDraft EMPTY =
      new TeachDraft(
          new What("", "", "", false),
          new How(4, 8, 600, 1, "*"),
          List.of(),
          new Progress("", false, 0, List.of()));

  /** Keeps its own list. */
  public TeachDraft {
    pictures = List.copyOf(pictures);
  }

  /**
   * What is taught.
   *
   * @param kind the name of a kind, or empty
   * @param word that will call for it
   * @param begin words that are known, from which it begins
   * @param lora whether a LoRA is made, not an embedding
   */
  public record What(String kind, String word, String begin, boolean lora) {}

  /** The numbers; {@code preview} is the prompt of the picture at each checkpoint. */
  public record How(int vectors, int rank, int steps, long seed, String preview) {}

  /** A picture with the square to look at, in its own pixels, and its caption. */
  public record Shown(String file, int x, int y, int side, String caption) {}

  /**
   * How far it is.
   *
   * @param model that is taught; empty before the first start
   * @param running whether it was begun and did not come to its end
   * @param done steps until the last checkpoint
   * @param losses of those steps, in turn
   */
  public record Progress(String model, boolean running, int done, List<Double> losses) {

    /** Keeps its own list. */
    public Progress {
      losses = List.copyOf(losses);
    }
  }
}
