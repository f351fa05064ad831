package io.github.easel.ui.viewer;

import io.github.easel.app.UserMessages;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.SamplerChoice;
import io.github.easel.generation.Sampling;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/** What the lines under the picture say of it, or of the one that is being drawn. */
final class PictureLines {

  private final ViewerViewModel viewer;
  private final Messages messages;

  PictureLines(ViewerViewModel viewer, Messages messages) {
    this.viewer = viewer;
    this.messages = messages;
  }

  /** Size and seed. */
  StringBinding size() {
    return text(() -> size("canvas.size", request()));
  }

  /** Likewise in a few signs. */
  StringBinding shortSize() {
    return text(() -> size("canvas.size.short", request()));
  }

  /** All lines, for a hint. */
  StringBinding all() {
    StringBinding kept = kept();
    return Bindings.createStringBinding(
        () ->
            Stream.of(size("canvas.size", request()), samplingNow(), kept.get())
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n")),
        messages.dependencies(kept, viewer.subject(), viewer.sight(), viewer.drawn()));
  }

  /** Whether it lies in a file. */
  BooleanBinding lies() {
    ObservableValue<Path> file = viewer.subject().flatMap(Picture::file);
    return Bindings.createBooleanBinding(() -> file.getValue() != null, file);
  }

  private String size(String key, @Nullable GenerationRequest request) {
    Picture picture = viewer.subject().get();
    if (picture != null && picture.isUntold()) {
      return picture.width() + " × " + picture.height();
    }
    return request == null
        ? ""
        : messages.now(
            key,
            Integer.toString(request.size().width()),
            Integer.toString(request.size().height()),
            Long.toString(request.seed()));
  }

  /** How large it is drawn. */
  StringBinding zoom() {
    return Bindings.createStringBinding(
        () -> percent(viewer.zoom().scale().get()), viewer.zoom().scale());
  }

  static String percent(double scale) {
    return Math.round(100 * scale) + " %";
  }

  /** How it was found in the noise. */
  StringBinding sampling() {
    return text(this::samplingNow);
  }

  private String samplingNow() {
    GenerationRequest request = request();
    if (request == null) {
      return "";
    }
    Sampling sampling = request.sampling();
    Picture picture = viewer.subject().get();
    if (picture != null && picture.isUntold()) {
      return messages.now("canvas.untold");
    }
    String made =
        messages.now(
            "canvas.sampling",
            new SamplerChoice(sampling.sampler(), sampling.schedule()).label(),
            Integer.toString(sampling.steps()),
            oneDecimal(sampling.guidanceScale()));
    return picture == null
        ? made
        : picture
            .seconds()
            .map(seconds -> messages.now("canvas.took", made, oneDecimal(seconds)))
            .orElse(made);
  }

  private static String oneDecimal(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  /** What the user should know of it. */
  StringBinding notices() {
    return text(this::noticesNow);
  }

  private String noticesNow() {
    Picture picture = viewer.subject().get();
    UserMessages sentences = new UserMessages(messages.locale());
    return picture == null
        ? ""
        : picture.notices().stream().map(sentences::of).collect(Collectors.joining(" "));
  }

  /** Where it is kept. */
  StringBinding kept() {
    ObservableValue<Path> file = viewer.subject().flatMap(Picture::file);
    ObservableValue<Boolean> unkept = viewer.subject().flatMap(Picture::unkept);
    return Bindings.createStringBinding(
        () -> keptNow(file.getValue(), Boolean.TRUE.equals(unkept.getValue())),
        messages.dependencies(file, unkept, viewer.sight()));
  }

  private String keptNow(@Nullable Path file, boolean unkept) {
    if (viewer.subject().get() == null) {
      return viewer.sight().get() == null ? "" : messages.now("canvas.developing");
    }
    if (file != null) {
      return messages.now("canvas.kept", file.toString());
    }
    return messages.now(unkept ? "canvas.unkept" : "canvas.keeping");
  }

  private @Nullable GenerationRequest request() {
    Picture picture = viewer.subject().get();
    if (picture != null) {
      return picture.request();
    }
    return viewer.sight().get() == null ? null : viewer.drawn().get();
  }

  /** Says a line of whatever is to be seen. */
  private interface Line {
    String now();
  }

  private StringBinding text(Line line) {
    return Bindings.createStringBinding(
        line::now, messages.dependencies(viewer.subject(), viewer.sight(), viewer.drawn()));
  }
}
