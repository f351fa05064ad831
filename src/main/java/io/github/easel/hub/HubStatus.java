package io.github.easel.hub;

import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the hub means by an answer that is not what was asked for. */
final class HubStatus {

  static final int TOO_MANY_REQUESTS = 429;
  static final int RANGE_UNSUITABLE = 416;
  private static final int FORBIDDEN = 403;
  private static final int UNAUTHORIZED = 401;
  private static final int NOT_FOUND = 404;
  private static final int OK = 200;
  private static final int FIRST_REDIRECT = 300;
  private static final Set<Integer> PASSING =
      Set.of(408, 425, TOO_MANY_REQUESTS, 500, 502, 503, 504);

  /** The rest of a window of requests in seconds, as in {@code "api";r=0;t=42}. */
  private static final Pattern RATE = Pattern.compile(";\\s*t=(\\d{1,9})");

  private final HubEndpoint endpoint;
  private final boolean hasToken;

  /**
   * @param hasToken whether the hub was told who asks
   */
  HubStatus(HubEndpoint endpoint, boolean hasToken) {
    this.endpoint = endpoint;
    this.hasToken = hasToken;
  }

  /**
   * Lets good answers pass.
   *
   * @param address what was asked for
   * @param file the file that was asked for, empty if none was
   * @throws IOException if it may go better next time
   * @throws GenerationException if it will not
   */
  void check(HubAnswer answer, HubAddress address, String file) throws IOException {
    int status = answer.status();
    if (status >= OK && status < FIRST_REDIRECT) {
      return;
    }
    if (PASSING.contains(status)) {
      throw new TryLater(status, wish(answer, Instant.now()));
    }
    if (!answer.own()) {
      // storage gives out addresses that grow old: the next attempt asks for a fresh one
      throw new TryLater(status, Optional.empty());
    }
    throw refusal(answer, address, file);
  }

  private GenerationException refusal(HubAnswer answer, HubAddress address, String file) {
    String model = address.model();
    String page = endpoint.page(model).toString();
    return switch (answer.header("X-Error-Code").orElse("")) {
      case "RepoNotFound" -> HubRefusal.of(Kind.MODEL_NOT_FOUND, model);
      case "RevisionNotFound" ->
          HubRefusal.of(Kind.REVISION_NOT_FOUND, address.revision().orElse("main"), model);
      case "EntryNotFound" -> HubRefusal.of(Kind.FILE_NOT_FOUND, file, model);
      case "GatedRepo" -> gated(model, page);
      case "DisabledRepo" -> HubRefusal.of(Kind.DISABLED, model);
      default -> byStatus(answer, model, file);
    };
  }

  private GenerationException byStatus(HubAnswer answer, String model, String file) {
    String page = endpoint.page(model).toString();
    String message = answer.header("X-Error-Message").orElse("");
    return switch (answer.status()) {
      case UNAUTHORIZED ->
          hasToken
              ? HubRefusal.of(Kind.TOKEN_REFUSED)
              // the hub answers so for models that do not exist, too
              : HubRefusal.of(Kind.MODEL_NOT_FOUND, model);
      case FORBIDDEN ->
          message.contains("disabled") ? HubRefusal.of(Kind.DISABLED, model) : gated(model, page);
      case NOT_FOUND ->
          file.isEmpty()
              ? HubRefusal.of(Kind.MODEL_NOT_FOUND, model)
              : HubRefusal.of(Kind.FILE_NOT_FOUND, file, model);
      default ->
          HubRefusal.of(
              Kind.SERVER_FAILED, HubHttp.host(answer.from()), Integer.toString(answer.status()));
    };
  }

  private GenerationException gated(String model, String page) {
    return HubRefusal.of(hasToken ? Kind.GATED : Kind.GATED_NO_TOKEN, model, page);
  }

  /** How long the server wants to be left alone: Retry-After, or RateLimit as the hub writes it. */
  static Optional<Duration> wish(HubAnswer answer, Instant now) {
    Optional<Duration> after = answer.header("Retry-After").flatMap(text -> retryAfter(text, now));
    return after.or(
        () ->
            answer
                .header("RateLimit")
                .map(RATE::matcher)
                .filter(Matcher::find)
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1)))));
  }

  /** Seconds, or a date of HTTP. */
  static Optional<Duration> retryAfter(String text, Instant now) {
    if (text.matches("\\d{1,9}")) {
      return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
    }
    try {
      Instant then = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      return Optional.of(then.isAfter(now) ? Duration.between(now, then) : Duration.ZERO);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
