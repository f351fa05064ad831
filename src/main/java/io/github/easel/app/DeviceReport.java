package io.github.easel.app;

/**
 * Which device the networks run on.
 *
 * @param device {@code CPU} or {@code CUDA}
 * @param reason why, in one short English sentence
 */
public record DeviceReport(String device, String reason) {}
