package io.github.easel.hub;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.file.FileTree;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Downloads models. First a {@link #plan} for the user to agree to, then {@link #run}, which can be
 * cancelled at any time and goes on from there when it is called again. A model appears at its
 * place only when all of it is there and verified.
 */
public final class HubDownload {

  private static final Logger LOG = LoggerFactory.getLogger(HubDownload.class);

  private final HubClient client;
  private final ClipVocabulary vocabulary;
  private final LongSupplier clock;

  /** Downloads by that client. */
  public HubDownload(HubClient client) {
    this(client, ClipVocabulary.OPENAI, System::nanoTime);
  }

  /** Likewise, with another vocabulary than the usual. */
  public HubDownload(HubClient client, ClipVocabulary vocabulary) {
    this(client, vocabulary, System::nanoTime);
  }

  HubDownload(HubClient client, ClipVocabulary vocabulary, LongSupplier clock) {
    this.client = client;
    this.vocabulary = vocabulary;
    this.clock = clock;
  }

  /**
   * Finds out what would be fetched, and fetches nothing of it.
   *
   * @param variant of weights, such as {@code fp16}; the plain ones if empty
   * @param folders where models of a kind belong
   * @throws GenerationException {@code DOWNLOAD_FAILED} with a {@link HubRefusal}, {@code
   *     CANCELLED}, {@code FILE_UNREADABLE}
   */
  public DownloadPlan plan(
      HubAddress address,
      Optional<String> variant,
      DownloadFolders folders,
      Cancellation cancellation) {
    HubModel model = client.model(address, cancellation);
    if (model.gated() && !client.hasToken()) {
      throw HubRefusal.of(Kind.GATED_NO_TOKEN, model.id(), model.page().toString());
    }
    List<HubFile> files =
        address.isFile()
            ? List.of(client.file(model, address.path(), cancellation))
            : client.files(model, address, cancellation);
    FileChoice choice = FileChoice.of(model, address, files, variant);
    return new DownloadPlanner(folders, cancellation).plan(model, choice, variant);
  }

  /**
   * Finds out what the vocabulary for models without one would take, and fetches nothing of it.
   *
   * @param folder where it belongs
   * @throws GenerationException likewise
   */
  public DownloadPlan planVocabulary(Path folder, Cancellation cancellation) {
    HubModel model =
        client.model(new HubAddress(vocabulary.model(), Optional.empty(), "", false), cancellation);
    List<DownloadPlan.Part> parts =
        ClipVocabulary.FILES.stream()
            .map(name -> client.file(model, name, cancellation))
            .map(file -> new DownloadPlan.Part(file, FileNames.below(file.name())))
            .toList();
    Path target = folder.toAbsolutePath().normalize();
    Path staging =
        target
            .resolveSibling(DownloadPlanner.STAGING)
            .resolve(model.id().replace("/", "--") + "--tokenizer");
    try {
      return new DownloadPlan(
          model,
          DownloadKind.TOKENIZER,
          Optional.empty(),
          parts,
          target,
          staging,
          DownloadPlanner.present(parts, staging),
          DownloadPlanner.space(target),
          vocabulary.wrongIn(target).isEmpty());
    } catch (IOException e) {
      throw GenerationException.unreadable(target, e);
    }
  }

  /**
   * Does what the plan says; to be called only when the user has agreed to it.
   *
   * @return where the model lies
   * @throws GenerationException {@code DOWNLOAD_FAILED} with a {@link HubRefusal}, {@code
   *     FILE_UNWRITABLE}, {@code CANCELLED}; what was fetched stays for the next time
   */
  public Path run(DownloadPlan plan, DownloadListener listener, Cancellation cancellation) {
    if (plan.complete()) {
      return plan.target();
    }
    if (!plan.fits()) {
      throw HubRefusal.of(
          Kind.NO_SPACE,
          ByteCount.text(plan.remaining()),
          ByteCount.text(plan.free()),
          plan.target().toString());
    }
    Path lock = lockFile(plan);
    try {
      AtomicFile.createFolder(plan.staging());
      try (FileChannel channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        lock(channel, plan); // until the channel is closed
        LOG.info("{} goes to {}", plan.model().id(), plan.target());
        fetch(plan, listener, cancellation);
        if (plan.kind() == DownloadKind.TOKENIZER) {
          placeVocabulary(plan);
        } else {
          place(plan);
        }
      }
      Files.deleteIfExists(lock);
      clearEmpty(plan.staging().resolveSibling(""));
      return plan.target();
    } catch (IOException e) {
      throw GenerationException.unwritable(plan.target(), FileReason.of(e), e);
    }
  }

  private static Path lockFile(DownloadPlan plan) {
    return plan.staging().resolveSibling(plan.staging().getFileName() + ".lock");
  }

  private static void lock(FileChannel channel, DownloadPlan plan) throws IOException {
    try {
      if (channel.tryLock() != null) {
        return;
      }
    } catch (OverlappingFileLockException e) {
      throw HubRefusal.because(e, Kind.IN_PROGRESS, plan.model().id());
    }
    throw HubRefusal.of(Kind.IN_PROGRESS, plan.model().id());
  }

  private void fetch(DownloadPlan plan, DownloadListener listener, Cancellation cancellation) {
    Ticker ticker = new Ticker(listener, clock, plan.files().size(), plan.bytes());
    for (DownloadPlan.Part part : plan.files()) {
      cancellation.check();
      ticker.begin(part.file());
      new FileDownload(client, plan.model(), part, plan.staging(), ticker, cancellation).run();
    }
  }

  /** Moves what is whole to its place. */
  private static void place(DownloadPlan plan) throws IOException {
    HubOrigin origin = HubOrigin.of(plan.model());
    Path target = plan.target();
    AtomicFile.createFolderOf(target);
    if (Files.exists(target)) {
      throw new FileAlreadyExistsException(target.toString()); // since the plan was made
    }
    if (plan.kind() == DownloadKind.FOLDER) {
      deleteOthers(plan);
      origin.write(HubOrigin.file(plan.staging(), true));
      AtomicFile.replace(plan.staging(), target);
    } else {
      origin.write(HubOrigin.file(target, false));
      AtomicFile.replace(plan.staging().resolve(plan.files().get(0).to()), target);
      FileTree.delete(plan.staging());
    }
  }

  /** Moves the two files beside others that may be there; what they take the place of is kept. */
  private void placeVocabulary(DownloadPlan plan) throws IOException {
    Optional<String> wrong = vocabulary.wrongIn(plan.staging());
    if (wrong.isPresent()) {
      FileTree.delete(plan.staging());
      throw HubRefusal.of(Kind.VOCABULARY_DIFFERS, wrong.get(), plan.model().id());
    }
    AtomicFile.createFolder(plan.target());
    for (DownloadPlan.Part part : plan.files()) {
      Path to = plan.target().resolve(part.to());
      if (Files.exists(to)) {
        AtomicFile.setAside(to);
      }
      AtomicFile.replace(plan.staging().resolve(part.to()), to);
    }
    HubOrigin.of(plan.model()).write(HubOrigin.file(plan.target(), true));
    FileTree.delete(plan.staging());
  }

  /** A download of an earlier commit may have left files that the model has no more. */
  private static void deleteOthers(DownloadPlan plan) throws IOException {
    Set<Path> own =
        plan.files().stream()
            .map(part -> plan.staging().resolve(part.to()))
            .collect(Collectors.toSet());
    try (Stream<Path> all = Files.walk(plan.staging())) {
      for (Path one : all.filter(Files::isRegularFile).toList()) {
        if (!own.contains(one)) {
          Files.delete(one);
        }
      }
    }
  }

  /**
   * Takes away what a broken-off download left.
   *
   * @throws GenerationException {@code FILE_UNWRITABLE}
   */
  public static void discard(DownloadPlan plan) {
    try {
      FileTree.delete(plan.staging());
      Files.deleteIfExists(lockFile(plan));
      clearEmpty(plan.staging().resolveSibling(""));
    } catch (IOException e) {
      throw GenerationException.unwritable(plan.staging(), FileReason.of(e), e);
    }
  }

  /** The folder of all downloads that go on is there only while one does. */
  private static void clearEmpty(Path folder) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> all = Files.list(folder)) {
        if (all.findAny().isPresent()) {
          return;
        }
      }
      Files.deleteIfExists(folder);
    }
  }
}
