package io.github.easel.ui.models;

import io.github.easel.app.ModelCard;
import io.github.easel.app.ModelService.Hash;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.Image;
import org.jspecify.annotations.Nullable;

/** A model on the page, and what was read of it so far. */
public final class ShownModel {

  private final ModelCard card;
  private final ObjectProperty<@Nullable Image> picture = new SimpleObjectProperty<>();
  private final ObjectProperty<@Nullable Hash> hash = new SimpleObjectProperty<>();
  private boolean asked;

  ShownModel(ModelCard card) {
    this.card = card;
  }

  public ModelCard card() {
    return card;
  }

  /** A picture of it, or made with it; null while there is none. */
  public ObjectProperty<@Nullable Image> picture() {
    return picture;
  }

  /** Its hashes; null while they are not known. */
  public ObjectProperty<@Nullable Hash> hash() {
    return hash;
  }

  /** Whether nobody has asked for its picture yet; from now on somebody has. */
  boolean firstAsked() {
    boolean first = !asked;
    asked = true;
    return first;
  }
}
