package io.github.easel.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** How much memory models may take. */
final class FreeMemory {

  private static final Path LINUX = Path.of("/proc/meminfo");

  /** What CUDA's own context and libraries hold on a card, beside what is free before. */
  private static final long CUDA_ITSELF = 600L << 20;

  /** Other programs want some of a computer's memory, too. */
  private static final double SHARE = 0.9;

  private FreeMemory() {}

  /**
   * Bytes that a model's networks may take on a device.
   *
   * @param device {@code CPU} or {@code CUDA}
   * @return 0 if it is not known
   */
  static long on(String device) {
    if (device.equals("CUDA")) {
      return GraphicsCards.ofThisComputer().cards().stream()
          .findFirst()
          .map(card -> Math.max(1, card.freeBytes() - CUDA_ITSELF))
          .orElse(0L);
    }
    long free = ofThisComputer();
    return free == Long.MAX_VALUE ? 0 : (long) (free * SHARE);
  }

  /** What Linux says is available; elsewhere free memory means little, so all that there is. */
  static long ofThisComputer() {
    return line(LINUX, "MemAvailable:", total());
  }

  /** All the memory of this computer in bytes, {@link Long#MAX_VALUE} if it is not known. */
  static long total() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getTotalMemorySize()
        : Long.MAX_VALUE;
  }

  /** A line of a file in the form of /proc/meminfo, in bytes. */
  static long line(Path file, String begin, long otherwise) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(begin))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(otherwise);
    } catch (IOException | UncheckedIOException | NumberFormatException e) {
      return otherwise;
    }
  }
}
