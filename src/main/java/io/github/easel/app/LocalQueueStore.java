package io.github.easel.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.file.AtomicFile;
import io.github.easel.file.FileReason;
import io.github.easel.generation.GenerationException;
import io.github.easel.task.Job;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps jobs in one JSON file, format 1, which is replaced only once its successor is wholly
 * written.
 *
 * <pre>
 * format  1; a file of a higher format is set aside
 * paused  whether the queue paused
 * jobs    the jobs, each as {@link JobJson} writes it
 * </pre>
 */
public final class LocalQueueStore implements QueueStore {

  private static final Logger LOG = LoggerFactory.getLogger(LocalQueueStore.class);
  private static final int FORMAT = 1;
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path file;
  private final SourcePictures sources;

  /** What never changes of a job is worked out once: its line is written whenever others change. */
  private final Map<Job, ObjectNode> written = new WeakHashMap<>();

  /**
   * @param file need not exist, nor its folder
   * @param sources keeps the pictures that others begin with
   */
  public LocalQueueStore(Path file, SourcePictures sources) {
    this.file = file;
    this.sources = sources;
  }

  @Override
  public Kept load() {
    if (!Files.exists(file)) {
      return Kept.NOTHING;
    }
    try {
      JsonNode root = JSON.readTree(file.toFile());
      if (root.path("format").asInt() != FORMAT || !root.path("jobs").isArray()) {
        throw new IOException("it is no list of jobs of format " + FORMAT);
      }
      JobJson reader = new JobJson(sources);
      List<Job> jobs = new ArrayList<>();
      boolean whole = true;
      for (JsonNode node : root.path("jobs")) {
        Optional<Job> job = read(reader, node);
        job.ifPresent(jobs::add);
        whole &= job.isPresent();
      }
      boolean paused = root.path("paused").asBoolean();
      return new Kept(jobs, paused, whole ? Optional.empty() : Optional.of(setAside()));
    } catch (IOException e) {
      LOG.warn("{} cannot be read: {}", file, e.toString());
      return new Kept(List.of(), false, Optional.of(setAside()));
    }
  }

  private static Optional<Job> read(JobJson reader, JsonNode node) {
    try {
      return Optional.of(reader.read(node));
    } catch (IllegalArgumentException e) {
      LOG.warn("A job cannot be read: {}", e.toString());
      return Optional.empty();
    }
  }

  private Path setAside() {
    try {
      return AtomicFile.setAside(file);
    } catch (IOException e) {
      throw GenerationException.unwritable(
          file.resolveSibling(file.getFileName() + ".unreadable"), FileReason.of(e), e);
    }
  }

  @Override
  public void save(List<Job> jobs, boolean paused) {
    AtomicFile.createFolderOf(file);
    ObjectNode root = JSON.createObjectNode().put("format", FORMAT).put("paused", paused);
    JobJson writer = new JobJson(sources);
    for (Job job : jobs) {
      ObjectNode node = written.computeIfAbsent(job, writer::write);
      root.withArray("jobs").add(JobJson.addProgress(job, node));
    }
    if (jobs.isEmpty()) {
      root.putArray("jobs");
    }
    try {
      byte[] bytes = JSON.writeValueAsBytes(root);
      AtomicFile.write(file, out -> out.write(bytes));
    } catch (IOException e) {
      throw GenerationException.unwritable(file, FileReason.of(e), e);
    }
  }
}
