package io.github.easel.cli;

import io.github.easel.app.DownloadService;
import io.github.easel.app.DownloadService.Wish;
import io.github.easel.app.Services;
import io.github.easel.generation.Cancellation;
import io.github.easel.hub.ByteCount;
import io.github.easel.hub.DownloadPlan;

/** Offers to fetch CLIP's vocabulary where the model to draw with brings none and none is here. */
record TokenizerOffer(Surroundings surroundings, Texts texts) {

  /**
   * Asks once if a person sits at a terminal, and fetches what they agree to. Whoever declines, or
   * cannot be asked, reads when the model is opened what to do.
   */
  void make(Services services, String model, boolean json, Cancellation cancellation) {
    Streams streams = surroundings.streams();
    if (json || !streams.answers().canAnswer() || !services.models().lacksTokenizer(model)) {
      return;
    }
    DownloadService downloads = services.downloads();
    if (!streams.agreesTo(texts.of("tokenizer.ask", model))) {
      return;
    }
    DownloadPrinter printer = new DownloadPrinter(streams, texts, false);
    try {
      DownloadPlan plan = downloads.plan(new Wish(DownloadService.TOKENIZER), cancellation);
      downloads.run(plan, printer, cancellation);
      printer.end();
      streams.tell(
          texts.of("tokenizer.fetched", plan.target().toString(), ByteCount.text(plan.bytes())));
    } finally {
      printer.end();
    }
  }
}
