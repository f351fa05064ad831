package io.github.easel.cli;

import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.SamplerKind;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Reads our own types from the command line, with a sentence for what cannot be read. */
final class Converters {

  private Converters() {}

  static void register(CommandLine commandLine, Texts texts) {
    commandLine.registerConverter(ImageSize.class, Converters::size);
    commandLine.registerConverter(Path.class, name -> path(name, texts));
    commandLine.registerConverter(
        SamplerKind.class,
        name ->
            SamplerKind.find(name)
                .orElseThrow(
                    () ->
                        new TypeConversionException(texts.of("wrong.sampler", name, samplers()))));
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

  private static String samplers() {
    return Arrays.stream(SamplerKind.values())
        .map(SamplerKind::label)
        .collect(Collectors.joining(", "));
  }

  private static String devices() {
    return Arrays.stream(DeviceChoice.values())
        .map(DeviceChoice::label)
        .collect(Collectors.joining(", "));
  }
}
