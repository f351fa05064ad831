package io.github.easel.hub;

import io.github.easel.generation.Cancellation;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An answer's bytes as they come. Unlike the JDK's own stream it gives up when nothing comes for a
 * while, and wakes when the work is cancelled. Closing it ends the connection.
 */
final class HubBody extends InputStream implements BodySubscriber<HubBody> {

  /** A piece of the answer, or its end. */
  private record Piece(List<ByteBuffer> buffers, boolean last, @Nullable Throwable failure) {}

  private final Duration stall;
  private final Cancellation cancellation;
  private final Cancellation.Registration registration;

  // never more than a few: a piece is asked for when the one before it has been read
  private final BlockingQueue<Piece> coming = new LinkedBlockingQueue<>();
  private final CompletableFuture<Flow.Subscription> subscription = new CompletableFuture<>();
  private final Deque<ByteBuffer> ready = new ArrayDeque<>();
  private boolean ended;

  /**
   * @param stall the longest time between two pieces
   */
  HubBody(Duration stall, Cancellation cancellation) {
    this.stall = stall;
    this.cancellation = cancellation;
    registration = cancellation.onCancel(() -> coming.add(failed(new IOException("broken off"))));
  }

  private static Piece failed(Throwable failure) {
    return new Piece(List.of(), true, failure);
  }

  @Override
  public CompletionStage<HubBody> getBody() {
    return CompletableFuture.completedStage(this);
  }

  @Override
  public void onSubscribe(Flow.Subscription given) {
    if (subscription.complete(given)) {
      given.request(1);
    } else {
      given.cancel(); // closed before it began
    }
  }

  @Override
  public void onNext(List<ByteBuffer> buffers) {
    coming.add(new Piece(buffers, false, null));
  }

  @Override
  public void onError(Throwable failure) {
    coming.add(failed(failure));
  }

  @Override
  public void onComplete() {
    coming.add(new Piece(List.of(), true, null));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    while (ready.isEmpty()) {
      if (ended) {
        return -1;
      }
      await();
    }
    ByteBuffer next = ready.element();
    int taken = Math.min(count, next.remaining());
    next.get(bytes, from, taken);
    if (!next.hasRemaining()) {
      ready.remove();
    }
    return taken;
  }

  /** Waits for the next piece. */
  private void await() throws IOException {
    Piece piece = next();
    Throwable failure = piece.failure();
    if (failure != null) {
      cancellation.check();
      throw new IOException(failure.getMessage(), failure);
    }
    ended = piece.last();
    piece.buffers().stream().filter(ByteBuffer::hasRemaining).forEach(ready::add);
    if (!ended) {
      subscription.thenAccept(s -> s.request(1)).join();
    }
  }

  private Piece next() throws IOException {
    try {
      Piece piece = coming.poll(stall.toMillis(), TimeUnit.MILLISECONDS);
      if (piece == null) {
        throw new Stalled(Math.max(1, stall.toSeconds()));
      }
      return piece;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    registration.close();
    if (!subscription.cancel(false)) {
      subscription.join().cancel();
    }
  }
}
