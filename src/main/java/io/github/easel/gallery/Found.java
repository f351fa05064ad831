package io.github.easel.gallery;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Pictures in an order, as numbers only, so that a hundred thousand take two megabytes. */
public final class Found {

  /** Nothing found. */
  public static final Found NOTHING = new Found(new long[0], new long[0]);

  private final long[] ids;
  private final long[] made;

  /**
   * @param ids {@link GalleryItem#id} of each; not copied
   * @param made when each was made: seconds since 1970 as if local time were UTC; not copied
   */
  public Found(long[] ids, long[] made) {
    if (ids.length != made.length) {
      throw new IllegalArgumentException(ids.length + " ids, " + made.length + " times");
    }
    this.ids = ids;
    this.made = made;
  }

  /** How many. */
  public int size() {
    return ids.length;
  }

  /** The number of the picture at that place. */
  public long id(int place) {
    return ids[place];
  }

  /** When the picture at that place was made: seconds since 1970 as if local time were UTC. */
  public long seconds(int place) {
    return made[place];
  }

  /** When the picture at that place was made, local time. */
  public LocalDateTime made(int place) {
    return LocalDateTime.ofEpochSecond(made[place], 0, ZoneOffset.UTC);
  }
}
