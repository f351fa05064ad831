package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.easel.file.FileReason;
import io.github.easel.tensor.FloatTensor;
import io.github.easel.tensor.Shape;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {

  private final Path folder;
  private final Path file;

  SafetensorsTest(@TempDir Path folder) {
    this.folder = folder;
    this.file = folder.resolve("model.safetensors");
  }

  @Test
  void readsWhatTheWriterWrote() throws IOException {
    Map<String, FloatTensor> written = new LinkedHashMap<>();
    written.put("b", FloatTensor.of(Shape.of(2, 3), 1, 2, 3, 4, 5, 6));
    written.put("scalar", FloatTensor.of(Shape.of(), 7));
    written.put("none", FloatTensor.zeros(Shape.of(0, 4)));
    SafetensorsWriter.write(written, file);

    TensorFile read = Safetensors.open(file);

    assertThat(read.file()).isEqualTo(file);
    assertThat(read.tensors()).containsOnlyKeys("b", "scalar", "none");
    written.forEach(
        (name, values) -> {
          StoredTensor stored = read.tensor(name);
          assertThat(stored.shape()).isEqualTo(values.shape());
          assertThat(stored.type()).isEqualTo(DataType.F32);
          assertThat(TensorValues.read(stored).toArray()).isEqualTo(values.toArray());
        });
  }

  @Test
  void readsMetadataTypesAndOffsetsInAnyOrder() throws IOException {
    RawSafetensors.write(
        file,
        """
        {"z": {"shape": [2], "data_offsets": [1, 5], "dtype": "BF16", "other": [{}]},
         "__metadata__": {"ss_network_dim": "8", "sshs_legacy_hash": "a"},
         "a": {"dtype": "F8_E4M3", "shape": [1, 1], "data_offsets": [0, 1]}}
        """,
        new byte[5]);

    TensorFile read = Safetensors.open(file);

    assertThat(read.metadata())
        .containsExactly(entry("ss_network_dim", "8"), entry("sshs_legacy_hash", "a"));
    long data = Files.size(file) - 5;
    assertThat(read.tensors().values())
        .containsExactly(
            new StoredTensor("z", DataType.BF16, Shape.of(2), file, data + 1),
            new StoredTensor("a", DataType.F8_E4M3, Shape.of(1, 1), file, data));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "more behind it | {} {}",
        "something else | [1]",
        "Duplicate field 'a' | {'a':{'dtype':'U8','shape':[4],'data_offsets':[0,4]},'a':{}}",
        "Duplicate field 'dtype' | {'a':{'dtype':'U8','dtype':'I8'}}",
        "type “F4” | {'a':{'dtype':'F4','shape':[8],'data_offsets':[0,4]}}",
        "no type | {'a':{'dtype':7,'shape':[4],'data_offsets':[0,4]}}",
        "no complete description at “a” | {'a':{'dtype':'U8','shape':[4]}}",
        "no complete description at “a” | {'a':{'dtype':'U8','shape':[4],'data_offsets':[0]}}",
        "no description at “a” | {'a':3}",
        "more than two offsets | {'a':{'dtype':'U8','shape':[4],'data_offsets':[0,4,4]}}",
        "no list of numbers | {'a':{'dtype':'U8','shape':4,'data_offsets':[0,4]}}",
        "no whole number | {'a':{'dtype':'U8','shape':[4.0],'data_offsets':[0,4]}}",
        "negative number -4 | {'a':{'dtype':'U8','shape':[-4],'data_offsets':[0,4]}}",
        "values from 4 to 0 of 4 | {'a':{'dtype':'U8','shape':[4],'data_offsets':[4,0]}}",
        "values from 0 to 5 of 4 | {'a':{'dtype':'U8','shape':[5],'data_offsets':[0,5]}}",
        "4 bytes for [3] of U8 | {'a':{'dtype':'U8','shape':[3],'data_offsets':[0,4]}}",
        "4 bytes for [] of F16 | {'a':{'dtype':'F16','shape':[],'data_offsets':[0,4]}}",
        "more than 8 axes | {'a':{'dtype':'U8','shape':[1,1,1,1,1,1,1,1,4]}}",
        "metadata that is no JSON object | {'__metadata__':7}",
        "metadata that is no text | {'__metadata__':{'a':[]}}",
        "4 bytes of no tensor at its end | {}",
        "1 bytes of no tensor before its values at “a” "
            + "| {'a':{'dtype':'U8','shape':[3],'data_offsets':[1,4]}}",
        "overlap those of another at “b” "
            + "| {'a':{'dtype':'U8','shape':[3],'data_offsets':[0,3]},"
            + "'b':{'dtype':'U8','shape':[2],'data_offsets':[2,4]}}",
        "overlap those of another "
            + "| {'a':{'dtype':'U8','shape':[4],'data_offsets':[0,4]},"
            + "'b':{'dtype':'U8','shape':[4],'data_offsets':[0,4]}}",
        "impossible shape | {'a':{'dtype':'F32','shape':[9000000000000000000,8],"
            + "'data_offsets':[0,4]}}",
        "impossible shape | {'a':{'dtype':'F64','shape':[9000000000000000000],"
            + "'data_offsets':[0,4]}}",
        "out of range of long | {'a':{'dtype':'U8','shape':[99999999999999999999]}}",
        "Unexpected end-of-input | {'a'",
        "Unexpected end-of-input | {",
      })
  void refusesUnsoundHeaders(String found, String header) throws IOException {
    RawSafetensors.write(file, header.replace('\'', '"'), new byte[4]);

    Unusable.because(found, () -> Safetensors.open(file));
  }

  @Test
  void refusesFilesThatEndTooSoon() throws IOException {
    Files.write(file, new byte[0]);
    Unusable.because("an empty file", () -> Safetensors.open(file));
    Files.write(file, new byte[7]);
    Unusable.because("a file of 7 bytes", () -> Safetensors.open(file));

    byte[] whole =
        RawSafetensors.bytes(
            "{\"a\":{\"dtype\":\"U8\",\"shape\":[4],\"data_offsets\":[0,4]}}", (byte) 1);
    Files.write(file, whole);
    Unusable.because("values from 0 to 4 of 1 bytes at “a”", () -> Safetensors.open(file));
  }

  @Test
  void refusesHeadersThatAreLargerThanTheFile() throws IOException {
    byte[] header = "{}".getBytes(StandardCharsets.UTF_8);
    Files.write(file, RawSafetensors.withLength(3, header));
    Unusable.because("a header of 3 bytes in a file of 10", () -> Safetensors.open(file));
    Files.write(file, RawSafetensors.withLength(100_000_000_000L, header));
    Unusable.because("a header of 100000000000 bytes", () -> Safetensors.open(file));
    Files.write(file, RawSafetensors.withLength(-1, header));
    Unusable.because("a header of 18446744073709551615 bytes", () -> Safetensors.open(file));
  }

  @Test
  void saysWhatPeopleDownloadInstead() throws IOException {
    Files.writeString(file, "version https://git-lfs.github.com/spec/v1\noid sha256:0\n");
    Unusable.because("a Git LFS pointer", () -> Safetensors.open(file));
    Files.writeString(file, "<!DOCTYPE html><html></html>");
    Unusable.because("a web page", () -> Safetensors.open(file));
    Files.writeString(file, "\uFEFF\n<html>");
    Unusable.because("a web page", () -> Safetensors.open(file));
    Files.writeString(file, "Invalid username or password.");
    Unusable.because("a text", () -> Safetensors.open(file));
    Files.writeString(file, "გვერდი არ არსებობს");
    Unusable.because("a text", () -> Safetensors.open(file));
  }

  @Test
  void namesOfTensorsDoNotSpoilTheSentence() throws IOException {
    RawSafetensors.write(file, "{\"" + "a\\n".repeat(400) + "\": 1}");

    Unusable.because("“" + "a?".repeat(60) + "…”", () -> Safetensors.open(file));
  }

  @Test
  void refusesWhatIsNoFile() throws IOException {
    Unusable.unreadable(FileReason.NOT_THERE.words(), () -> Safetensors.open(file));
    Unusable.unreadable(FileReason.FOLDER.words(), () -> Safetensors.open(folder));
    try {
      Files.createSymbolicLink(file, folder.resolve("other"));
      Files.createSymbolicLink(folder.resolve("other"), file);
    } catch (UnsupportedOperationException | FileSystemException e) {
      assumeTrue(false, "symbolic links cannot be made here");
    }
    Unusable.unreadable(FileReason.LINKS_IN_A_CIRCLE.words(), () -> Safetensors.open(file));
  }
}
