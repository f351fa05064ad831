package io.github.easel.cli;

import java.util.concurrent.Callable;
import java.util.function.IntSupplier;
import picocli.CommandLine.Command;

/** {@code easel}: without a command it opens the window. */
@Command(name = "easel", mixinStandardHelpOptions = true)
final class EaselCommand implements Callable<Integer> {

  private final IntSupplier openWindow;

  EaselCommand(IntSupplier openWindow) {
    this.openWindow = openWindow;
  }

  @Override
  public Integer call() {
    return openWindow.getAsInt();
  }
}
