package io.github.easel.ui.control;

import atlantafx.base.controls.Popover;

/** Makes what opens beside a control and goes when one clicks elsewhere. */
public final class Popovers {

  private Popovers() {}

  /** A popover without a title, which cannot be torn off. */
  public static Popover plain(Popover.ArrowLocation arrow) {
    Popover popover = new Popover();
    popover.setArrowLocation(arrow);
    popover.setDetachable(false);
    popover.setHeaderAlwaysVisible(false);
    return popover;
  }
}
