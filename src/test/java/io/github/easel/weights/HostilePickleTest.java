package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that were made to do harm. */
class HostilePickleTest {

  private static final long[] TWO = {2};
  private static final long[] ONE = {1};

  private final Path folder;
  private final Path file;

  HostilePickleTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("model.ckpt");
  }

  @ParameterizedTest
  @CsvSource({
    "os, system",
    "posix, system",
    "nt, system",
    "subprocess, Popen",
    "builtins, eval",
    "builtins, exec",
    "__builtin__, eval",
    "builtins, __import__",
    "runpy, _run_code",
    "os.path, join",
    "builtins, eval.__call__"
  })
  void tellsOfCallsThatDoHarm(String module, String name) throws IOException {
    String command = "touch " + folder.resolve("harm");
    byte[] reduce = new PickleBytes().global(module, name).op('(').text(command).ops("tR").end();
    refused("a program: it would call “" + module + "." + name + "”", reduce);
    byte[] stackGlobal =
        new PickleBytes().text(module).text(name).op(0x93, '(').text(command).ops("tR").end();
    refused("it was not run", stackGlobal);
    assertThat(folder.resolve("harm")).doesNotExist();
  }

  @Test
  void callsNothingThatItDoesNotKnow() throws IOException {
    PickleBytes pickle = new PickleBytes().ops("}(").text("state_dict").ops("}(").text("a");
    pickle.tensor("FloatStorage", "0", 2, 0, TWO, ONE).op('u').text("callbacks");
    pickle.global("some.callback", "Class").op('(').text("x").ops("tR}(").text("y").ops("Nub");
    pickle.text("other").global("functools", "partial").ops("()(").ops("N1t").op(0x81).op('u');
    TorchZip.with(pickle.end()).stored("model/data/0", new byte[8]).write(file);

    assertThat(PickleCheckpoint.open(file).tensors()).containsOnlyKeys("a");
  }

  static Stream<List<Object>> broken() {
    return Stream.of(
        List.of("are left", new PickleBytes().op(0x8B).int32(-1)),
        List.of("are left", new PickleBytes().op(0x8E).int64(Long.MAX_VALUE)),
        List.of("are left", new PickleBytes().op(0x8E).int64(-1)),
        List.of("are left", new PickleBytes().op(0x8D).int64(1L << 40)),
        List.of("are left", new PickleBytes().op('X').int32(Integer.MAX_VALUE)),
        List.of("are left", new PickleBytes().op('B').int32(-1)),
        List.of("ends too soon", new PickleBytes().op('J')),
        List.of("never noted", new PickleBytes().op('h', 3)),
        List.of("takes more", new PickleBytes()),
        List.of("takes more", new PickleBytes().ops("N(0")),
        List.of("takes more", new PickleBytes().ops("N(").op(0x85)),
        List.of("takes more", new PickleBytes().ops("(q").op(0)),
        List.of("without a mark", new PickleBytes().ops("Nt")),
        List.of("without a mark", new PickleBytes().ops("}Nu")),
        List.of("instruction 0x50", new PickleBytes().ops("Pa\n")),
        List.of("instruction 0x69", new PickleBytes().ops("(ios\nsystem\n")),
        List.of("instruction 0x6F", new PickleBytes().ops("(o")),
        List.of("instruction 0x82", new PickleBytes().op(0x82, 1)),
        List.of("what has no name", new PickleBytes().ops("NN").op(0x93)),
        List.of("name of more than 1000", new PickleBytes().ops("c" + "a".repeat(2000))),
        List.of("no tensors", new PickleBytes().ops("]q").op(0).ops("h").op(0).ops("a")),
        List.of("no tensors", new PickleBytes().ops("}q").op(0).text("a").ops("h").op(0).ops("s")));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void refusesBrokenPickles(List<Object> wordsAndPickle) throws IOException {
    refused((String) wordsAndPickle.get(0), ((PickleBytes) wordsAndPickle.get(1)).end());
  }

  @Test
  void itsWorkIsBounded() throws IOException {
    refused("more than 2000000 instructions", new PickleBytes().ops("(".repeat(3_000_000)).end());
    refused("more than 2000000 instructions", new PickleBytes().ops("}".repeat(3_000_000)).end());
    refused("more than 2000000 instructions", new PickleBytes().ops("]2a".repeat(900_000)).end());
    // one long list, made into dictionaries again and again
    PickleBytes copies = new PickleBytes().ops("](" + "N".repeat(100_000) + "eq").op(0);
    for (int i = 0; i < 1000; i++) {
      copies.global("collections", "OrderedDict").ops("h").op(0, 0x85, 'R');
    }
    refused("more than 2000000 instructions", copies.end());
  }

  @Test
  void doublingCostsNothing() throws IOException {
    // ten lists within each of ten lists, and so on a thousand times: 10^1000 when written out
    PickleBytes laughs = new PickleBytes().ops("]q").op(0);
    for (int i = 0; i < 1000; i++) {
      laughs.ops("](" + "h\0".repeat(10) + "eq").op(0);
    }
    refused("no tensors", laughs.end());
    // likewise as dictionaries below state_dict
    PickleBytes dicts = new PickleBytes().ops("}q").op(0);
    for (int i = 0; i < 1000; i++) {
      dicts.ops("}(").text("state_dict").ops("h\0").text("b").ops("h\0uq").op(0);
    }
    refused("no tensors", dicts.end());
  }

  static Stream<List<Object>> tensors() {
    long[] none = {};
    long[] huge = {1L << 40, 1L << 40};
    return Stream.of(
        List.of("more values", tensor("FloatStorage", 3, 0, TWO, ONE)),
        List.of("more values", tensor("FloatStorage", 2, 1, TWO, ONE)),
        List.of("more values", tensor("FloatStorage", 2, 0, new long[] {3}, ONE)),
        List.of("values before the first", tensor("FloatStorage", 2, -1, TWO, ONE)),
        List.of("more values", tensor("FloatStorage", -1, 0, TWO, ONE)),
        List.of("more values", tensor("FloatStorage", 1L << 35, 0, new long[] {1L << 35}, ONE)),
        List.of("more values", tensor("DoubleStorage", 2, 0, TWO, ONE)),
        List.of("impossible shape", tensor("FloatStorage", 2, 0, huge, new long[] {1L << 40, 1})),
        List.of("impossible shape", tensor("FloatStorage", Long.MAX_VALUE, 0, TWO, ONE)),
        List.of("impossible shape", tensor("FloatStorage", 2, Long.MAX_VALUE, TWO, ONE)),
        List.of("no tensors", tensor("FloatStorage", 2, 0, none, ONE)),
        List.of("no shape", tensor("FloatStorage", 2, 0, new long[] {-2}, ONE)),
        List.of("no shape", tensor("FloatStorage", 2, 0, new long[9], new long[9])),
        List.of("out of order", tensor("FloatStorage", 2, 0, TWO, new long[] {0})),
        List.of("out of order", tensor("FloatStorage", 2, 0, TWO, new long[] {-1})),
        List.of("type “ComplexFloatStorage”", tensor("ComplexFloatStorage", 2, 0, TWO, ONE)));
  }

  @ParameterizedTest
  @MethodSource("tensors")
  void refusesTensorsBeyondTheirStorage(List<Object> wordsAndPickle) throws IOException {
    TorchZip.with(((PickleBytes) wordsAndPickle.get(1)).end())
        .stored("model/data/0", new byte[8])
        .write(file);

    Unusable.because((String) wordsAndPickle.get(0), () -> PickleCheckpoint.open(file));
  }

  @Test
  void refusesStoragesThatAreNotThere() throws IOException {
    PickleBytes pickle = new PickleBytes().ops("}(").text("a");
    pickle.tensor("FloatStorage", "../../x", 2, 0, TWO, ONE).op('u');

    refused("no entry named “model/data/../../x”", pickle.end());
  }

  @Test
  void refusesHostileArchives() throws IOException {
    byte[] pickle = tensor("FloatStorage", 2, 0, TWO, ONE).end();
    TorchZip.with(pickle).stored("../../outside", new byte[8]).write(file);
    Unusable.because("leads out of it", () -> PickleCheckpoint.open(file));
    TorchZip.with(pickle).stored("/etc/x", new byte[8]).write(file);
    Unusable.because("leads out of it", () -> PickleCheckpoint.open(file));
    TorchZip.with(pickle).deflated("model/data/0", new byte[1 << 20]).write(file);
    Unusable.because("compressed entry “model/data/0”", () -> PickleCheckpoint.open(file));
    new TorchZip().deflated("model/data.pkl", pickle).write(file);
    Unusable.because("pack it without compression", () -> PickleCheckpoint.open(file));
    TorchZip.with(pickle).stored("b/data.pkl", pickle).write(file);
    Unusable.because("2 pickles", () -> PickleCheckpoint.open(file));
    new TorchZip().stored("x", pickle).write(file);
    Unusable.because("0 pickles", () -> PickleCheckpoint.open(file));
  }

  @Test
  void believesNoOffsetsOfArchives() throws IOException {
    byte[] sound = TorchZip.with(tensor("FloatStorage", 2, 0, TWO, ONE).end()).bytes();
    int end = sound.length - 22;
    for (int[] placeAndValue :
        new int[][] {
          {end + 16, 0x7FFFFFFF}, {end + 16, -1}, {end + 12, 0x7FFFFFFF}, {end + 12, 45}, {end, 0}
        }) {
      byte[] broken = sound.clone();
      ByteBuffer.wrap(broken)
          .order(ByteOrder.LITTLE_ENDIAN)
          .putInt(placeAndValue[0], placeAndValue[1]);
      Files.write(file, broken);
      Unusable.because("", () -> PickleCheckpoint.open(file));
    }
  }

  private static PickleBytes tensor(
      String storage, long count, long offset, long[] size, long[] stride) {
    return new PickleBytes()
        .ops("}(")
        .text("a")
        .tensor(storage, "0", count, offset, size, stride)
        .op('u');
  }

  private void refused(String words, byte[] pickle) throws IOException {
    TorchZip.with(pickle).write(file);
    Unusable.because(words, () -> PickleCheckpoint.open(file));
  }
}
