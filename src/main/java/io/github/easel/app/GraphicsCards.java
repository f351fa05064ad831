package io.github.easel.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * NVIDIA's cards as its driver's own program tells of them; loads nothing into this process.
 *
 * @param cards in CUDA's order, of which Easel uses the first
 */
record GraphicsCards(List<Card> cards) {

  private static final Logger LOG = LoggerFactory.getLogger(GraphicsCards.class);
  private static final int SECONDS = 10;
  private static final int COLUMNS = 4;
  private static final List<String> QUESTION =
      List.of(
          "nvidia-smi",
          "--query-gpu=name,memory.total,memory.free,driver_version",
          "--format=csv,noheader,nounits");

  /** One card. */
  record Card(String name, long bytes, long freeBytes, String driver) {}

  GraphicsCards {
    cards = List.copyOf(cards);
  }

  /** Asks the driver's program; none where it is not there or does not answer. */
  static GraphicsCards ofThisComputer() {
    try {
      Process process =
          new ProcessBuilder(QUESTION).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      process.getOutputStream().close();
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        process.destroy();
        return new GraphicsCards(List.of());
      }
      return parse(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      LOG.debug("no nvidia-smi: {}", e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new GraphicsCards(List.of());
  }

  /** Reads the answer: lines of name, MiB in all, MiB free, and the driver's version. */
  static GraphicsCards parse(String answer) {
    return new GraphicsCards(
        answer
            .lines()
            .map(line -> line.split(",", -1))
            .filter(GraphicsCards::known)
            .map(GraphicsCards::card)
            .toList());
  }

  /** A card in a virtual machine may say "[N/A]". */
  private static boolean known(String[] columns) {
    return columns.length == COLUMNS
        && columns[1].strip().matches("\\d+")
        && columns[2].strip().matches("\\d+");
  }

  private static Card card(String[] columns) {
    return new Card(
        columns[0].strip(),
        Long.parseLong(columns[1].strip()) << 20,
        Long.parseLong(columns[2].strip()) << 20,
        columns[3].strip());
  }
}
