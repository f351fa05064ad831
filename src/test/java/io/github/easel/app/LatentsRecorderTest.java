package io.github.easel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.Progress;
import io.github.easel.generation.ProgressListener;
import io.github.easel.generation.Stage;
import io.github.easel.generation.StepLatents;
import io.github.easel.weights.SafetensorsFile;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LatentsRecorderTest {

  private final LatentsRecorder recorder = new LatentsRecorder();
  private final ProgressListener listener = recorder.listening(ProgressListener.NONE);
  private final Path file;

  LatentsRecorderTest(@TempDir Path folder) {
    file = folder.resolve("latents.safetensors");
  }

  @Test
  void ordersByStepThenPicture() throws IOException {
    for (int picture = 0; picture < 2; picture++) {
      recorder.nextPicture();
      for (int step = 1; step <= 3; step++) {
        listener.onLatents(latents(step, 10 * step + picture));
      }
    }

    recorder.write(file);

    SafetensorsFile read = SafetensorsFile.read(file);
    assertThat(read.header().at("/step_latents/shape")).hasToString("[3,2,1,1,2]");
    assertThat(read.values("step_latents"))
        .containsExactly(10, -10, 11, -11, 20, -20, 21, -21, 30, -30, 31, -31);
  }

  @Test
  void passesEverythingOnAndLeavesTheBufferAlone() {
    List<Object> heard = new ArrayList<>();
    ProgressListener next =
        new ProgressListener() {
          @Override
          public void on(Progress progress) {
            heard.add(progress);
          }

          @Override
          public void onLatents(StepLatents latents) {
            heard.add(latents);
          }
        };
    Progress progress = new Progress(Stage.SAMPLING, 1, 2, 0.5);
    StepLatents latents = latents(1, 4);

    recorder.listening(next).on(progress);
    recorder.listening(next).onLatents(latents);

    assertThat(heard).containsExactly(progress, latents);
    assertThat(latents.values().position()).isZero();
  }

  @Test
  void refusesPicturesThatDiffer() {
    assertThatThrownBy(() -> recorder.write(file)).isInstanceOf(IllegalStateException.class);
    listener.onLatents(latents(1, 1));
    assertThatThrownBy(
            () -> listener.onLatents(new StepLatents(1, 1, 1, 1, FloatBuffer.allocate(1))))
        .isInstanceOf(IllegalStateException.class);
    recorder.nextPicture();
    assertThatThrownBy(() -> recorder.write(file))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("steps kept per picture: [1, 0]");
  }

  @Test
  void aFileThatCannotBeWrittenIsAFailure() throws IOException {
    listener.onLatents(latents(1, 1));
    Files.writeString(file, "in the way");

    assertThatThrownBy(() -> recorder.write(file.resolve("no/a")))
        .isInstanceOfSatisfying(
            GenerationException.class,
            e -> assertThat(e.failure()).isEqualTo(Failure.FILE_UNWRITABLE));
  }

  private static StepLatents latents(int step, float value) {
    return new StepLatents(
        step, 1, 1, 2, FloatBuffer.wrap(new float[] {value, -value}).asReadOnlyBuffer());
  }
}
