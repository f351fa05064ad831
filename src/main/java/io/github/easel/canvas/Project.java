package io.github.easel.canvas;

import com.fasterxml.jackson.core.JsonProcessingException;

/**
 * What a project file holds.
 *
 * @param history the canvas and how it came to be
 * @param draft what was typed and chosen, as JSON; {@code {}} if there is nothing
 */
public record Project(History history, String draft) {

  /** How the files' names end. */
  public static final String ENDING = ".easel";

  public Project {
    try {
      ProjectEntries.JSON.readTree(draft);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("the draft is no JSON", e);
    }
  }
}
