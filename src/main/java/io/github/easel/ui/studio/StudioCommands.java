package io.github.easel.ui.studio;

import io.github.easel.ui.keys.Command;
import io.github.easel.ui.keys.CommandTable;

/** What the studio does by keys without any control. */
final class StudioCommands {

  private StudioCommands() {}

  /** Enters all of them. */
  static void enter(StudioViewModel studio) {
    CommandTable table = studio.commands();
    table.on(Command.GENERATE, () -> studio.action().generate(false));
    table.on(Command.GENERATE_FIRST, () -> studio.action().generate(true));
    table.on(Command.CANCEL_ALL, studio.line()::cancelAll);
    table.on(Command.PAUSE, () -> studio.line().pause(!studio.line().paused().get()));
    table.on(Command.ROLL_SEED, studio.compose()::rollSeed);
    table.on(Command.REUSE_SEED, studio.compose()::reuseSeed);
    table.on(Command.LEFT_PANEL, studio.layout().left()::toggle);
    table.on(Command.RIGHT_PANEL, studio.layout().right()::toggle);
    table.on(Command.ALL_PANELS, studio.layout()::toggleAll);
  }

  /**
   * Takes away what lies nearest: a question, a page, then the work, then a failure.
   *
   * @return whether there was something
   */
  static boolean cancelOrDismiss(StudioViewModel studio) {
    if (studio.drop().offer().get() != null) {
      studio.drop().dismiss();
    } else if (studio.layout().leavePage() || studio.canvas().project().dismiss()) {
      return true;
    } else if (studio.line().running().get() != null) {
      studio.line().cancelCurrent();
    } else {
      return studio.failures().dismiss();
    }
    return true;
  }
}
