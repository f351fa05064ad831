package io.github.easel.cli;

import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.SamplerChoice;
import io.github.easel.generation.SamplerName;
import io.github.easel.generation.ScheduleKind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads our own types from the command line, with a sentence for what cannot be read. */
final class Converters {

  /** How many names are offered for an unknown one. */
  private static final int NEAREST = 4;

  private Converters() {}

  static void register(CommandLine commandLine, Texts texts) {
    commandLine.registerConverter(ImageSize.class, Converters::size);
    commandLine.registerConverter(Path.class, name -> path(name, texts));
    commandLine.registerConverter(
        SamplerChoice.class,
        name ->
            SamplerName.find(name)
                .orElseThrow(
                    () ->
                        new TypeConversionException(texts.of("wrong.sampler", name, near(name)))));
    commandLine.registerConverter(
        ScheduleKind.class,
        name ->
            ScheduleKind.find(name)
                .orElseThrow(
                    () ->
                        new TypeConversionException(
                            texts.of("wrong.schedule", name, schedules()))));
    commandLine.registerConverter(
        DeviceChoice.class,
        name ->
            DeviceChoice.find(name)
                .orElseThrow(
                    () -> new TypeConversionException(texts.of("wrong.device", name, devices()))));
  }

  private static Path path(String name, Texts texts) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(texts.of("wrong.path", name));
    }
  }

  private static ImageSize size(String text) {
    try {
      return ImageSize.parse(text);
    } catch (IllegalArgumentException e) {
      throw new TypeConversionException(String.valueOf(e.getMessage()));
    }
  }

  private static String near(String sampler) {
    return String.join(", ", SamplerName.nearest(sampler, NEAREST));
  }

  private static String schedules() {
    return Arrays.stream(ScheduleKind.values())
        .map(ScheduleKind::label)
        .collect(Collectors.joining(", "));
  }

  private static String devices() {
    return Arrays.stream(DeviceChoice.values())
        .map(DeviceChoice::label)
        .collect(Collectors.joining(", "));
  }
}
