package io.github.easel.app;

import io.github.easel.app.GraphicsCards.Card;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.GenerationException;
import io.github.easel.runtime.onnx.OnnxEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What there is to draw with on this computer, and why some of it cannot be used. */
public final class Devices {

  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** The first driver that runs programs of CUDA 12, by NVIDIA's table of CUDA's releases. */
  private static final int FIRST_DRIVER = 525;

  private static final Pattern MAJOR = Pattern.compile("(\\d+)\\..*");

  private Devices() {}

  /** Why a device cannot be used. */
  public enum Obstacle {
    /** There is no NVIDIA card, or its driver is not installed. */
    NO_DRIVER,
    /** The driver is older than CUDA 12 wants. Detail: its version, and the first that will do. */
    OLD_DRIVER,
    /** This package was built without CUDA. */
    NOT_IN_PACKAGE,
    /** CUDA was tried and failed, as where a library is missing. Detail: what it said. */
    FAILED
  }

  /** Why, and what belongs to it. */
  public record Reason(Obstacle obstacle, String detail) {}

  /**
   * One device.
   *
   * @param kind {@code CPU} or {@code CUDA}
   * @param name what its maker calls it; empty if that is not known
   * @param cores of a processor, 0 if that is not known
   * @param bytes its memory, 0 if that is not known
   * @param driver of a graphics card, empty for others
   * @param reason why it cannot be used; empty if it can
   */
  public record Device(
      String kind, String name, int cores, long bytes, String driver, Optional<Reason> reason) {}

  /** This computer's, the processor first. CUDA is tried only where nothing speaks against it. */
  public static List<Device> ofThisComputer() {
    List<String> lines;
    try {
      lines = Files.isReadable(PROCESSORS) ? Files.readAllLines(PROCESSORS) : List.of();
    } catch (IOException e) {
      lines = List.of();
    }
    long total = FreeMemory.total();
    List<Device> all = new ArrayList<>();
    all.add(processor(lines, total == Long.MAX_VALUE ? 0 : total));
    all.addAll(
        cuda(GraphicsCards.ofThisComputer().cards(), OnnxEngine.hasCuda(), Devices::triedObstacle));
    return all;
  }

  /** The processor of these lines in the form of /proc/cpuinfo. */
  static Device processor(List<String> lines, long bytes) {
    String name = "";
    String socket = "";
    Set<String> cores = new HashSet<>();
    for (String line : lines) {
      String value = line.substring(line.indexOf(':') + 1).strip();
      if (line.startsWith("model name")) {
        name = value;
      } else if (line.startsWith("physical id")) {
        socket = value;
      } else if (line.startsWith("core id")) {
        cores.add(socket + "/" + value);
      }
    }
    return new Device("CPU", name, cores.size(), bytes, "", Optional.empty());
  }

  /**
   * The cards, or one line on why there is none.
   *
   * @param inPackage whether this package has CUDA
   * @param trying tries CUDA and tells what it said if it failed
   */
  static List<Device> cuda(List<Card> cards, boolean inPackage, Supplier<Optional<String>> trying) {
    if (cards.isEmpty()) {
      Reason none = new Reason(Obstacle.NO_DRIVER, "");
      return List.of(new Device("CUDA", "", 0, 0, "", Optional.of(none)));
    }
    Optional<Reason> common =
        inPackage ? Optional.empty() : Optional.of(new Reason(Obstacle.NOT_IN_PACKAGE, ""));
    if (common.isEmpty() && cards.stream().noneMatch(card -> old(card).isPresent())) {
      common = trying.get().map(said -> new Reason(Obstacle.FAILED, said));
    }
    Optional<Reason> forAll = common;
    return cards.stream()
        .map(
            card ->
                new Device(
                    "CUDA",
                    card.name(),
                    0,
                    card.bytes(),
                    card.driver(),
                    old(card).or(() -> forAll)))
        .toList();
  }

  private static Optional<Reason> old(Card card) {
    Matcher matcher = MAJOR.matcher(card.driver());
    return matcher.matches() && Integer.parseInt(matcher.group(1)) < FIRST_DRIVER
        ? Optional.of(new Reason(Obstacle.OLD_DRIVER, card.driver() + " < " + FIRST_DRIVER))
        : Optional.empty();
  }

  private static Optional<String> triedObstacle() {
    try {
      OnnxEngine.on(DeviceChoice.CUDA);
      return Optional.empty();
    } catch (GenerationException e) {
      List<String> details = e.details();
      return Optional.of(details.isEmpty() ? e.failure().name() : details.get(details.size() - 1));
    }
  }
}
