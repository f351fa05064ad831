package io.github.easel.weights;

import io.github.easel.generation.GenerationException;
import io.github.easel.weights.PickleValue.Sequence;
import io.github.easel.weights.PickleValue.Storage;
import io.github.easel.weights.PickleValue.Text;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads checkpoints of torch ({@code .ckpt}, {@code .pt}, {@code .pth}, {@code .bin}) without
 * running anything of them. The values are not copied: tensors point into the file.
 *
 * <pre>
 * since torch 1.6  a ZIP archive without compression: name/data.pkl, a pickle that describes the
 *                  tensors, and a file name/data/key for each storage
 * before           pickles one behind the other: a magic number, a version, facts of the system,
 *                  what was saved, the storages' keys; then for each key a count (64 bits) and as
 *                  many numbers
 * </pre>
 */
public final class PickleCheckpoint {

  private static final long LONGEST_PICKLE = 64_000_000;
  private static final int MAGIC_LENGTH = 15;

  /** The integer 0x1950a86a20f9469cfc6c as a pickle, behind the two bytes with its protocol. */
  private static final ByteBuffer MAGIC =
      ByteBuffer.wrap(
              new byte[] {
                (byte) 0x8A,
                10,
                0x6C,
                (byte) 0xFC,
                (byte) 0x9C,
                0x46,
                (byte) 0xF9,
                0x20,
                0x6A,
                (byte) 0xA8,
                0x50,
                0x19,
                '.'
              })
          .asReadOnlyBuffer();

  private final Path file;
  private final SeekableByteChannel channel;

  private PickleCheckpoint(Path file, SeekableByteChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Opens a checkpoint.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, or {@code MODEL_FILE_UNUSABLE} if it is of
   *     another kind, broken, compressed, or made to do harm
   */
  public static TensorFile open(Path file) {
    return WeightFiles.read(file, channel -> open(file, channel));
  }

  /** Likewise, from whatever holds the file's bytes. */
  static TensorFile open(Path file, SeekableByteChannel channel) throws IOException {
    PickleCheckpoint checkpoint = new PickleCheckpoint(file, channel);
    ByteBuffer start = ByteBuffer.allocate((int) Math.min(MAGIC_LENGTH, channel.size()));
    WeightFiles.fill(channel, 0, start);
    if (start.limit() == 0) {
      throw checkpoint.unusable("an empty file");
    }
    if (isZip(start)) {
      return checkpoint.zip();
    }
    if (isLegacy(start)) {
      return checkpoint.legacy();
    }
    String elsewhat = FileSignature.of(start);
    throw checkpoint.unusable(elsewhat.isEmpty() ? "something else" : elsewhat);
  }

  static boolean isZip(ByteBuffer start) {
    return start.limit() >= 4 && start.getInt(0) == 0x504B0304; // "PK", 3, 4
  }

  static boolean isLegacy(ByteBuffer start) {
    return start.limit() >= MAGIC_LENGTH
        && start.get(0) == (byte) 0x80
        && start.slice(2, MAGIC.limit()).equals(MAGIC);
  }

  private TensorFile zip() throws IOException {
    ZipDirectory directory = ZipDirectory.read(file, channel);
    List<String> pickles =
        directory.names().stream().filter(name -> name.matches("[^/]*/data\\.pkl")).toList();
    if (pickles.size() != 1) {
      throw unusable("an archive with %d pickles".formatted(pickles.size()));
    }
    String pickle = pickles.get(0);
    String root = pickle.substring(0, pickle.lastIndexOf('/') + 1);
    if (directory.names().contains(root + "constants.pkl")) {
      throw unusable("a TorchScript program");
    }
    requireLittleEndian(directory, root);
    ZipDirectory.Region region = region(directory, pickle);
    if (region.length() > LONGEST_PICKLE) {
      throw unusable("a pickle of %d bytes".formatted(region.length()));
    }
    PickleInput input =
        new PickleInput(file, channel, region.offset(), region.offset() + region.length());
    PickleValue saved = new PickleMachine(input).run();
    return StateDict.of(file, saved, storage -> region(directory, root + "data/" + storage.key()));
  }

  private void requireLittleEndian(ZipDirectory directory, String root) throws IOException {
    ZipDirectory.Region order = directory.find(root + "byteorder");
    if (order != null && order.length() >= 3) {
      ByteBuffer start = ByteBuffer.allocate(3);
      WeightFiles.fill(channel, order.offset(), start);
      if (start.get(0) == 'b') {
        throw unusable("numbers in big-endian order");
      }
    }
  }

  private ZipDirectory.Region region(ZipDirectory directory, String name) throws IOException {
    ZipDirectory.Region region = directory.find(name);
    if (region == null) {
      throw unusable("no entry named " + WeightFiles.quoted(name));
    }
    return region;
  }

  private TensorFile legacy() throws IOException {
    long end = Math.min(channel.size(), LONGEST_PICKLE);
    PickleInput input = new PickleInput(file, channel, MAGIC_LENGTH, end);
    new PickleMachine(input).run(); // the version of the protocol
    new PickleMachine(input).run(); // the system that wrote the file
    PickleMachine machine = new PickleMachine(input);
    PickleValue saved = machine.run();
    PickleValue keys = new PickleMachine(input).run();
    if (!(keys instanceof Sequence sequence)) {
      throw unusable("no list of storages");
    }
    Map<String, ZipDirectory.Region> regions =
        regions(input.position(), sequence.items(), machine.storages());
    return StateDict.of(
        file,
        saved,
        storage -> {
          ZipDirectory.Region region = regions.get(storage.key());
          if (region == null) {
            throw unusable("no storage named " + WeightFiles.quoted(storage.key()));
          }
          return region;
        });
  }

  private Map<String, ZipDirectory.Region> regions(
      long from, List<PickleValue> keys, Map<String, Storage> storages) throws IOException {
    Map<String, ZipDirectory.Region> regions = new HashMap<>();
    long position = from;
    ByteBuffer count = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (PickleValue key : keys) {
      Storage storage = key instanceof Text text ? storages.get(text.value()) : null;
      if (storage == null) {
        throw unusable("a storage that belongs to no tensor");
      }
      int width = TorchTypes.named(storage.type()).map(DataType::bytes).orElse(0);
      if (width == 0) {
        throw unusable(
            "numbers of the type %s, which Easel does not know"
                .formatted(WeightFiles.quoted(storage.type())));
      }
      if (position > channel.size() - Long.BYTES) {
        throw unusable("a file that ends too soon");
      }
      WeightFiles.fill(channel, position, count.clear());
      position += Long.BYTES;
      long length = count.getLong(0);
      if (length < 0 || length != storage.count() || length > (channel.size() - position) / width) {
        throw unusable(
            "%d numbers of a storage of %d, or fewer".formatted(length, storage.count()));
      }
      regions.put(storage.key(), new ZipDirectory.Region(position, length * width));
      position += length * width;
    }
    return regions;
  }

  private GenerationException unusable(String found) {
    return GenerationException.unusable(file, "a checkpoint as torch saves it", found);
  }
}
