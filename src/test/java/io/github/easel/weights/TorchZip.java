package io.github.easel.weights;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives as torch saves them, with any entries. */
final class TorchZip {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final ZipOutputStream zip = new ZipOutputStream(bytes);

  static TorchZip with(byte[] pickle) throws IOException {
    return new TorchZip().stored("model/data.pkl", pickle);
  }

  TorchZip stored(String name, byte... content) throws IOException {
    ZipEntry entry = new ZipEntry(name);
    entry.setMethod(ZipEntry.STORED);
    entry.setSize(content.length);
    CRC32 crc = new CRC32();
    crc.update(content);
    entry.setCrc(crc.getValue());
    return put(entry, content);
  }

  TorchZip deflated(String name, byte... content) throws IOException {
    return put(new ZipEntry(name), content);
  }

  byte[] bytes() throws IOException {
    zip.close();
    return bytes.toByteArray();
  }

  Path write(Path file) throws IOException {
    return Files.write(file, bytes());
  }

  private TorchZip put(ZipEntry entry, byte... content) throws IOException {
    zip.putNextEntry(entry);
    zip.write(content);
    zip.closeEntry();
    return this;
  }
}
