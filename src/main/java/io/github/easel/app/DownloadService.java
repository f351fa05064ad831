package io.github.easel.app;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.Catalogue;
import io.github.easel.hub.DownloadListener;
import io.github.easel.hub.DownloadPlan;
import io.github.easel.hub.HubToken;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Models from the Hugging Face hub. Connects only within {@link #plan} and {@link #run}, which wait
 * for the hub, so call them off the window's thread.
 */
public interface DownloadService {

  /** Where nothing can be downloaded. */
  DownloadService NONE = new NoDownloads();

  /** For {@link Wish#variant}: the plain weights, where the catalogue would take smaller ones. */
  String PLAIN = "full";

  /** For {@link Wish#what}: CLIP's vocabulary, for models that bring no tokenizer. */
  String TOKENIZER = "tokenizer";

  /**
   * What somebody wants.
   *
   * @param what a name of the catalogue, {@code owner/name}, {@code owner/name@revision}, a link,
   *     or {@link #TOKENIZER}
   * @param revision a branch, a tag or a commit, in the place of what the text says
   * @param variant of weights, such as {@code fp16}
   * @param folder what to put it into, in the place of the usual folder for its kind
   */
  record Wish(
      String what, Optional<String> revision, Optional<String> variant, Optional<Path> folder) {

    /** In the usual form and at the usual place. */
    public Wish(String what) {
      this(what, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }

  /** What to start from. */
  Catalogue catalogue();

  /**
   * Asks the hub what would be fetched: files, size, licence. Fetches nothing of it.
   *
   * @throws GenerationException {@code DOWNLOAD_FAILED}, {@code CANCELLED}, {@code FILE_UNREADABLE}
   */
  DownloadPlan plan(Wish wish, Cancellation cancellation);

  /**
   * Does what the user has agreed to. Cancelled or failed, it keeps what has come, and goes on from
   * there when it is called again with a plan for the same.
   *
   * @return where the model lies
   * @throws GenerationException {@code DOWNLOAD_FAILED}, {@code CANCELLED}, {@code FILE_UNWRITABLE}
   */
  Path run(DownloadPlan plan, DownloadListener listener, Cancellation cancellation);

  /** Takes away what a download that was broken off has left. */
  void discard(DownloadPlan plan);

  /** The user's token for models that not everybody may have. */
  HubToken token();
}
