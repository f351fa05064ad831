package io.github.easel.ui.models;

import io.github.easel.hub.DownloadPlan;
import io.github.easel.hub.DownloadProgress;
import io.github.easel.hub.DownloadProgress.Stage;
import io.github.easel.ui.control.Disclosure;
import io.github.easel.ui.control.Pieces;
import io.github.easel.ui.control.Visibility;
import io.github.easel.ui.text.FailureText;
import io.github.easel.ui.text.Messages;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.VBox;

/** A card about the download of the moment: what would come, how far it is, what went wrong. */
final class DownloadView extends VBox {

  private final ModelsViewModel models;
  private final DownloadsViewModel downloads;
  private final FailureText failureText;
  private final Runnable toToken;
  private final Messages messages;

  /** What is told now; what comes is told anew by its bar and its words alone. */
  private Class<?> told = Download.Nothing.class;

  /**
   * @param toToken shows where the token is typed
   */
  DownloadView(
      ModelsViewModel models, FailureText failureText, Runnable toToken, Messages messages) {
    super(12);
    this.models = models;
    downloads = models.downloads();
    this.failureText = failureText;
    this.toToken = toToken;
    this.messages = messages;
    setId("download");
    getStyleClass().add("models-card");
    downloads
        .state()
        .addListener(
            (property, old, now) -> {
              if (!(now instanceof Download.Running) || told != Download.Running.class) {
                make(now);
              }
            });
    messages.language().addListener(changed -> make(downloads.state().get()));
    make(downloads.state().get());
    Visibility.when(
        this,
        Bindings.createBooleanBinding(
            () -> !(downloads.state().get() instanceof Download.Nothing), downloads.state()));
  }

  private void make(Download now) {
    told = now.getClass();
    List<Node> nodes = new ArrayList<>();
    if (now instanceof Download.Asking asking) {
      nodes.add(text(messages.now("download.asking", asking.what())));
      nodes.add(Pieces.flow(button("cancel", "cancel", downloads::cancel)));
    } else if (now instanceof Download.Planned planned) {
      planned(planned.plan(), nodes);
    } else if (now instanceof Download.Running running) {
      running(running.plan(), nodes);
    } else if (now instanceof Download.Paused paused) {
      nodes.add(title(paused.plan().model().id()));
      nodes.add(bar(paused.progress().map(DownloadProgress::share).orElse(0.0)));
      nodes.add(text(paused(paused.progress())));
      nodes.add(
          Pieces.flow(
              Pieces.first(button("resume", "download.resume", downloads::start)),
              button("discard", "download.discard", downloads::cancel)));
    } else if (now instanceof Download.Ended ended) {
      nodes.add(title(messages.now("download.ended", DownloadsViewModel.name(ended))));
      nodes.add(
          Pieces.flow(
              Pieces.first(button("use", "download.use", models::useDownloaded)),
              button("close", "ok", downloads::cancel)));
    } else if (now instanceof Download.Failed failed) {
      failed(failed, nodes);
    }
    getChildren().setAll(nodes);
  }

  private void planned(DownloadPlan plan, List<Node> nodes) {
    nodes.add(title(plan.model().id()));
    if (plan.complete()) {
      nodes.add(
          text(messages.now("download.complete", String.valueOf(plan.target().getFileName()))));
      nodes.add(Pieces.flow(button("close", "ok", downloads::cancel)));
      return;
    }
    String files = messages.now("download.files", plan.files().size());
    nodes.add(
        text(
            plan.present() > 0
                ? messages.now(
                    "download.rest",
                    files,
                    ModelWords.size(plan.bytes()),
                    ModelWords.size(plan.remaining()))
                : messages.now("download.size", files, ModelWords.size(plan.bytes()))));
    nodes.add(
        Pieces.words(
            messages.now(
                plan.fits() ? "download.free" : "download.full", ModelWords.size(plan.free())),
            plan.fits() ? "quiet" : "model-broken"));
    nodes.add(Pieces.words(messages.now("download.to", plan.target()), "quiet"));
    if (plan.hasPickles()) {
      nodes.add(Pieces.words(messages.now("download.pickles"), "quiet"));
    }
    nodes.add(new Disclosure(messages.text("download.show.files"), () -> files(plan)));
    licence(plan, nodes);
    buttons(plan, nodes);
  }

  private static Node files(DownloadPlan plan) {
    return Pieces.words(
        plan.files().stream()
            .map(part -> part.to() + " – " + ModelWords.size(part.file().size()))
            .collect(Collectors.joining("\n")),
        "quiet");
  }

  private void licence(DownloadPlan plan, List<Node> nodes) {
    String licence = plan.model().licence();
    boolean none = licence.isEmpty();
    String page = plan.model().page().toString();
    Label read = Pieces.words(messages.now("download.licence.page", page), "quiet");
    Button copy =
        Pieces.small(
            Pieces.button(
                "download-licence-copy",
                messages.now("download.licence.copy"),
                () -> FactsView.copy(page)));
    CheckBox accept = new CheckBox(messages.now(none ? "download.accept.none" : "download.accept"));
    accept.setId("download-accept");
    accept.selectedProperty().bindBidirectional(downloads.accepted());
    nodes.add(
        new VBox(
            8,
            Pieces.words(
                none
                    ? messages.now("download.licence.none")
                    : messages.now("download.licence", licence),
                "models-licence"),
            read,
            Pieces.flow(copy),
            accept));
  }

  private void buttons(DownloadPlan plan, List<Node> nodes) {
    Button start =
        Pieces.first(
            Pieces.button(
                "download-start",
                messages.now("download.start", ModelWords.size(plan.remaining())),
                downloads::start));
    start.disableProperty().bind(downloads.accepted().not().or(fixed(!plan.fits())));
    Label why =
        Pieces.words(
            messages.text(plan.fits() ? "download.start.accept" : "download.start.full"), "quiet");
    start.accessibleHelpProperty().bind(why.textProperty());
    nodes.add(
        new VBox(
            4,
            Pieces.flow(start, button("cancel", "cancel", downloads::cancel)),
            Visibility.when(why, start.disableProperty())));
  }

  private static javafx.beans.value.ObservableBooleanValue fixed(boolean value) {
    return Bindings.createBooleanBinding(() -> value);
  }

  private void running(DownloadPlan plan, List<Node> nodes) {
    ProgressBar bar = bar(0);
    bar.progressProperty()
        .bind(
            Bindings.createDoubleBinding(
                () ->
                    progress()
                        .map(DownloadProgress::share)
                        .orElse(ProgressBar.INDETERMINATE_PROGRESS),
                downloads.state()));
    Label words = text("");
    words.textProperty().bind(Bindings.createStringBinding(this::progressWords, downloads.state()));
    nodes.add(title(plan.model().id()));
    nodes.add(bar);
    nodes.add(words);
    nodes.add(
        Pieces.flow(
            button("pause", "download.pause", downloads::pause),
            button("cancel", "cancel", downloads::cancel)));
  }

  private Optional<DownloadProgress> progress() {
    return downloads.state().get() instanceof Download.Running now
        ? now.progress()
        : Optional.empty();
  }

  private String progressWords() {
    Optional<DownloadProgress> progress = progress();
    if (progress.isEmpty()) {
      return messages.now("download.beginning");
    }
    DownloadProgress now = progress.get();
    List<String> parts = new ArrayList<>();
    if (now.stage() == Stage.VERIFYING) {
      parts.add(messages.now("download.checking", now.file()));
    }
    parts.add(
        messages.now("download.running", ModelWords.size(now.done()), ModelWords.size(now.all())));
    if (now.bytesPerSecond() > 0) {
      parts.add(messages.now("download.speed", ModelWords.size(Math.round(now.bytesPerSecond()))));
      parts.add(messages.now("download.left", new ModelWords(messages).span(now.secondsLeft())));
    }
    return String.join(" · ", parts);
  }

  private String paused(Optional<DownloadProgress> progress) {
    return progress
        .map(
            now ->
                messages.now(
                    "download.paused", ModelWords.size(now.done()), ModelWords.size(now.all())))
        .orElseGet(() -> messages.now("download.paused.begin"));
  }

  private void failed(Download.Failed failed, List<Node> nodes) {
    nodes.add(title(messages.now("download.failed", failed.what())));
    nodes.add(text(failureText.of(failed.reason(), messages.locale())));
    Button again = Pieces.first(button("again", "download.again", downloads::start));
    Button close = button("close", "ok", downloads::leave);
    nodes.add(
        failed.wantsToken()
            ? Pieces.flow(again, button("token", "token.field", toToken), close)
            : Pieces.flow(again, close));
  }

  private ProgressBar bar(double share) {
    ProgressBar bar = new ProgressBar(share);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(messages.now("part.hub"));
    return bar;
  }

  private Button button(String id, String key, Runnable action) {
    return Pieces.button("download-" + id, messages.now(key), action);
  }

  private static Label title(String text) {
    return Pieces.words(text, "models-card-title");
  }

  private static Label text(String text) {
    Label label = Pieces.words(text);
    label.setId("download-text");
    return label;
  }
}
