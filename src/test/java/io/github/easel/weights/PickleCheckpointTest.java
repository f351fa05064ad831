package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.github.easel.file.FileReason;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PickleCheckpointTest {

  private final Path folder;

  PickleCheckpointTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @ParameterizedTest
  @ValueSource(strings = {"lightning.ckpt", "legacy.pt", "protocol4.pt"})
  void readsWhatTorchWrites(String name) throws URISyntaxException {
    TensorFile checkpoint = PickleCheckpoint.open(resource(name));

    assertThat(checkpoint.tensors().keySet())
        .containsExactly(
            "weight",
            "bias",
            "conv.weight",
            "half",
            "bfloat",
            "double",
            "ids",
            "flag",
            "scalar",
            "part",
            "swapped",
            "parameter");
    assertValues(checkpoint, "weight", Shape.of(2, 3), -1, -0.75f, -0.5f, -0.25f, 0, 0.25f);
    assertValues(checkpoint, "bias", Shape.of(2), -1, -0.75f);
    assertThat(checkpoint.tensor("conv.weight").shape()).isEqualTo(Shape.of(2, 3, 1, 2));
    assertValues(checkpoint, "half", Shape.of(5), -1, -0.75f, -0.5f, -0.25f, 0);
    assertThat(checkpoint.tensor("half").type()).isEqualTo(DataType.F16);
    assertValues(checkpoint, "bfloat", Shape.of(5), -1, -0.75f, -0.5f, -0.25f, 0);
    assertValues(checkpoint, "double", Shape.of(3), -1, -0.75f, -0.5f);
    assertValues(checkpoint, "ids", Shape.of(4), 0, 1, 2, 3);
    assertValues(checkpoint, "flag", Shape.of(), 1);
    assertValues(checkpoint, "scalar", Shape.of(), 7.5f);
    assertValues(checkpoint, "part", Shape.of(2, 3), -0.25f, 0, 0.25f, 0.5f, 0.75f, 1);
    assertValues(checkpoint, "swapped", Shape.of(2, 3), -1, -0.5f, 0, -0.75f, -0.25f, 0.25f);
    assertValues(checkpoint, "parameter", Shape.of(2), -1, -0.75f);
    assertThat(checkpoint.metadata())
        .containsExactly(
            entry("epoch", "3"),
            entry("global_step", Long.toString(1L << 40)),
            entry("pytorch-lightning_version", "1.4.2"));
  }

  @Test
  void readsEightBitFloats() throws URISyntaxException {
    TensorFile checkpoint = PickleCheckpoint.open(resource("float8.pt"));

    assertThat(checkpoint.tensor("f8").type()).isEqualTo(DataType.F8_E4M3);
    assertValues(checkpoint, "f8", Shape.of(4), -1, -0.75f, -0.5f, -0.25f);
    assertValues(checkpoint, "other", Shape.of(2), -1, -0.75f);
  }

  @Test
  void saysWhatToDoAboutOtherOrders() throws URISyntaxException {
    Path file = resource("channels-last.pt");

    Unusable.because(
        "values out of order (shape [1, 2, 2, 2], strides [8, 1, 4, 2]) at “image”;"
            + " save it as safetensors",
        () -> PickleCheckpoint.open(file));
  }

  @Test
  void readsTheGoldenCheckpointAsItsSafetensors() {
    TensorFile pickled = PickleCheckpoint.open(Golden.file("single/tiny-sd1-4level.ckpt"));
    TensorFile safe = Safetensors.open(Golden.file("single/tiny-sd1-4level.safetensors"));

    assertThat(pickled.tensors().keySet()).containsAll(safe.tensors().keySet());
    safe.tensors()
        .forEach(
            (name, tensor) -> {
              StoredTensor other = pickled.tensor(name);
              assertThat(other.shape()).as(name).isEqualTo(tensor.shape());
              assertThat(other.type()).as(name).isEqualTo(tensor.type());
              assertThat(TensorValues.read(other).toArray())
                  .as(name)
                  .isEqualTo(TensorValues.read(tensor).toArray());
            });
  }

  @Test
  void readsWeightsThatLieDeeper() throws IOException {
    byte[] data = new byte[8];
    long[] axis = {2};
    long[] stride = {1};
    PickleBytes pickle =
        new PickleBytes().ops("}(").text("name").text("mine").text("step").whole(9);
    pickle.text("string_to_param").ops("}(").text("*");
    pickle.tensor("FloatStorage", "0", 2, 0, axis, stride).op('u');
    pickle.text("optimizer_state").ops("}(").text("x");
    pickle.tensor("FloatStorage", "0", 2, 0, axis, stride).ops("uu");
    Path file = TorchZip.with(pickle.end()).stored("model/data/0", data).write(path());

    TensorFile checkpoint = PickleCheckpoint.open(file);

    assertThat(checkpoint.tensors()).containsOnlyKeys("string_to_param.*");
    assertThat(checkpoint.metadata()).containsExactly(entry("name", "mine"), entry("step", "9"));
  }

  @Test
  void refusesWhatIsNoCheckpoint() throws IOException {
    Unusable.unreadable(FileReason.NOT_THERE.words(), () -> PickleCheckpoint.open(path()));
    Unusable.unreadable(FileReason.FOLDER.words(), () -> PickleCheckpoint.open(folder));
    Files.write(path(), new byte[0]);
    Unusable.because("an empty file", () -> PickleCheckpoint.open(path()));
    Files.writeString(path(), "hello");
    Unusable.because("a text", () -> PickleCheckpoint.open(path()));
    Files.writeString(path(), "version https://git-lfs");
    Unusable.because("a Git LFS pointer", () -> PickleCheckpoint.open(path()));
    TorchZip.with(new PickleBytes().op('N').end()).write(path());
    Unusable.because("no tensors", () -> PickleCheckpoint.open(path()));
    TorchZip.with(new PickleBytes().op('N').end()).stored("model/constants.pkl").write(path());
    Unusable.because("a TorchScript program", () -> PickleCheckpoint.open(path()));
    TorchZip.with(new PickleBytes().op('N').end())
        .stored("model/byteorder", (byte) 'b', (byte) 'i', (byte) 'g')
        .write(path());
    Unusable.because("big-endian", () -> PickleCheckpoint.open(path()));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 10, 20, 100, 1000})
  void refusesFilesThatWereCutShort(int lacking) throws IOException, URISyntaxException {
    for (String name : new String[] {"lightning.ckpt", "legacy.pt"}) {
      byte[] whole = Files.readAllBytes(resource(name));
      Files.write(path(), java.util.Arrays.copyOf(whole, whole.length - lacking));

      Unusable.because("", () -> PickleCheckpoint.open(path()));
    }
  }

  private static void assertValues(TensorFile file, String name, Shape shape, float... expected) {
    assertThat(file.tensor(name).shape()).as(name).isEqualTo(shape);
    assertThat(TensorValues.read(file.tensor(name)).toArray()).as(name).isEqualTo(expected);
  }

  private Path path() {
    return folder.resolve("model.ckpt");
  }

  private static Path resource(String name) throws URISyntaxException {
    URI uri =
        Objects.requireNonNull(PickleCheckpointTest.class.getResource("/weights/" + name)).toURI();
    return Path.of(uri);
  }
}
