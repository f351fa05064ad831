package io.github.easel.app;

import java.time.Instant;
import java.util.List;

/** Networks that were made ready for this computer once, so that their models open faster. */
public interface PreparedModels {

  /** There are none and there never will be. */
  PreparedModels NONE =
      new PreparedModels() {
        @Override
        public List<Entry> all() {
          return List.of();
        }

        @Override
        public void clear() {
          // there is nothing
        }
      };

  /**
   * One of them.
   *
   * @param about the file that it was made of
   * @param bytes on disk
   * @param used when it was last opened
   */
  record Entry(String about, long bytes, Instant used) {}

  /** All of them, the last used first; reads folders. */
  List<Entry> all();

  /** So many bytes of them are kept at most; 0 if there are never any. */
  default long most() {
    return 0;
  }

  /** Takes all of them away; they are made anew when their models are opened. */
  void clear();
}
