package io.github.easel.runtime;

/**
 * Which networks hold memory while others compute, and in what portions the computing is done.
 *
 * @param level what of it is more sparing than usual
 * @param tileSide the side in latent cells of a tile that the autoencoder takes at once
 * @param mostWhole latent cells of the largest picture that the autoencoder takes without tiles
 */
public record MemoryPlan(Level level, int tileSide, long mostWhole) {

  /** From the fastest to the most sparing; each does what those before it do. */
  public enum Level {
    /** All networks stay open, and all of a step is predicted at once. */
    ALL_STAY,
    /** Text encoder, image encoder and decoder are open only while they are needed. */
    ENCODERS_REST,
    /** The UNet is closed while pictures are encoded and decoded. */
    TURNS,
    /** One prediction of a step after the other. */
    ONE_AT_A_TIME,
    /** The autoencoder takes small tiles, which can be seen in the picture, if hardly. */
    SMALL_TILES
  }

  /** The usual side of a tile: 512 pixels of Stable Diffusion. */
  private static final int SIDE = 64;

  /** Still four times what neighbours share. */
  private static final int SMALL_SIDE = 32;

  /** 768 x 768 pixels of Stable Diffusion. */
  private static final long MOST_WHOLE = 96 * 96;

  /** The plan of a level. */
  public static MemoryPlan of(Level level) {
    return level == Level.SMALL_TILES
        ? new MemoryPlan(level, SMALL_SIDE, SMALL_SIDE * SMALL_SIDE)
        : new MemoryPlan(level, SIDE, MOST_WHOLE);
  }

  /** Whether encoders and decoder are closed while they are not needed. */
  public boolean encodersRest() {
    return level.compareTo(Level.ENCODERS_REST) >= 0;
  }

  /** Whether the UNet is closed while pictures are encoded and decoded. */
  public boolean denoiserRests() {
    return level.compareTo(Level.TURNS) >= 0;
  }

  /** Whether each run of the UNet makes one prediction only. */
  public boolean oneAtATime() {
    return level.compareTo(Level.ONE_AT_A_TIME) >= 0;
  }

  /** Latent cells that the autoencoder takes at once, of a picture of so many. */
  public long cellsAtOnce(long cells) {
    return cells <= mostWhole ? cells : Math.min(cells, (long) tileSide * tileSide);
  }
}
