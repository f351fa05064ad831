package io.github.easel.ui.gallery;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.LongUnaryOperator;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/**
 * Which pictures are chosen. One of them leads: it is the one in the viewer, and arrows go on from
 * it; from the anchor on Shift takes all that lies between. All are held by number, so that they
 * stay chosen while others come and go around them.
 */
public final class GallerySelection {

  private static final long NONE = 0;

  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper();
  private BitSet chosen = new BitSet();
  private Listing listing = Listing.NOTHING;
  private long anchor = NONE;
  private long lead = NONE;

  /** Whether somebody went on from what is chosen without choosing. */
  private boolean apart;

  /** How a click or an arrow takes pictures. */
  public enum Manner {
    /** This one alone. */
    ALONE,
    /** This one too, or no longer. */
    TOGGLE,
    /** Only go there, and leave chosen what is. */
    GO,
    /** All from the anchor to this one, and no others. */
    RANGE,
    /** All from the anchor to this one, and the others too. */
    RANGE_TOO
  }

  /** Chooses the picture at that place. */
  void take(int place, Manner manner) {
    if (place < 0 || place >= listing.size()) {
      return;
    }
    int from = listing.place(anchor);
    boolean range = (manner == Manner.RANGE || manner == Manner.RANGE_TOO) && from >= 0;
    if (manner == Manner.ALONE || manner == Manner.RANGE) {
      chosen.clear();
    }
    apart = manner == Manner.GO;
    if (apart) {
      apart = !chosen.get(place) && !chosen.isEmpty();
    } else if (range) {
      chosen.set(Math.min(from, place), Math.max(from, place) + 1);
    } else if (manner == Manner.TOGGLE) {
      chosen.flip(place);
    } else {
      chosen.set(place);
    }
    lead = listing.id(place);
    anchor = range ? anchor : lead;
    changed();
  }

  /** Chooses all. */
  void all() {
    chosen.set(0, listing.size());
    if (lead() < 0 && listing.size() > 0) {
      lead = listing.id(0);
      anchor = lead;
    }
    changed();
  }

  /** Chooses in each section all but the first. */
  void allButFirst() {
    chosen.clear();
    listing.sections().forEach(section -> chosen.set(section.from() + 1, section.to()));
    lead = chosen.isEmpty() ? lead : listing.id(chosen.nextSetBit(0));
    anchor = lead;
    changed();
  }

  /**
   * The viewer shows that picture. Where several are chosen they stay so, for they were chosen by
   * hand; else it is the one that is chosen.
   */
  void follow(long id) {
    if (id == lead && (apart || count.get() > 1 || has(listing.place(id)))) {
      return;
    }
    apart = false;
    lead = id;
    if (count.get() < 2) {
      anchor = id;
      chosen.clear();
      int place = listing.place(id);
      if (place >= 0) {
        chosen.set(place);
      }
    }
    changed();
  }

  /** Leaves the lead alone. */
  void narrow() {
    chosen.clear();
    if (lead() >= 0) {
      chosen.set(lead());
    }
    anchor = lead;
    changed();
  }

  /**
   * The list is another now.
   *
   * @param became the number that a picture has in it, the same for most
   */
  void revise(Listing now, LongUnaryOperator became) {
    BitSet kept = new BitSet(now.size());
    for (int place = chosen.nextSetBit(0); place >= 0; place = chosen.nextSetBit(place + 1)) {
      int to = now.place(became.applyAsLong(listing.id(place)));
      if (to >= 0) {
        kept.set(to);
      }
    }
    boolean one = count.get() < 2 && !apart;
    listing = now;
    chosen = kept;
    lead = became.applyAsLong(lead);
    anchor = became.applyAsLong(anchor);
    if (one && lead() >= 0) {
      chosen.set(lead()); // it was there before, or it came into the list only now
    }
    changed();
  }

  private void changed() {
    count.set(chosen.cardinality());
    changes.set(changes.get() + 1);
  }

  /** Whether the one that leads is not chosen, but others are. */
  boolean isApart() {
    return apart && count.get() > 0;
  }

  boolean has(int place) {
    return place >= 0 && chosen.get(place);
  }

  /** The place of the one in the viewer, -1 if it is not in the list. */
  public int lead() {
    return listing.place(lead);
  }

  /** The number of the one in the viewer, 0 for none. */
  long leadId() {
    return lead;
  }

  /** The numbers of all, in the list's order. */
  List<Long> ids() {
    List<Long> ids = new ArrayList<>(count.get());
    for (int place = chosen.nextSetBit(0); place >= 0; place = chosen.nextSetBit(place + 1)) {
      ids.add(listing.id(place));
    }
    return ids;
  }

  /** The place that is nearest to the lead and not chosen, behind it before before it; or -1. */
  int beside() {
    int from = Math.max(0, lead());
    int after = chosen.nextClearBit(from);
    return after < listing.size() ? after : from == 0 ? -1 : chosen.previousClearBit(from - 1);
  }

  /** How many. */
  public ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  /** Grows with every change. */
  ReadOnlyIntegerProperty changes() {
    return changes.getReadOnlyProperty();
  }
}
