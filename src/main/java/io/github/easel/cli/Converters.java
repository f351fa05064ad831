package io.github.easel.cli;

import io.github.easel.app.UserMessages;
import io.github.easel.generation.DeviceChoice;
import io.github.easel.generation.Fit;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.RefusedValue;
import io.github.easel.generation.SamplerChoice;
import io.github.easel.generation.SamplerName;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.UnderMask;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads our own types from the command line, with a sentence for what cannot be read. */
final class Converters {

  /** How many names are offered for an unknown one. */
  private static final int NEAREST = 4;

  private Converters() {}

  static void register(CommandLine commandLine, Texts texts, UserMessages messages) {
    commandLine.registerConverter(ImageSize.class, text -> size(text, messages));
    commandLine.registerConverter(Path.class, name -> path(name, texts));
    registerNumbers(commandLine, texts);
    commandLine.registerConverter(LoraOption.class, typed -> LoraOption.of(typed, texts));
    commandLine.registerConverter(
        SamplerChoice.class,
        name ->
            SamplerName.find(name)
                .orElseThrow(
                    () ->
                        new TypeConversionException(texts.of("wrong.sampler", name, near(name)))));
    commandLine.registerConverter(
        ScheduleKind.class,
        named(
            ScheduleKind::find,
            "wrong.schedule",
            labels(ScheduleKind.values(), ScheduleKind::label),
            texts));
    commandLine.registerConverter(
        RandomKind.class,
        named(
            RandomKind::find,
            "wrong.random",
            labels(RandomKind.values(), RandomKind::label),
            texts));
    commandLine.registerConverter(
        Emphasis.class,
        named(Emphasis::find, "wrong.emphasis", labels(Emphasis.values(), Emphasis::label), texts));
    commandLine.registerConverter(
        Syntax.class,
        named(Syntax::find, "wrong.syntax", labels(Syntax.values(), Syntax::label), texts));
    commandLine.registerConverter(
        Fit.class, named(Fit::find, "wrong.resize", labels(Fit.values(), Fit::label), texts));
    commandLine.registerConverter(
        UnderMask.class,
        named(
            UnderMask::find,
            "wrong.inpaint-fill",
            labels(UnderMask.values(), UnderMask::label),
            texts));
    commandLine.registerConverter(
        DeviceChoice.class,
        named(
            DeviceChoice::find,
            "wrong.device",
            labels(DeviceChoice.values(), DeviceChoice::label),
            texts));
  }

  private static void registerNumbers(CommandLine commandLine, Texts texts) {
    commandLine.registerConverter(int.class, number(Integer::valueOf, "wrong.whole", texts));
    commandLine.registerConverter(Integer.class, number(Integer::valueOf, "wrong.whole", texts));
    commandLine.registerConverter(long.class, number(Long::valueOf, "wrong.whole", texts));
    commandLine.registerConverter(Long.class, number(Long::valueOf, "wrong.whole", texts));
    commandLine.registerConverter(double.class, number(Double::valueOf, "wrong.number", texts));
    commandLine.registerConverter(Double.class, number(Double::valueOf, "wrong.number", texts));
  }

  private static <T> ITypeConverter<T> number(
      Function<String, T> reader, String wrong, Texts texts) {
    return text -> {
      try {
        return reader.apply(text);
      } catch (NumberFormatException e) {
        throw new TypeConversionException(texts.of(wrong, text));
      }
    };
  }

  /** Finds what a name stands for, or says which names there are. */
  private static <T> ITypeConverter<T> named(
      Function<String, Optional<T>> find, String wrong, String choices, Texts texts) {
    return name ->
        find.apply(name)
            .orElseThrow(() -> new TypeConversionException(texts.of(wrong, name, choices)));
  }

  private static <T> String labels(T[] values, Function<T, String> label) {
    return Arrays.stream(values).map(label).collect(Collectors.joining(", "));
  }

  private static Path path(String name, Texts texts) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new TypeConversionException(texts.of("wrong.path", name));
    }
  }

  private static ImageSize size(String text, UserMessages messages) {
    try {
      return ImageSize.parse(text);
    } catch (RefusedValue e) {
      throw new TypeConversionException(messages.of(e));
    }
  }

  private static String near(String sampler) {
    return String.join(", ", SamplerName.nearest(sampler, NEAREST));
  }
}
