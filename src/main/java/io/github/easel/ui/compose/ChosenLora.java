package io.github.easel.ui.compose;

import io.github.easel.app.LoraTags;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;

/** A LoRA that the prompt asks for, whose strength can be changed. */
public final class ChosenLora {

  private final String name;
  private final DoubleProperty strength = new SimpleDoubleProperty();

  ChosenLora(LoraTags.Mark mark) {
    name = mark.name();
    strength.set(mark.unet());
  }

  /** As the prompt calls it. */
  public String name() {
    return name;
  }

  /** How strongly it acts in the UNet; 1 as it was trained. */
  public DoubleProperty strength() {
    return strength;
  }
}
