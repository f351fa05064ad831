package io.github.easel.model;

import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.ContentHash;
import io.github.easel.generation.GenerationException;
import io.github.easel.weights.TensorFiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The hashes by which pictures name adapters, as A1111 reckons them: of a LoRA that its trainer
 * noted ({@code sshs_model_hash}), else of what follows the header of its file; of an embedding of
 * the whole file. Twelve digits of SHA-256. All of the file is read for them, once while it stays
 * as it is.
 */
public final class AdapterHash {

  private static final int DIGITS = 12;
  private static final int PIECE = 1 << 20;
  private static final int MOST_KEPT = 1024;
  private static final Map<Key, String> KEPT = new HashMap<>();

  private record Key(Path file, ModelFiles.Stamp stamp) {}

  private AdapterHash() {}

  /**
   * The twelve digits.
   *
   * @throws GenerationException {@code FILE_UNREADABLE}, {@code MODEL_FILE_UNUSABLE}
   */
  public static String of(Adapter adapter) {
    Key key = new Key(adapter.file(), ModelFiles.stamp(adapter.file()));
    String kept = kept(key);
    return kept == null ? keep(key, read(adapter)) : kept;
  }

  private static String read(Adapter adapter) {
    Path file = adapter.file();
    boolean safetensors = file.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors");
    if (adapter.kind() == AdapterKind.LORA) {
      String noted = TensorFiles.open(file).metadata().getOrDefault("sshs_model_hash", "");
      if (noted.matches("[0-9a-fA-F]{12,}")) {
        return noted.substring(0, DIGITS);
      }
    }
    try (InputStream in = Files.newInputStream(file)) {
      if (adapter.kind() == AdapterKind.LORA && safetensors) {
        byte[] length = in.readNBytes(Long.BYTES);
        in.skipNBytes(ByteBuffer.wrap(length).order(ByteOrder.LITTLE_ENDIAN).getLong());
      }
      MessageDigest digest = ContentHash.sha256();
      byte[] piece = new byte[PIECE];
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        digest.update(piece, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    } catch (IOException e) {
      throw GenerationException.unreadable(file, e);
    }
  }

  private static synchronized @Nullable String kept(Key key) {
    return KEPT.get(key);
  }

  private static synchronized String keep(Key key, String hash) {
    if (KEPT.size() > MOST_KEPT) {
      KEPT.clear();
    }
    KEPT.put(key, hash);
    return hash;
  }
}
