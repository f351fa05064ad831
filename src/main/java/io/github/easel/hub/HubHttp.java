package io.github.easel.hub;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;

/**
 * Requests over HTTP. Redirects are followed here and not by the JDK, so that the token goes to the
 * hub alone, and no redirect leads off a protected connection.
 */
final class HubHttp {

  private static final int MOST_REDIRECTS = 10;
  private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
  private static final List<String> LINKED =
      List.of("x-linked-etag", "x-linked-size", "x-repo-commit");

  private final HubEndpoint endpoint;
  private final Supplier<Optional<String>> token;
  private final HubTimes times;
  private final String program;
  private final HttpClient client;

  /**
   * @param token asked for anew at each request
   * @param program what to be called, such as {@code Easel/0.1}
   */
  HubHttp(HubEndpoint endpoint, Supplier<Optional<String>> token, HubTimes times, String program) {
    this.endpoint = endpoint;
    this.token = token;
    this.times = times;
    this.program = program;
    client =
        HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(times.connect())
            .build();
  }

  /** Whether the hub is told who asks. */
  boolean hasToken() {
    return token.get().isPresent();
  }

  /** Asks for the content of an address. */
  HubAnswer get(URI address, Map<String, String> headers, Cancellation cancellation)
      throws IOException {
    return send("GET", address, headers, true, cancellation);
  }

  /** Asks for what the hub says of a file, and does not go on to where it is stored. */
  HubAnswer head(URI address, Cancellation cancellation) throws IOException {
    return send("HEAD", address, Map.of(), false, cancellation);
  }

  private HubAnswer send(
      String method,
      URI first,
      Map<String, String> headers,
      boolean away,
      Cancellation cancellation)
      throws IOException {
    Map<String, String> linked = new HashMap<>();
    Set<URI> seen = new HashSet<>();
    URI address = first;
    while (seen.add(address) && seen.size() <= MOST_REDIRECTS) {
      boolean own = endpoint.isOwn(address);
      HttpResponse<HubBody> response = exchange(method, address, headers, own, cancellation);
      if (own) {
        LINKED.forEach(
            name ->
                response.headers().firstValue(name).ifPresent(v -> linked.putIfAbsent(name, v)));
      }
      Optional<String> location = response.headers().firstValue("Location");
      boolean onward = REDIRECTS.contains(response.statusCode()) && location.isPresent();
      URI next = onward ? next(address, location.get(), response.body()) : address;
      if (!onward || (!away && !endpoint.isOwn(next))) {
        return new HubAnswer(
            address, own, response.statusCode(), response.headers(), linked, response.body());
      }
      response.body().close();
      address = next;
    }
    throw HubRefusal.of(Kind.REDIRECT_LOOP, first.getHost());
  }

  private static URI next(URI from, String location, HubBody body) {
    try {
      URI next = from.resolve(new URI(location));
      if (next.getHost() != null && HubEndpoint.isSafe(next) && next.getRawUserInfo() == null) {
        return next;
      }
      body.close();
      throw HubRefusal.of(Kind.REDIRECT_PLAIN, from.getHost());
    } catch (URISyntaxException e) {
      body.close();
      throw HubRefusal.because(e, Kind.ANSWER_UNREADABLE, from.getHost(), "Location");
    }
  }

  private HttpResponse<HubBody> exchange(
      String method,
      URI address,
      Map<String, String> headers,
      boolean own,
      Cancellation cancellation)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .method(method, BodyPublishers.noBody())
            .timeout(times.answer())
            .header("User-Agent", program)
            .header("Accept-Encoding", "identity");
    headers.forEach(request::header);
    if (own) {
      token.get().ifPresent(secret -> request.header("Authorization", "Bearer " + secret));
    }
    HubBody body = new HubBody(times.stall(), cancellation);
    CompletableFuture<HttpResponse<HubBody>> coming =
        client.sendAsync(request.build(), info -> body);
    boolean arrived = false;
    Cancellation.Registration stop = cancellation.onCancel(() -> coming.cancel(true));
    try {
      HttpResponse<HubBody> response = coming.get();
      arrived = true;
      return response;
    } catch (CancellationException e) {
      throw new GenerationException(Failure.CANCELLED, "cancelled", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GenerationException(Failure.CANCELLED, "interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
    } finally {
      stop.close();
      if (!arrived) {
        body.close();
      }
    }
  }

  /** The host in lower case, for messages. */
  static String host(URI address) {
    return address.getHost().toLowerCase(Locale.ROOT);
  }
}
