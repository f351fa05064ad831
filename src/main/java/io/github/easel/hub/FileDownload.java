package io.github.easel.hub;

import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fetches one file into its {@code .part}, goes on where it was broken off, and verifies it. */
final class FileDownload {

  private static final int PIECE = 1 << 16;
  private static final int TRIES = 2;
  private static final int PARTIAL = 206;
  private static final Pattern RANGE =
      Pattern.compile("bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)");

  private final HubClient client;
  private final HubModel model;
  private final HubFile file;
  private final Path whole;
  private final Ticker ticker;
  private final Cancellation cancellation;

  /**
   * @param staging the folder that the file grows in
   */
  FileDownload(
      HubClient client,
      HubModel model,
      DownloadPlan.Part part,
      Path staging,
      Ticker ticker,
      Cancellation cancellation) {
    this.client = client;
    this.model = model;
    this.file = part.file();
    this.whole = staging.resolve(part.to());
    this.ticker = ticker;
    this.cancellation = cancellation;
  }

  /**
   * Does it. When it is cancelled or fails, the part stays for the next time.
   *
   * @throws GenerationException {@code DOWNLOAD_FAILED}, {@code FILE_UNWRITABLE}, {@code CANCELLED}
   */
  void run() {
    try {
      AtomicFile.createFolderOf(whole);
      if (Files.exists(whole)) {
        if (agrees(whole)) {
          ticker.end(file.size());
          return;
        }
        Files.delete(whole);
      }
      for (int i = 0; i < TRIES; i++) {
        fetch();
        if (agrees(PartState.part(whole))) {
          PartState.finish(whole);
          ticker.end(file.size());
          return;
        }
        PartState.delete(whole);
      }
    } catch (IOException e) {
      throw GenerationException.unwritable(whole, FileReason.of(e), e);
    }
    throw HubRefusal.of(Kind.HASH_DIFFERS, file.path());
  }

  private boolean agrees(Path path) throws IOException {
    return FileHash.agrees(path, file, bytes -> ticker.verifying(), cancellation);
  }

  private void fetch() throws IOException {
    long have = PartState.length(whole, file);
    ticker.fetched(have, false);
    if (have < file.size() || !Files.exists(PartState.part(whole))) {
      client.retrying().run(client.host(), cancellation, this::length, this::attempt);
    }
  }

  private long length() {
    try {
      return PartState.length(whole, file);
    } catch (IOException e) {
      return 0; // the next attempt to write it will say why
    }
  }

  private boolean attempt() throws IOException {
    long have = PartState.length(whole, file);
    if (have == file.size() && have > 0) {
      return true;
    }
    try (HubAnswer answer = client.open(model, file, headers(have), cancellation)) {
      if (answer.status() == HubStatus.RANGE_UNSUITABLE) {
        PartState.delete(whole);
        throw new IOException("the range does not suit");
      }
      long from = begin(answer, have);
      new PartState(file.hash(), file.size(), answer.isPacked() ? "" : answer.tag()).write(whole);
      copy(answer, from);
    }
    return true;
  }

  private Map<String, String> headers(long have) {
    Map<String, String> headers = new HashMap<>();
    if (have > 0) {
      headers.put("Range", "bytes=" + have + "-");
      String tag = PartState.read(whole, file).tag();
      if (!tag.isEmpty()) {
        headers.put("If-Range", tag);
      }
    }
    return headers;
  }

  /**
   * Where the answer's bytes belong: behind those that are here, or at the beginning where the
   * server sends all of them, as it does if it has another file by now.
   *
   * @throws IOException if the part has to be fetched anew
   */
  private long begin(HubAnswer answer, long have) throws IOException {
    refusePage(answer);
    OptionalLong length = answer.number("Content-Length");
    if (answer.status() != PARTIAL) {
      if (length.isPresent() && length.getAsLong() != file.size() && !answer.isPacked()) {
        throw differs(length.getAsLong());
      }
      return 0;
    }
    Matcher range = RANGE.matcher(answer.header("Content-Range").orElse(""));
    String tag = PartState.read(whole, file).tag();
    boolean same = tag.isEmpty() || answer.tag().isEmpty() || tag.equals(answer.tag());
    boolean fits =
        range.matches()
            && Long.parseLong(range.group(1)) == have
            && (range.group(2).equals("*") || Long.parseLong(range.group(2)) == file.size());
    if (!same || !fits || answer.isPacked()) {
      PartState.delete(whole);
      throw new IOException("not the rest of what is here");
    }
    return have;
  }

  private void refusePage(HubAnswer answer) {
    if (answer.isPage() && !file.name().toLowerCase(Locale.ROOT).endsWith(".html")) {
      throw HubRefusal.of(Kind.HTML_ANSWER, file.path(), HubHttp.host(answer.from()));
    }
  }

  private GenerationException differs(long found) {
    return HubRefusal.of(
        Kind.LENGTH_DIFFERS, file.path(), Long.toString(file.size()), Long.toString(found));
  }

  private void copy(HubAnswer answer, long from) throws IOException {
    byte[] piece = new byte[PIECE];
    long here = from;
    ticker.fetched(here, from > 0);
    try (InputStream in = answer.content();
        // a plain stream, because a channel would be closed by an interrupt of the thread
        Sink out = new Sink(PartState.part(whole), from > 0)) {
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        cancellation.check();
        here += n;
        if (here > file.size()) {
          throw differs(here);
        }
        out.write(piece, n);
        ticker.fetched(here, true);
      }
      out.sync();
    }
    if (here < file.size()) {
      throw new IOException("%d of %d bytes came".formatted(here, file.size()));
    }
  }

  /** A file whose failures are told apart from the line's. */
  private static final class Sink implements AutoCloseable {

    private final Path path;
    private final FileOutputStream out;

    Sink(Path path, boolean append) {
      this.path = path;
      try {
        out = new FileOutputStream(path.toFile(), append);
      } catch (IOException e) {
        throw GenerationException.unwritable(path, FileReason.of(e), e);
      }
    }

    void write(byte[] bytes, int count) {
      try {
        out.write(bytes, 0, count);
      } catch (IOException e) {
        throw GenerationException.unwritable(path, FileReason.of(e), e);
      }
    }

    void sync() throws IOException {
      out.getFD().sync();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
