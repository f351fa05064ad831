package io.github.easel.hub;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hub's interface over HTTP, as its own programs use it. Every method waits for the hub, and
 * tries again what a line broke off; call it off the window's thread. Thread-safe.
 */
public final class HubClient {

  private static final String MAIN = "main";
  private static final int MOST_PAGES = 200;
  private static final Pattern NEXT = Pattern.compile("<([^>]*)>\\s*;[^,]*rel=\"?next\"?");

  private final HubEndpoint endpoint;
  private final HubHttp http;
  private final Retrying retrying;

  /**
   * A client; it connects when it is asked something.
   *
   * @param token of the person who asks; asked for at each request
   * @param program what to be called, such as {@code Easel/0.1}
   */
  public HubClient(
      HubEndpoint endpoint, Supplier<Optional<String>> token, HubTimes times, String program) {
    this(endpoint, new HubHttp(endpoint, token, times, program), Waiting.BY_THE_CLOCK);
  }

  HubClient(HubEndpoint endpoint, HubHttp http, Waiting waiting) {
    this.endpoint = endpoint;
    this.http = http;
    this.retrying = new Retrying(waiting);
  }

  public HubEndpoint endpoint() {
    return endpoint;
  }

  boolean hasToken() {
    return http.hasToken();
  }

  Retrying retrying() {
    return retrying;
  }

  String host() {
    return HubHttp.host(endpoint.root());
  }

  /**
   * What is known of the model at the address's revision.
   *
   * @throws GenerationException {@code DOWNLOAD_FAILED} with a {@link HubRefusal}, {@code
   *     CANCELLED}
   */
  public HubModel model(HubAddress address, Cancellation cancellation) {
    URI info = endpoint.info(address.model(), address.revision().orElse(MAIN));
    JsonNode json = ask(info, address, cancellation).json();
    return HubJson.model(json, address.model(), endpoint);
  }

  /**
   * The files of the model at its commit, all or those below the address's folder, in the hub's
   * order.
   *
   * @throws GenerationException likewise
   */
  public List<HubFile> files(HubModel model, HubAddress address, Cancellation cancellation) {
    URI first = endpoint.tree(model.id(), model.commit(), address.path());
    List<HubFile> files = new ArrayList<>();
    Set<URI> seen = new HashSet<>();
    Optional<URI> page = Optional.of(first);
    while (page.isPresent()) {
      if (!seen.add(page.get()) || seen.size() > MOST_PAGES) {
        throw HubRefusal.of(Kind.ANSWER_UNREADABLE, host(), "Link");
      }
      Told told = ask(page.get(), address, cancellation);
      files.addAll(HubJson.files(told.json(), model.id(), first));
      page = told.next().map(query -> withQuery(first, query));
    }
    return files;
  }

  /**
   * A mirror may name the hub that it mirrors, so that only the query of the next page is taken.
   */
  private static URI withQuery(URI page, String query) {
    String address = page.toString();
    try {
      return URI.create(address.substring(0, address.indexOf('?')) + query);
    } catch (IllegalArgumentException e) {
      throw HubRefusal.because(e, Kind.ANSWER_UNREADABLE, HubHttp.host(page), "Link");
    }
  }

  /**
   * One file of the model at its commit.
   *
   * @throws GenerationException likewise
   */
  public HubFile file(HubModel model, String path, Cancellation cancellation) {
    HubAddress address = address(model);
    URI file = endpoint.resolve(model.id(), model.commit(), path);
    return retrying.run(
        host(),
        cancellation,
        () -> {
          try (HubAnswer answer = http.head(file, cancellation)) {
            if (answer.status() < 300 || answer.status() >= 400) {
              status().check(answer, address, path);
            }
            if (answer.isPage() && !answer.linked().containsKey("x-linked-etag")) {
              throw HubRefusal.of(Kind.HTML_ANSWER, path, host());
            }
            return described(answer, model, path);
          }
        });
  }

  /** Of a file that lies in storage the hub tells size and hash in headers of its own. */
  private HubFile described(HubAnswer answer, HubModel model, String path) {
    String size =
        Optional.ofNullable(answer.linked().get("x-linked-size"))
            .or(() -> answer.header("Content-Length"))
            .orElse("");
    String hash =
        Optional.ofNullable(answer.linked().get("x-linked-etag"))
            .or(() -> answer.header("ETag"))
            .orElse("");
    if (!size.matches("\\d{1,18}")) {
      throw HubRefusal.of(Kind.ANSWER_UNREADABLE, host(), "X-Linked-Size");
    }
    String plain = hash.replaceFirst("^W/", "").replace("\"", "");
    return HubFile.of(path, Long.parseLong(size), plain, model.id());
  }

  /**
   * Begins to fetch a file: one attempt.
   *
   * @param headers such as Range
   * @return a good answer, or {@link HubStatus#RANGE_UNSUITABLE}; to be closed
   * @throws IOException if it may go better next time
   */
  HubAnswer open(
      HubModel model, HubFile file, Map<String, String> headers, Cancellation cancellation)
      throws IOException {
    URI address = endpoint.resolve(model.id(), model.commit(), file.path());
    HubAnswer answer = http.get(address, headers, cancellation);
    boolean good = false;
    try {
      if (answer.status() != HubStatus.RANGE_UNSUITABLE) {
        status().check(answer, address(model), file.path());
      }
      good = true;
      return answer;
    } finally {
      if (!good) {
        answer.close();
      }
    }
  }

  private static HubAddress address(HubModel model) {
    return new HubAddress(model.id(), Optional.of(model.commit()), "", false);
  }

  private HubStatus status() {
    return new HubStatus(endpoint, http.hasToken());
  }

  /** An answer, and the query of the page after it. */
  private record Told(JsonNode json, Optional<String> next) {}

  private Told ask(URI question, HubAddress address, Cancellation cancellation) {
    return retrying.run(
        host(),
        cancellation,
        () -> {
          try (HubAnswer answer =
              http.get(question, Map.of("Accept", "application/json"), cancellation)) {
            status().check(answer, address, address.path());
            return new Told(HubJson.read(answer), next(answer));
          }
        });
  }

  private static Optional<String> next(HubAnswer answer) {
    return answer
        .header("Link")
        .map(NEXT::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .filter(link -> link.indexOf('?') >= 0)
        .map(link -> link.substring(link.indexOf('?')));
  }
}
