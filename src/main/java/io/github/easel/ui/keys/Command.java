package io.github.easel.ui.keys;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.input.KeyCombination;

/** What can be done by a key, with the key that usually does it. */
public enum Command {
  GENERATE(Group.DRAW, "Shortcut+Enter"),
  GENERATE_FIRST(Group.DRAW, "Shortcut+Shift+Enter"),
  CANCEL(Group.DRAW, "Esc"),
  CANCEL_ALL(Group.DRAW, "Shortcut+Shift+X"),
  PAUSE(Group.DRAW, "Shortcut+Shift+P"),
  PROMPT(Group.WORDS, "Shortcut+L"),
  HEAVIER(Group.WORDS, "Shortcut+Up"),
  LIGHTER(Group.WORDS, "Shortcut+Down"),
  EARLIER_PROMPT(Group.WORDS, "Alt+Up"),
  LATER_PROMPT(Group.WORDS, "Alt+Down"),
  ROLL_SEED(Group.WORDS, "Shortcut+D"),
  REUSE_SEED(Group.WORDS, "Shortcut+R"),
  RECALL_ALL(Group.PICTURE, Place.VIEWER, "A"),
  RECALL_REMIX(Group.PICTURE, Place.VIEWER, "R"),
  RECALL_SEED(Group.PICTURE, Place.VIEWER, "S"),
  RECALL_PROMPT(Group.PICTURE, Place.VIEWER, "P"),
  RECALL_SIZE(Group.PICTURE, Place.VIEWER, "D"),
  USE_AS_SOURCE(Group.PICTURE, Place.VIEWER, "Shortcut+Shift+U"),
  VARIATIONS(Group.PICTURE, Place.VIEWER, "V"),
  MORE_LIKE(Group.PICTURE, Place.VIEWER, "M"),
  LINEAGE(Group.PICTURE, Place.VIEWER, "L"),
  SAVE(Group.PICTURE, Place.VIEWER, "Shortcut+S"),
  COPY(Group.PICTURE, Place.VIEWER, "Shortcut+Shift+C"),
  COPY_SETTINGS(Group.PICTURE, Place.VIEWER, "Shortcut+Alt+C"),
  EDIT_ON_CANVAS(Group.PICTURE, "Shortcut+E"),
  PASTE(Group.PICTURE, "Shortcut+V"),
  OPEN(Group.PICTURE, "Shortcut+O"),
  REVEAL(Group.PICTURE, Place.VIEWER, "Shortcut+Shift+R"),
  ACCEPT(Group.PICTURE, "K"),
  DISCARD(Group.PICTURE, "Delete"),
  TO_PICTURE(Group.VIEW, "Shortcut+Shift+L"),
  STARS_1(Group.GALLERY, Place.VIEWER, "1"),
  STARS_2(Group.GALLERY, Place.VIEWER, "2"),
  STARS_3(Group.GALLERY, Place.VIEWER, "3"),
  STARS_4(Group.GALLERY, Place.VIEWER, "4"),
  STARS_5(Group.GALLERY, Place.VIEWER, "5"),
  STARS_0(Group.GALLERY, Place.VIEWER, "0"),
  FAVOURITE(Group.GALLERY, Place.VIEWER, "Period"),
  SEARCH(Group.GALLERY, "Shortcut+F"),
  GALLERY(Group.GALLERY, "F4"),
  INFO(Group.VIEW, Place.VIEWER, "I"),
  PREVIOUS(Group.VIEW, "Left"),
  NEXT(Group.VIEW, "Right"),
  COMPARE(Group.VIEW, Place.VIEWER, "C"),
  FIT(Group.VIEW, "Shortcut+0"),
  ACTUAL_SIZE(Group.VIEW, "Shortcut+1"),
  TWICE(Group.VIEW, "Shortcut+2"),
  ZOOM_IN(Group.VIEW, "Shortcut+Plus"),
  ZOOM_OUT(Group.VIEW, "Shortcut+Minus"),
  BRUSH(Group.CANVAS, Place.CANVAS, "B"),
  ERASER(Group.CANVAS, Place.CANVAS, "E"),
  RECTANGLE(Group.CANVAS, Place.CANVAS, "U"),
  ELLIPSE(Group.CANVAS, Place.CANVAS, "Shift+U"),
  LASSO(Group.CANVAS, Place.CANVAS, "L"),
  WAND(Group.CANVAS, Place.CANVAS, "W"),
  FILL(Group.CANVAS, Place.CANVAS, "P"),
  PICKER(Group.CANVAS, Place.CANVAS, "I"),
  MOVE(Group.CANVAS, Place.CANVAS, "V"),
  CROP(Group.CANVAS, Place.CANVAS, "C"),
  FRAME(Group.CANVAS, Place.CANVAS, "R"),
  HAND(Group.CANVAS, Place.CANVAS, "H"),
  SMALLER(Group.CANVAS, Place.CANVAS, "Open Bracket"),
  LARGER(Group.CANVAS, Place.CANVAS, "Close Bracket"),
  SWAP_COLOURS(Group.CANVAS, Place.CANVAS, "X"),
  DEFAULT_COLOURS(Group.CANVAS, Place.CANVAS, "D"),
  MASK(Group.CANVAS, Place.CANVAS, "M"),
  INVERT_MASK(Group.CANVAS, Place.CANVAS, "Shift+M"),
  UNDO(Group.CANVAS, Place.CANVAS, "Shortcut+Z"),
  REDO(Group.CANVAS, Place.CANVAS, "Shortcut+Shift+Z"),
  NEW_CANVAS(Group.CANVAS, Place.CANVAS, "Shortcut+N"),
  SAVE_PROJECT(Group.CANVAS, Place.CANVAS, "Shortcut+S"),
  CANVAS(Group.WINDOW, "F3"),
  LEFT_PANEL(Group.WINDOW, "T"),
  RIGHT_PANEL(Group.WINDOW, "G"),
  DRAWER(Group.WINDOW, "Q"),
  ALL_PANELS(Group.WINDOW, "F"),
  MODELS(Group.WINDOW, "F5"),
  TEACH(Group.WINDOW, "F6"),
  LEARN(Group.WINDOW, "F2"),
  SETTINGS(Group.WINDOW, "Shortcut+Comma"),
  KEYS(Group.WINDOW, "F1");

  /** What commands are listed under. */
  public enum Group {
    DRAW,
    WORDS,
    PICTURE,
    GALLERY,
    VIEW,
    CANVAS,
    WINDOW
  }

  /** Where a command's keys mean it; elsewhere they may mean another. */
  public enum Place {
    ANYWHERE,
    /** Everywhere but on the canvas. */
    VIEWER,
    /** While the canvas lies in the middle of the window. */
    CANVAS;

    /** Whether keys can be pressed that would mean commands of both. */
    boolean meets(Place other) {
      return this == ANYWHERE || other == ANYWHERE || this == other;
    }
  }

  private final Group group;
  private final Place place;
  private final KeyCombination usual;

  Command(Group group, String usual) {
    this(group, Place.ANYWHERE, usual);
  }

  Command(Group group, Place place, String usual) {
    this.group = group;
    this.place = place;
    this.usual = KeyCombination.valueOf(usual);
  }

  public Group group() {
    return group;
  }

  /** Where its keys mean it. */
  public Place place() {
    return place;
  }

  /** The keys that do it unless others were chosen. */
  public KeyCombination usual() {
    return usual;
  }

  /** The name in the settings file. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The command of that label. */
  public static Optional<Command> find(String label) {
    return Arrays.stream(values()).filter(one -> one.label().equals(label)).findFirst();
  }
}
