package io.github.easel.ui;

import io.github.easel.app.AdapterService;
import io.github.easel.generation.AdapterKind;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Two LoRAs of which one is for SDXL, and an embedding. */
public final class FakeAdapters implements AdapterService {

  private static AdapterSummary summary(AdapterKind kind, String name, String... triggers) {
    return new AdapterSummary(
        kind,
        name,
        Path.of(name + ".safetensors"),
        name.equals("Crystal") ? "SDXL" : "Stable Diffusion 1",
        List.of(triggers),
        1_000_000,
        Optional.empty(),
        Optional.empty());
  }

  @Override
  public List<AdapterSummary> list(AdapterKind kind) {
    return choices(kind, "").stream().map(AdapterChoice::adapter).toList();
  }

  @Override
  public List<AdapterChoice> choices(AdapterKind kind, String model) {
    if (kind == AdapterKind.EMBEDDING) {
      return List.of(
          new AdapterChoice(summary(kind, "EasyNegative", "EasyNegative"), Optional.empty()));
    }
    return List.of(
        new AdapterChoice(summary(kind, "ink", "inkstyle", "wash painting"), Optional.empty()),
        new AdapterChoice(
            summary(kind, "Crystal", "crystalline"),
            Optional.of(
                new GenerationException(
                    Failure.ADAPTER_UNSUITABLE, "", "Crystal", "SDXL", "Stable Diffusion 1"))));
  }

  @Override
  public String hash(AdapterSummary adapter) {
    return "0123456789ab";
  }
}
