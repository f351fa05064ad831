package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.Devices;
import io.github.easel.app.Devices.Device;
import io.github.easel.app.Devices.Reason;
import io.github.easel.hub.ByteCount;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code easel devices}: what there is to draw with, and why some of it cannot be used. */
@Command(name = "devices", mixinStandardHelpOptions = true)
final class DevicesCommand implements Runnable {

  private final Streams streams;
  private final Texts texts;

  @Option(names = "--json", descriptionKey = "option.json")
  private boolean json;

  DevicesCommand(Streams streams, Texts texts) {
    this.streams = streams;
    this.texts = texts;
  }

  @Override
  public void run() {
    Devices.ofThisComputer().forEach(this::print);
  }

  private void print(Device device) {
    if (json) {
      new JsonLines(streams).write(event(device));
      return;
    }
    List<String> parts = new ArrayList<>();
    if (!device.name().isEmpty()) {
      parts.add(device.name());
    }
    if (device.cores() > 0) {
      parts.add(texts.of("devices.cores", Integer.toString(device.cores())));
    }
    if (device.bytes() > 0) {
      parts.add(ByteCount.text(device.bytes()));
    }
    if (!device.driver().isEmpty()) {
      parts.add(texts.of("devices.driver", device.driver()));
    }
    String facts = parts.isEmpty() ? "" : ": " + String.join(", ", parts);
    streams.result(device.kind() + facts);
    device.reason().ifPresent(reason -> streams.result("  " + sentence(reason)));
  }

  private String sentence(Reason reason) {
    return texts.of("devices." + reason.obstacle().name(), reason.detail());
  }

  private ObjectNode event(Device device) {
    ObjectNode event =
        JsonLines.event("device")
            .put("kind", device.kind())
            .put("name", device.name())
            .put("cores", device.cores())
            .put("bytes", device.bytes())
            .put("driver", device.driver())
            .put("usable", device.reason().isEmpty());
    device
        .reason()
        .ifPresent(
            reason ->
                event.put("obstacle", reason.obstacle().name()).put("sentence", sentence(reason)));
    return event;
  }
}
