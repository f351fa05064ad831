package io.github.easel.app;

import io.github.easel.app.FailureContext.Moment;
import io.github.easel.app.FailureReport.Remedy;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.RefusedValue;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Tells failures in three sentences, with a way out where there is one. */
final class FailureReports {

  /** Lines of the stack trace; the rest is in the log. */
  private static final int TRACE_LINES = 40;

  private final Bundle bundle;
  private final PrivatePaths paths = new PrivatePaths(System.getProperties());

  FailureReports(Bundle bundle) {
    this.bundle = bundle;
  }

  FailureReport of(GenerationException failure, FailureContext context) {
    Optional<ImageSize> tooLarge =
        failure.failure() == Failure.OUT_OF_MEMORY
            ? context.request().map(GenerationRequest::size)
            : Optional.empty();
    Optional<String> code =
        failure.failure() == Failure.INTERNAL
            ? Optional.of(FailureCode.of(failure))
            : Optional.empty();
    Optional<Remedy> remedy = remedy(failure, context);
    List<String> details = FileReasons.details(failure, bundle);
    return new FailureReport(
        sentence(failure, namesModel(failure) ? "what.model" : "what", details),
        refused(failure)
            .or(() -> HubReasons.of(failure, bundle).map(HubReasons::whySentence))
            .or(() -> TrainingReasons.of(failure, bundle).map(TrainingReasons::whySentence))
            .or(() -> tooLarge.map(size -> sentence(failure, "why.size", List.of(size.toString()))))
            .orElseGet(() -> sentence(failure, "why", details)),
        advice(failure, remedy),
        remedy,
        code,
        paths.strip(details(failure, context, code)));
  }

  /** Which value it was that no picture can be made with, in words, if it was one. */
  private Optional<String> refused(GenerationException failure) {
    return failure.getCause() instanceof RefusedValue value
        ? Optional.of(
            bundle.of("refused." + value.kind().name(), value.details().toArray(String[]::new)))
        : Optional.empty();
  }

  private static boolean namesModel(GenerationException failure) {
    return failure.failure() == Failure.MODEL_FILE_MISSING && failure.details().size() > 1;
  }

  private String advice(GenerationException failure, Optional<Remedy> remedy) {
    Optional<HubReasons> download = HubReasons.of(failure, bundle);
    if (download.isPresent()) {
      return download.get().adviceSentence();
    }
    Optional<TrainingReasons> teaching = TrainingReasons.of(failure, bundle);
    if (teaching.isPresent()) {
      return teaching.get().adviceSentence();
    }
    return remedy
        .filter(one -> failure.failure() == Failure.OUT_OF_MEMORY && !one.value().isEmpty())
        .map(one -> sentence(failure, "do.size", List.of(one.value())))
        .orElseGet(() -> sentence(failure, "do", failure.details()));
  }

  private String sentence(GenerationException failure, String part, List<String> details) {
    return bundle.of(
        "failure." + failure.failure().name() + "." + part, details.toArray(String[]::new));
  }

  private Optional<Remedy> remedy(GenerationException failure, FailureContext context) {
    return switch (failure.failure()) {
      case MODEL_NOT_FOUND,
          MODEL_FILE_MISSING,
          MODEL_FILE_UNUSABLE,
          SHAPES_UNUSUAL,
          MODEL_UNSUPPORTED,
          ADAPTER_UNSUITABLE,
          ADAPTERS_IMPOSSIBLE,
          EIGHT_BITS_IMPOSSIBLE,
          NO_IMAGE_ENCODER,
          SOURCE_NEEDED ->
          plain(
              context.moment() == Moment.NO_MODEL
                  ? FailureAction.LOOK_AGAIN
                  : FailureAction.CHOOSE_MODEL);
      case TOKENIZER_MISSING -> plain(FailureAction.FETCH_TOKENIZER);
      case DEVICE_UNAVAILABLE -> plain(FailureAction.OPEN_SETTINGS);
      case SIZE_UNSUITABLE -> suitableSize(failure);
      case STEPS_UNSUITABLE -> lower(FailureAction.FEWER_STEPS, failure);
      case CLIP_SKIP_UNSUITABLE -> lower(FailureAction.LESS_CLIP_SKIP, failure);
      case SAMPLER_UNSUITABLE, NOT_FINITE -> plain(FailureAction.CHOOSE_SAMPLER);
      case STYLE_NOT_FOUND -> plain(FailureAction.OTHER_STYLE);
      case OUT_OF_MEMORY ->
          context
              .request()
              .flatMap(request -> MemoryAdvice.smaller(request.size(), context))
              .map(size -> remedy(FailureAction.SMALLER_SIZE, size.toString()))
              .or(
                  () ->
                      plain(FailureAction.TRY_AGAIN).filter(one -> context.request().isPresent()));
      case FILE_UNWRITABLE ->
          plain(
              context.moment() == Moment.KEEPING
                  ? FailureAction.CHOOSE_FOLDER
                  : FailureAction.SAVE_ELSEWHERE);
      case INTERNAL ->
          plain(context.request().isPresent() ? FailureAction.TRY_AGAIN : FailureAction.OPEN_LOG);
      case MODEL_ELSEWHERE,
          LORA_UNUSABLE,
          EMBEDDING_UNUSABLE,
          VAE_UNUSABLE,
          VAE_OF_ANOTHER_FAMILY,
          WEIGHTS_NOT_FINITE,
          VALUE_REFUSED,
          TOO_MANY_PICTURES,
          CANCELLED,
          FILE_UNREADABLE,
          DESKTOP_UNAVAILABLE,
          CANVAS_TOO_LARGE,
          TOO_MANY_LAYERS,
          CANVAS_DAMAGED,
          CANVAS_LOST,
          NOT_A_PROJECT,
          PROJECT_TOO_NEW,
          PROJECT_DAMAGED,
          PROJECT_TOO_LARGE,
          DOWNLOAD_FAILED ->
          Optional.empty();
    };
  }

  private Optional<Remedy> plain(FailureAction action) {
    return Optional.of(remedy(action, ""));
  }

  private Remedy remedy(FailureAction action, String value) {
    return new Remedy(action, value, bundle.of("remedy." + action.name(), value));
  }

  /** The second detail is the most that the model can take. */
  private Optional<Remedy> lower(FailureAction action, GenerationException failure) {
    return failure.details().stream().skip(1).findFirst().map(most -> remedy(action, most));
  }

  /** The next smaller size in the multiples that the second detail names. */
  private Optional<Remedy> suitableSize(GenerationException failure) {
    if (failure.details().size() < 2) {
      return Optional.empty();
    }
    try {
      ImageSize wanted = ImageSize.parse(failure.details().get(0));
      int multiple = Integer.parseInt(failure.details().get(1));
      ImageSize size =
          new ImageSize(
              Math.max(1, wanted.width() / multiple) * multiple,
              Math.max(1, wanted.height() / multiple) * multiple);
      return Optional.of(remedy(FailureAction.SMALLER_SIZE, size.toString()));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a multiple that no picture has
    }
  }

  private static String details(
      GenerationException failure, FailureContext context, Optional<String> code) {
    StringBuilder text = new StringBuilder();
    code.ifPresent(name -> text.append(name).append('\n'));
    text.append(failure.failure()).append(": ").append(failure.getMessage()).append('\n');
    text.append(Version.program());
    for (String property : List.of("os.name", "os.version", "os.arch")) {
      text.append(property.equals("os.name") ? ", " : " ").append(System.getProperty(property));
    }
    text.append(", Java ").append(System.getProperty("java.version")).append('\n');
    context
        .request()
        .ifPresent(
            request ->
                text.append("Model ")
                    .append(request.model())
                    .append(", ")
                    .append(request.size())
                    .append(", ")
                    .append(request.sampling().sampler().label())
                    .append(", ")
                    .append(request.sampling().steps())
                    .append(" steps\n"));
    if (!context.device().isEmpty()) {
      text.append("Device ").append(context.device()).append('\n');
    }
    return text.append(trace(failure)).toString();
  }

  private static String trace(Throwable failure) {
    StringWriter out = new StringWriter();
    failure.printStackTrace(new PrintWriter(out, true));
    return out.toString().lines().limit(TRACE_LINES).collect(Collectors.joining("\n"));
  }
}
