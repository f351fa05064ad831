package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.hub.ByteCount;
import io.github.easel.hub.DownloadListener;
import io.github.easel.hub.DownloadPlan;
import io.github.easel.hub.DownloadProgress;
import java.nio.file.Path;

/**
 * Tells of a download: on a terminal in one line that is written over, elsewhere at each tenth. To
 * programs it writes one {@linkplain JsonLines JSON object a line}:
 *
 * <pre>
 * plan        model, commit, licence, page, kind, bytes, remaining, free, target, complete,
 *             files [{path, bytes, sha256}]
 * progress    file, verifying, done, all, bytesPerSecond: at each hundredth
 * downloaded  model, target
 * </pre>
 */
final class DownloadPrinter implements DownloadListener {

  private static final int HUNDRED = 100;
  private static final int TENTH = 10;

  private final Streams streams;
  private final Texts texts;
  private final boolean json;
  private final StatusLine line;
  private int told = -1;

  DownloadPrinter(Streams streams, Texts texts, boolean json) {
    this.streams = streams;
    this.texts = texts;
    this.json = json;
    line = new StatusLine(streams);
  }

  /** What would be fetched, file by file, as the result. */
  void list(DownloadPlan plan) {
    if (json) {
      new JsonLines(streams).write(event(plan));
      return;
    }
    describe(plan);
    for (DownloadPlan.Part part : plan.files()) {
      streams.result(
          Printable.of(
              texts.of("download.file", part.file().path(), ByteCount.text(part.file().size()))));
    }
  }

  /** What is going to be fetched. */
  void plan(DownloadPlan plan) {
    if (json) {
      new JsonLines(streams).write(event(plan));
    } else {
      describe(plan);
    }
  }

  private void describe(DownloadPlan plan) {
    say("download.model", plan.model().id(), plan.model().page().toString());
    if (plan.model().licence().isEmpty()) {
      say("download.no_licence");
    } else {
      say("download.licence", plan.model().licence());
    }
    say("download.size", Integer.toString(plan.files().size()), ByteCount.text(plan.bytes()));
    if (plan.complete()) {
      say("download.there", plan.target().toString());
      return;
    }
    if (plan.present() > 0) {
      say("download.resume", ByteCount.text(plan.remaining()));
    }
    say("download.target", plan.target().toString(), ByteCount.text(plan.free()));
    if (plan.hasPickles()) {
      say("download.pickles");
    }
  }

  private void say(String key, String... values) {
    streams.tell(Printable.of(texts.of(key, values)));
  }

  private static ObjectNode event(DownloadPlan plan) {
    ObjectNode event =
        JsonLines.event("plan")
            .put("model", plan.model().id())
            .put("commit", plan.model().commit())
            .put("licence", plan.model().licence())
            .put("page", plan.model().page().toString())
            .put("kind", plan.kind().name())
            .put("bytes", plan.bytes())
            .put("remaining", plan.remaining())
            .put("free", plan.free())
            .put("target", plan.target().toString())
            .put("complete", plan.complete());
    ArrayNode files = event.putArray("files");
    for (DownloadPlan.Part part : plan.files()) {
      files
          .addObject()
          .put("path", part.file().path())
          .put("bytes", part.file().size())
          .put("sha256", part.file().sha256().orElse(""));
    }
    return event;
  }

  @Override
  public void on(DownloadProgress progress) {
    int share = (int) (progress.share() * HUNDRED);
    if (json) {
      if (share != told) {
        told = share;
        new JsonLines(streams).write(event(progress));
      }
    } else if (streams.terminal()) {
      line.show(Printable.of(ProgressBar.bar(progress.share()) + " " + words(progress)));
    } else if (share / TENTH != told) {
      told = share / TENTH;
      streams.tell(Printable.of(words(progress)));
    }
  }

  private static ObjectNode event(DownloadProgress progress) {
    return JsonLines.event("progress")
        .put("file", progress.file())
        .put("verifying", progress.stage() == DownloadProgress.Stage.VERIFYING)
        .put("done", progress.done())
        .put("all", progress.all())
        .put("bytesPerSecond", Math.round(progress.bytesPerSecond()));
  }

  private String words(DownloadProgress progress) {
    String amount =
        texts.of(
            "download.progress", ByteCount.text(progress.done()), ByteCount.text(progress.all()));
    if (progress.stage() == DownloadProgress.Stage.VERIFYING) {
      return amount + texts.of("download.verifying", progress.file());
    }
    if (progress.bytesPerSecond() <= 0 || progress.done() >= progress.all()) {
      return amount;
    }
    return amount
        + texts.of(
            "download.speed",
            ByteCount.text(Math.round(progress.bytesPerSecond())),
            texts.time(progress.secondsLeft()));
  }

  /** All of it is there. */
  void done(DownloadPlan plan, Path target) {
    end();
    if (json) {
      new JsonLines(streams)
          .write(
              JsonLines.event("downloaded")
                  .put("model", plan.model().id())
                  .put("target", target.toString()));
    } else {
      streams.result(target.toString());
    }
  }

  /** Nothing more is shown. */
  void end() {
    line.clear();
  }
}
