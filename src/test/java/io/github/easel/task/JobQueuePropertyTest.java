package io.github.easel.task;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.GenerationResult;
import io.github.easel.generation.PreviewWish;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.BeforeTry;

/** Whatever people do while a real worker draws, the queue keeps its promises. */
class JobQueuePropertyTest {

  private static final int OPERATIONS = 120;
  private static final int SEEDS_OF_A_JOB = 1000;

  /** How often each job was told to have ended, by any thread. */
  private final Map<Job, AtomicInteger> endings = new ConcurrentHashMap<>();

  /** The seeds of the pictures in the order in which they were begun. */
  private final List<Long> begun = Collections.synchronizedList(new ArrayList<>());

  private final AtomicInteger atOnce = new AtomicInteger();
  private final AtomicInteger mostAtOnce = new AtomicInteger();

  /** All tries share this object. */
  @BeforeTry
  void forget() {
    endings.clear();
    begun.clear();
    mostAtOnce.set(0);
  }

  private GenerationResult draw(GenerationRequest request) {
    mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
    begun.add(request.seed());
    try {
      if (request.seed() % 7 == 3) {
        throw new GenerationException(Failure.NOT_FINITE, "as it happens", "3");
      }
      if (request.seed() % 11 == 5) {
        throw new OutOfMemoryError("as it happens");
      }
      return Jobs.result(request);
    } finally {
      atOnce.decrementAndGet();
    }
  }

  @Property(tries = 60, shrinking = ShrinkingMode.OFF)
  void keepsItsPromises(@ForAll long chance, @ForAll @IntRange(min = 1, max = 3) int threads)
      throws InterruptedException, ExecutionException, TimeoutException {
    ExecutorService worker = Executors.newFixedThreadPool(threads);
    JobQueue queue =
        new JobQueue(
            (request, progress, cancellation) -> {
              cancellation.check();
              return draw(request);
            },
            worker,
            () -> PreviewWish.NONE);
    queue.listen(
        job -> {
          if (job.state().ended()) {
            endings.computeIfAbsent(job, one -> new AtomicInteger()).incrementAndGet();
          }
        });
    Random random = new Random(chance);
    List<Job> all = new ArrayList<>();
    for (int i = 0; i < OPERATIONS; i++) {
      operate(queue, random, all);
    }
    queue.pause(false);
    queue.release(job -> true);
    settle(queue, worker);
    worker.shutdown();
    assertThat(worker.awaitTermination(20, TimeUnit.SECONDS)).isTrue();

    assertThat(queue.line()).isEqualTo(Line.EMPTY);
    assertThat(all).allMatch(job -> job.state().ended());
    assertThat(endings.keySet()).containsAll(all);
    assertThat(mostAtOnce.get()).isLessThanOrEqualTo(1);
    drewEveryPictureOnceAndInOrder(all);
  }

  private static void operate(JobQueue queue, Random random, List<Job> all) {
    List<Job> waiting = queue.waiting();
    int kind = random.nextInt(20);
    if (kind < 9) {
      Job job = Jobs.of((long) all.size() * SEEDS_OF_A_JOB, 1 + random.nextInt(4));
      all.add(job);
      queue.submit(job, random.nextBoolean() ? Integer.MAX_VALUE : random.nextInt(3));
    } else if (kind < 12 && !all.isEmpty()) {
      queue.cancel(all.get(random.nextInt(all.size())));
    } else if (kind < 15 && !waiting.isEmpty()) {
      queue.move(waiting.get(random.nextInt(waiting.size())), random.nextInt(5));
    } else if (kind < 18) {
      queue.pause(random.nextBoolean());
    } else if (kind == 18 && !waiting.isEmpty()) {
      Job other = Jobs.of((long) all.size() * SEEDS_OF_A_JOB, 2);
      if (queue.replace(waiting.get(0), other)) {
        all.add(other);
      }
    } else if (random.nextInt(4) == 0) {
      queue.cancelAll();
    }
  }

  /** Tasks go through the worker one behind the other, so an empty one comes after the others. */
  private static void settle(JobQueue queue, ExecutorService worker)
      throws InterruptedException, ExecutionException, TimeoutException {
    while (!queue.line().open().isEmpty()) {
      worker.submit(() -> {}).get(20, TimeUnit.SECONDS);
    }
  }

  private void drewEveryPictureOnceAndInOrder(List<Job> all) {
    List<Long> order;
    synchronized (begun) {
      order = List.copyOf(begun);
    }
    Set<Long> once = new HashSet<>(order);
    assertThat(order).hasSameSizeAs(once);
    Map<Long, Long> lastOf = new HashMap<>();
    for (long seed : order) {
      long job = seed / SEEDS_OF_A_JOB;
      assertThat(seed).isGreaterThan(lastOf.getOrDefault(job, -1L));
      lastOf.put(job, seed);
    }
    for (int i = 0; i < all.size(); i++) {
      Job job = all.get(i);
      long first = (long) i * SEEDS_OF_A_JOB;
      long begunOfIt = order.stream().filter(seed -> seed / SEEDS_OF_A_JOB == first / 1000).count();
      int failed = job.state() == JobState.FAILED ? 1 : 0;
      assertThat(begunOfIt).isEqualTo(job.done() + failed);
      assertThat(job.state() == JobState.DONE).isEqualTo(job.done() == job.pictures().size());
    }
  }

  @Property(tries = 100, shrinking = ShrinkingMode.OFF)
  void beginsNoPictureAfterAPauseButTheOneUnderWay(@ForAll long chance)
      throws InterruptedException, ExecutionException, TimeoutException {
    ExecutorService worker = Threads.worker("test-worker");
    JobQueue queue =
        new JobQueue(
            (request, progress, cancellation) -> draw(request), worker, () -> PreviewWish.NONE);
    Random random = new Random(chance);
    for (int i = 0; i < 6; i++) {
      queue.submit(Jobs.of((long) i * SEEDS_OF_A_JOB, 1 + random.nextInt(3)));
    }
    for (int i = random.nextInt(200); i > 0; i--) {
      Thread.onSpinWait();
    }
    queue.pause(true);
    int before = begun.size();
    queue.submit(Jobs.of(99_000, 1), 0);
    while (queue.running().isPresent()) {
      worker.submit(() -> {}).get(20, TimeUnit.SECONDS);
    }
    worker.submit(() -> {}).get(20, TimeUnit.SECONDS);
    assertThat(begun.size()).isLessThanOrEqualTo(before + 1);
    assertThat(begun).doesNotContain(99_000L);
    List<Job> left = queue.waiting();
    assertThat(left).allMatch(job -> job.state() == JobState.QUEUED);
    queue.close();
    worker.shutdown();
    assertThat(worker.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
    assertThat(queue.waiting()).isEqualTo(left);
  }
}
