package io.github.easel.hub;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.easel.file.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a model came from, kept beside it: {@code hub.json} in a folder, {@code NAME.hub.json}
 * beside a single file.
 *
 * @param model {@code owner/name}
 * @param commit of the hub
 * @param licence its short name; empty if none was given
 * @param page where the licence can be read
 */
public record HubOrigin(String model, String commit, String licence, String page) {

  private static final Logger LOG = LoggerFactory.getLogger(HubOrigin.class);
  private static final String NAME = "hub.json";
  private static final long LONGEST = 1 << 20;
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Takes nothing for a part that is missing. */
  @SuppressWarnings("ConstantValue")
  public HubOrigin {
    model = model == null ? "" : model;
    commit = commit == null ? "" : commit;
    licence = licence == null ? "" : licence;
    page = page == null ? "" : page;
  }

  static HubOrigin of(HubModel model) {
    return new HubOrigin(model.id(), model.commit(), model.licence(), model.page().toString());
  }

  /** Where a model's origin is kept. */
  static Path file(Path model, boolean folder) {
    return folder ? model.resolve(NAME) : model.resolveSibling(model.getFileName() + "." + NAME);
  }

  /** Of a model on this computer, if it was downloaded. */
  public static Optional<HubOrigin> read(Path model) {
    Path file = file(model, Files.isDirectory(model));
    try {
      return Files.isRegularFile(file) && Files.size(file) < LONGEST
          ? Optional.of(JSON.readValue(file.toFile(), HubOrigin.class))
          : Optional.empty();
    } catch (IOException e) {
      LOG.warn("{} cannot be read: {}", file, e.toString());
      return Optional.empty();
    }
  }

  void write(Path file) throws IOException {
    AtomicFile.write(file, out -> out.write(JSON.writeValueAsBytes(this)));
  }
}
