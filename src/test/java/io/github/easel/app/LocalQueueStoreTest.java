package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.app.QueueStore.Kept;
import io.github.easel.generation.Draft;
import io.github.easel.generation.Failure;
import io.github.easel.generation.Fit;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.GenerationRequest;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.Manner;
import io.github.easel.generation.Mask;
import io.github.easel.generation.MaskShape;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;
import io.github.easel.generation.RandomKind;
import io.github.easel.generation.Repaint;
import io.github.easel.generation.SamplerKind;
import io.github.easel.generation.Sampling;
import io.github.easel.generation.ScheduleKind;
import io.github.easel.generation.Seeding;
import io.github.easel.generation.Source;
import io.github.easel.generation.UnderMask;
import io.github.easel.task.Job;
import io.github.easel.task.JobState;
import io.github.easel.task.Jobs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalQueueStoreTest {

  private static final Draft DRAFT =
      new Draft(
          new Draft.Words("კატა {a|b}\n\"ok\"", "blurry", List.of("Watercolor"), true),
          "Stable Diffusion 1.5",
          new Draft.Format(512, 768, 2),
          new Draft.Way("Euler a", "Karras", 25, 6.5, 2),
          new Draft.Chance("42", "7", 0.25),
          new Draft.Start("copy.png", "cat.jpg", 0.4, "pad"));

  private static final PixelImage PIXELS = PixelImage.of(2, 1, new byte[] {1, 2, 3, 4, 5, 6});

  @TempDir private Path folder;
  private Path file;
  private SourcePictures sources;

  @BeforeEach
  void place() {
    file = folder.resolve("data").resolve("queue.json");
    sources = new LocalSourcePictures(folder.resolve("sources"));
  }

  private QueueStore store() {
    return new LocalQueueStore(file, sources);
  }

  private static GenerationRequest everything(long seed) {
    return new GenerationRequest(
        new Prompt(
            "კატა \\ \"x\"",
            "no dog",
            new PromptReading(PromptReading.Syntax.COMFYUI, PromptReading.Emphasis.IGNORE, 2)),
        "Stable Diffusion 1.5",
        new ImageSize(512, 768),
        new Sampling(SamplerKind.EULER_A, ScheduleKind.KARRAS, 25, 6.5, OptionalDouble.of(0.5)),
        new Seeding(
            seed,
            RandomKind.TORCH_CPU,
            Optional.of(new Seeding.Variation(9, 0.3)),
            Optional.of(new ImageSize(256, 256)),
            31337),
        Optional.of(
            new Source(PIXELS, "cat.jpg", 0.4, Fit.PAD)
                .in(new Manner(0.9, true))
                .withRepaint(
                    Optional.of(
                        new Repaint(
                            Mask.of(2, 1, new byte[] {0, (byte) 255}),
                            new MaskShape(true, -2, 3.5),
                            UnderMask.FILL,
                            OptionalInt.of(24))))));
  }

  @Test
  void findsNothingBeforeTheFirstSave() {
    assertThat(store().load()).isEqualTo(Kept.NOTHING);
    assertThat(file).doesNotExist();
  }

  @Test
  void bringsBackEverythingThatDecidesThePictures() {
    Job job =
        new Job(
            UUID.randomUUID(),
            DRAFT,
            List.of(everything(1), everything(2), everything(3)),
            1,
            2,
            false);
    store().save(List.of(job, Jobs.of(7, 1)), true);
    Kept kept = store().load();
    assertThat(kept.paused()).isTrue();
    assertThat(kept.setAside()).isEmpty();
    assertThat(kept.jobs()).hasSize(2);
    Job read = kept.jobs().get(0);
    assertThat(read.id()).isEqualTo(job.id());
    assertThat(read.draft()).isEqualTo(DRAFT);
    assertThat(read.pictures()).isEqualTo(job.pictures());
    assertThat(read.done()).isEqualTo(1);
    assertThat(read.begun()).isEqualTo(2);
    assertThat(read.held()).isTrue();
    assertThat(read.state()).isEqualTo(JobState.QUEUED);
    assertThat(read.pictures().get(0).source().orElseThrow().image())
        .isSameAs(read.pictures().get(2).source().orElseThrow().image());
  }

  @Test
  void bringsBackWhyAJobFailed() {
    GenerationException failure =
        new GenerationException(Failure.STEPS_UNSUITABLE, "too many", "300", "150");
    Job job = Job.failed(UUID.randomUUID(), DRAFT, List.of(Jobs.request(1)), 0, failure);
    store().save(List.of(job), false);
    Job read = store().load().jobs().get(0);
    assertThat(read.state()).isEqualTo(JobState.FAILED);
    assertThat(read.failure().orElseThrow().failure()).isEqualTo(Failure.STEPS_UNSUITABLE);
    assertThat(read.failure().orElseThrow().details()).containsExactly("300", "150");
    assertThat(read.again(false).pictures()).isEqualTo(job.pictures());
  }

  @Test
  void writesHowFarAJobIsEveryTime() {
    QueueStore store = store();
    Job job = Jobs.of(1, 3);
    store.save(List.of(job), false);
    assertThat(store.load().jobs().get(0).done()).isZero();
    Job further = new Job(job.id(), job.draft(), job.pictures(), 2, 1, false);
    store.save(List.of(further), false);
    assertThat(store.load().jobs().get(0).done()).isEqualTo(2);
    store.save(List.of(), false);
    assertThat(store.load()).isEqualTo(Kept.NOTHING);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"format\":2,\"jobs\":[]}", "{\"format\":1}", "null"})
  void setsAFileAsideThatItCannotRead(String text) throws IOException {
    Files.createDirectories(file.getParent());
    for (int i = 1; i <= 2; i++) {
      Files.writeString(file, text);
      Kept kept = store().load();
      assertThat(kept.jobs()).isEmpty();
      Path aside = kept.setAside().orElseThrow();
      assertThat(aside)
          .hasFileName(i == 1 ? "queue.json.unreadable" : "queue.json.unreadable-2")
          .hasContent(text);
    }
  }

  @Test
  void saysThatAFileCannotBeSetAside() throws IOException {
    Files.createDirectories(file); // a folder is no list of jobs and cannot be copied
    assertThatThrownBy(() -> store().load())
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE));
    assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**.part");
  }

  @Test
  void readsTheOthersWhenOneJobIsDamaged() throws IOException {
    store().save(List.of(Jobs.of(1, 1), Jobs.of(2, 1), Jobs.of(3, 1)), false);
    String text = Files.readString(file);
    Files.writeString(file, text.replace("\"seed\":2,", "\"seed\":\"two\","));
    Kept kept = store().load();
    assertThat(kept.jobs()).extracting(job -> job.pictures().get(0).seed()).containsExactly(1L, 3L);
    assertThat(kept.setAside()).isPresent();
  }

  @Test
  void setsAJobAsideWhoseSourceIsGone() throws IOException {
    Job job = new Job(UUID.randomUUID(), DRAFT, List.of(everything(1)));
    store().save(List.of(job), false);
    Files.delete(sources.keep(PIXELS));
    Kept kept = store().load();
    assertThat(kept.jobs()).isEmpty();
    assertThat(kept.setAside().orElseThrow()).content().contains(PIXELS.sha256());
  }

  @Test
  void keepsAJobWhoseModelIsGone() {
    Job job = new Job(UUID.randomUUID(), DRAFT, List.of(everything(1)));
    store().save(List.of(job), false);
    assertThat(store().load().jobs().get(0).pictures().get(0).model())
        .isEqualTo("Stable Diffusion 1.5");
  }

  @Test
  void saysThatTheFileCannotBeWritten() throws IOException {
    Files.createDirectories(file); // a folder of that name
    Files.writeString(file.resolve("full"), "full");
    assertThatThrownBy(() -> store().save(List.of(Jobs.of(1, 1)), false))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE));
    assertThat(folder.resolve("data")).isDirectoryNotContaining("glob:**.part");
  }
}
