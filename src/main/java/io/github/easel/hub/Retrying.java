package io.github.easel.hub;

import io.github.easel.generation.Cancellation;
import io.github.easel.generation.GenerationException;
import io.github.easel.hub.HubRefusal.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.function.LongSupplier;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again what a line or a server broke off, after pauses that grow from one second to sixteen,
 * or as long as the server wishes. Failures count only as long as nothing comes of the attempts.
 */
final class Retrying {

  /** One attempt. */
  @FunctionalInterface
  interface Attempt<T> {

    /**
     * Does it.
     *
     * @throws IOException if it may go better next time
     * @throws GenerationException if it will not
     */
    T once() throws IOException;
  }

  private static final Logger LOG = LoggerFactory.getLogger(Retrying.class);
  private static final int ATTEMPTS = 6;
  private static final int HOPELESS_ATTEMPTS = 2;
  private static final Duration LONGEST_WISH = Duration.ofMinutes(5);
  private static final long MINUTE = 60;

  private final Waiting waiting;

  Retrying(Waiting waiting) {
    this.waiting = waiting;
  }

  /** Tries something that succeeds at once or not at all. */
  <T> T run(String host, Cancellation cancellation, Attempt<T> attempt) {
    return run(host, cancellation, () -> 0, attempt);
  }

  /**
   * Tries something that gets further from attempt to attempt.
   *
   * @param host for messages
   * @param done how far it is; the count begins anew when it has grown
   * @throws GenerationException the last failure as a refusal, or {@code CANCELLED}
   */
  <T> T run(String host, Cancellation cancellation, LongSupplier done, Attempt<T> attempt) {
    int failures = 0;
    long reached = done.getAsLong();
    while (true) {
      cancellation.check();
      try {
        return attempt.once();
      } catch (IOException e) {
        cancellation.check(); // it may have been broken off for that
        failures = done.getAsLong() > reached ? 1 : failures + 1;
        reached = Math.max(reached, done.getAsLong());
        LOG.info("attempt {} at {} failed: {}", failures, host, e.toString());
        if (failures >= (reached == 0 && isHopeless(e) ? HOPELESS_ATTEMPTS : ATTEMPTS)) {
          throw refusal(host, e);
        }
        waiting.pause(pause(host, e, failures), cancellation);
      }
    }
  }

  /** Whoever has no line at all should hear so soon. */
  private static boolean isHopeless(IOException failure) {
    return failure instanceof ConnectException
        || failure instanceof HttpConnectTimeoutException
        || failure instanceof SSLException;
  }

  private static Duration pause(String host, IOException failure, int failures) {
    Duration own = Duration.ofSeconds(1L << (failures - 1));
    if (failure instanceof TryLater later) {
      Duration wish = later.after().orElse(own);
      if (wish.compareTo(LONGEST_WISH) > 0) {
        String minutes = Long.toString((wish.toSeconds() + MINUTE - 1) / MINUTE);
        throw HubRefusal.because(failure, Kind.BUSY, host, minutes);
      }
      return wish.compareTo(own) > 0 ? wish : own;
    }
    return own;
  }

  private static GenerationException refusal(String host, IOException failure) {
    if (failure instanceof TryLater later) {
      return later.status() == HubStatus.TOO_MANY_REQUESTS
          ? HubRefusal.because(failure, Kind.BUSY, host, "10")
          : HubRefusal.because(failure, Kind.SERVER_FAILED, host, Integer.toString(later.status()));
    }
    if (failure instanceof Stalled stalled) {
      return HubRefusal.because(failure, Kind.STALLED, host, Long.toString(stalled.seconds()));
    }
    return HubRefusal.because(failure, Kind.UNREACHABLE, host, failure.toString());
  }
}
