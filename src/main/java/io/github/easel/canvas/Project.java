package io.github.easel.canvas;

/**
 * What a project file holds.
 *
 * @param history the canvas and how it came to be
 * @param draft what was typed and chosen, as JSON; {@code {}} if there is nothing
 */
public record Project(History history, String draft) {

  /** How the files' names end. */
  public static final String ENDING = ".easel";
}
