package io.github.easel.app;

import io.github.easel.generation.DeviceChoice;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the services are opened with.
 *
 * @param device where the networks should run
 * @param tokenizer a folder with vocab.json and merges.txt that takes the place of the model's own
 */
public record ServiceOptions(DeviceChoice device, Optional<Path> tokenizer) {}
