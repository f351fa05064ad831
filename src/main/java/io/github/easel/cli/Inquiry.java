package io.github.easel.cli;

import io.github.easel.app.ServiceOptions;
import io.github.easel.app.Services;
import io.github.easel.app.UserMessages;
import io.github.easel.generation.DeviceChoice;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Puts a question to the services, for commands that make no picture. */
record Inquiry(Surroundings surroundings, Texts texts, UserMessages messages, boolean json) {

  /** Tells failures in the form that was asked for. */
  Reporter reporter() {
    Streams streams = surroundings.streams();
    return json
        ? new JsonReporter(streams, messages)
        : new TextReporter(streams, texts, messages, true);
  }

  /**
   * The services on any device.
   *
   * @param tokenizer a folder to use in the place of a model's own tokenizer
   */
  Services open(Optional<Path> tokenizer) {
    ServiceOptions options =
        new ServiceOptions(DeviceChoice.AUTO, tokenizer.map(surroundings.folder()::resolve));
    return surroundings.open().apply(options);
  }

  /** Asks, and gives the exit code. */
  int ask(Optional<Path> tokenizer, Consumer<Services> question) {
    return new Failures(texts, messages)
        .guard(
            reporter(),
            () -> {
              try (Services services = open(tokenizer)) {
                question.accept(services);
              }
            });
  }
}
