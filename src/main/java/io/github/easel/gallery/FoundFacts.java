package io.github.easel.gallery;

import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.Provenance;
import io.github.easel.generation.Remark;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.SourceRecord;
import io.github.easel.metadata.FoundSettings;
import io.github.easel.metadata.ImportedSettings;
import io.github.easel.metadata.Meaning;
import io.github.easel.metadata.SettingsImport;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Makes facts of the settings that were found in a picture. */
final class FoundFacts {

  /** Stands in for what a picture does not say; none of it gets into the facts. */
  private static final GenerationRequest NOTHING =
      new GenerationRequest(
          Prompt.of(""),
          "",
          new ImageSize(ImageSize.SMALLEST, ImageSize.SMALLEST),
          new Sampling(SamplerKind.DDIM, 1, 1),
          0);

  /** Other programs name a model by its file, some with its folder or a hash behind it. */
  private static final Pattern AROUND_A_MODEL =
      Pattern.compile(
          "^.*[/\\\\]|\\s*\\[[0-9a-f]{6,64}]$|\\.(safetensors|ckpt|pt|pth|bin|onnx|gguf)$",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,30}(\\.\\d{0,30})?");

  private FoundFacts() {}

  static PictureFacts of(FoundSettings found, int width, int height) {
    return found
        .own()
        .map(own -> own(own, found.program().label(), width, height))
        .orElseGet(() -> foreign(found, width, height));
  }

  private static PictureFacts own(Provenance own, String program, int width, int height) {
    GenerationRequest request = own.request();
    return new PictureFacts(
        kind(own.source()),
        request.prompt().positive(),
        request.prompt().negative(),
        own.modelName(),
        request.sampling().sampler().label(),
        program,
        width,
        height,
        OptionalLong.of(request.seed()),
        OptionalInt.of(request.sampling().steps()),
        OptionalDouble.of(request.sampling().guidanceScale()),
        source(own.source()));
  }

  private static PictureFacts foreign(FoundSettings found, int width, int height) {
    ImportedSettings imported = SettingsImport.apply(found, NOTHING, List.of());
    return new PictureFacts(
        kind(imported.source()),
        found.prompt().positive(),
        found.prompt().negative(),
        found.value(Meaning.MODEL).map(FoundFacts::model).orElse(""),
        sampler(found, imported),
        found.program().label(),
        width,
        height,
        number(found, Meaning.SEED).map(FoundFacts::seed).orElse(OptionalLong.empty()),
        number(found, Meaning.STEPS).map(FoundFacts::steps).orElse(OptionalInt.empty()),
        number(found, Meaning.GUIDANCE)
            .map(guidance -> OptionalDouble.of(guidance.doubleValue()))
            .orElse(OptionalDouble.empty()),
        source(imported.source()));
  }

  private static PictureKind kind(Optional<SourceRecord> source) {
    if (source.isEmpty()) {
      return PictureKind.TEXT;
    }
    return source.get().repaint().isPresent() ? PictureKind.FILLED : PictureKind.REFINED;
  }

  private static String source(Optional<SourceRecord> source) {
    return source.map(SourceRecord::sha256).orElse("");
  }

  private static String model(String name) {
    String plain = name.strip();
    for (int i = 0; i < 3; i++) { // a folder, a hash, and the ending before the hash
      plain = AROUND_A_MODEL.matcher(plain).replaceAll("");
    }
    return plain.isEmpty() ? name.strip() : plain;
  }

  /** Easel's own name where it is the same sampler, so that one filter finds all programs'. */
  private static String sampler(FoundSettings found, ImportedSettings imported) {
    Optional<String> written = found.value(Meaning.SAMPLER);
    boolean another =
        imported.changed().stream()
            .anyMatch(remark -> remark.reason() == Remark.Reason.SAMPLER_NEAREST);
    return written.isEmpty() || another
        ? written.map(String::strip).orElse("")
        : imported.request().sampling().sampler().label();
  }

  private static Optional<BigDecimal> number(FoundSettings found, Meaning meaning) {
    return found
        .value(meaning)
        .map(String::strip)
        .filter(text -> NUMBER.matcher(text).matches())
        .map(BigDecimal::new);
  }

  private static OptionalLong seed(BigDecimal number) {
    try {
      return OptionalLong.of(number.longValueExact());
    } catch (ArithmeticException tooLong) {
      return OptionalLong.empty();
    }
  }

  private static OptionalInt steps(BigDecimal number) {
    try {
      return OptionalInt.of(number.intValueExact());
    } catch (ArithmeticException tooMany) {
      return OptionalInt.empty();
    }
  }
}
