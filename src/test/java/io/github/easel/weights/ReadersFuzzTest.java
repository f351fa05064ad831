package io.github.easel.weights;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** However a file is damaged, it is read soundly or refused in words. */
class ReadersFuzzTest {

  private static final int FILES = 120_000;
  private static final long SEED = 20261123;
  private static final Path FILE = Path.of("damaged");
  private static final long MOST_MEMORY = 64 << 20;

  @Test
  @Timeout(120)
  void damagedFilesAreReadSoundlyOrRefused() throws IOException {
    List<byte[]> seeds = seeds();
    Mutations mutations = new Mutations(SEED);
    int read = 0;
    int refused = 0;
    for (int i = 0; i < FILES; i++) {
      byte[] bytes = mutations.damage(seeds);
      try {
        if (isSound(bytes)) {
          read++;
        } else {
          refused++;
        }
      } catch (RuntimeException | Error | IOException e) {
        throw new AssertionError("file " + i + " of seed " + SEED, e);
      }
    }
    // damage that hits what matters, and damage that does not
    assertThat(read).isGreaterThan(FILES / 20);
    assertThat(refused).isGreaterThan(FILES / 4);
  }

  /** Whether the bytes were read; everything that was read is inside of them then. */
  private static boolean isSound(byte[] bytes) throws IOException {
    TensorFile file;
    try {
      file = TensorFiles.open(FILE, new BytesChannel(bytes));
    } catch (GenerationException e) {
      assertThat(e.failure()).isEqualTo(Failure.MODEL_FILE_UNUSABLE);
      return false;
    } catch (EOFException e) {
      return false; // files say then that they were cut short
    }
    for (StoredTensor tensor : file.tensors().values()) {
      if (tensor.offset() + tensor.bytes() > bytes.length || tensor.bytes() > MOST_MEMORY) {
        throw new AssertionError(tensor + " of " + bytes.length + " bytes");
      }
    }
    CheckpointFamily.of(file);
    try {
      CheckpointNames.sort(file);
    } catch (GenerationException e) {
      assertThat(e.failure()).isEqualTo(Failure.MODEL_FILE_UNUSABLE);
    }
    return true;
  }

  private static List<byte[]> seeds() throws IOException {
    List<byte[]> seeds = new ArrayList<>();
    for (String name :
        List.of("lightning.ckpt", "legacy.pt", "protocol4.pt", "float8.pt", "channels-last.pt")) {
      try (InputStream in = ReadersFuzzTest.class.getResourceAsStream("/weights/" + name)) {
        seeds.add(Objects.requireNonNull(in).readAllBytes());
      }
    }
    seeds.add(
        RawSafetensors.bytes(
            """
            {"__metadata__":{"format":"pt","ss_network_dim":"4"},
             "cond_stage_model.model.transformer.resblocks.0.attn.in_proj_weight":
               {"dtype":"F32","shape":[3,2],"data_offsets":[0,24]},
             "model.diffusion_model.input_blocks.1.0.in_layers.0.weight":
               {"dtype":"F16","shape":[4],"data_offsets":[24,32]},
             "first_stage_model.decoder.mid.attn_1.q.weight":
               {"dtype":"BF16","shape":[2,2,1,1],"data_offsets":[32,40]}}
            """,
            new byte[40]));
    seeds.add(
        RawSafetensors.bytes(
            """
            {"a":{"dtype":"U8","shape":[],"data_offsets":[0,1]},
             "b":{"dtype":"F64","shape":[1,0,3],"data_offsets":[1,1]},
             "conditioner.embedders.1.model.text_projection":
               {"dtype":"I8","shape":[2,3],"data_offsets":[1,7]}}
            """,
            new byte[7]));
    return seeds;
  }
}
