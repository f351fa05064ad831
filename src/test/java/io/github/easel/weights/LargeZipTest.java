package io.github.easel.weights;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** ZIP64, whose fields torch writes for checkpoints of more than 4 GB. */
class LargeZipTest {

  private static final byte[] NAME = "m/data/0".getBytes(StandardCharsets.UTF_8);

  @Test
  void readsLengthsAndOffsetsOf64Bits(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("large.zip");
    ByteBuffer zip = ByteBuffer.allocate(1000).order(ByteOrder.LITTLE_ENDIAN);
    zip.position(100);
    zip.putInt(0x04034b50).put(new byte[22]).putShort((short) NAME.length).putShort((short) 6);
    zip.put(NAME).put(new byte[6]);
    int data = zip.position();
    zip.put(new byte[] {1, 2, 3, 4});
    int directory = zip.position();
    zip.putInt(0x02014b50).put(new byte[16]).putInt(-1).putInt(-1);
    zip.putShort((short) NAME.length).putShort((short) 34).put(new byte[10]).putInt(-1).put(NAME);
    zip.putShort((short) 7).putShort((short) 2).putShort((short) 0); // another field before it
    zip.putShort((short) 1).putShort((short) 24).putLong(4).putLong(4).putLong(100);
    int length = zip.position() - directory;
    int largeEnd = zip.position();
    zip.putInt(0x06064b50).putLong(44).put(new byte[12]).putLong(1).putLong(1);
    zip.putLong(length).putLong(directory);
    zip.putInt(0x07064b50).putInt(0).putLong(largeEnd).putInt(1);
    zip.putInt(0x06054b50).put(new byte[4]).putShort((short) -1).putShort((short) -1);
    zip.putInt(-1).putInt(-1).putShort((short) 0);
    byte[] bytes = new byte[zip.position()];
    zip.rewind().get(bytes);
    Files.write(file, bytes);

    ZipDirectory.Region region =
        WeightFiles.read(
            file, channel -> requireNonNull(ZipDirectory.read(file, channel).find("m/data/0")));

    assertThat(region).isEqualTo(new ZipDirectory.Region(data, 4));
  }
}
