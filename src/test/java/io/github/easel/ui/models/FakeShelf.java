package io.github.easel.ui.models;

import io.github.easel.app.ModelCard;
import io.github.easel.app.ModelCard.Family;
import io.github.easel.app.ModelCard.Kind;
import io.github.easel.app.ModelCard.Origin;
import io.github.easel.app.ModelCards;
import io.github.easel.app.ModelService.Details;
import io.github.easel.app.ModelService.Hash;
import io.github.easel.app.ModelService.ModelReport;
import io.github.easel.app.ModelService.ModelSummary;
import io.github.easel.app.ModelService.Part;
import io.github.easel.app.PictureLibrary;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.ImageSize;
import io.github.easel.generation.PixelImage;
import io.github.easel.ui.FakeServices;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** A shelf of invented models, and what was asked of it. */
public final class FakeShelf implements ModelCards {

  private static final Path OWN = Path.of("/home/nino/.local/share/easel/models");

  public final List<ModelCard> cards = Collections.synchronizedList(new ArrayList<>());
  public final List<String> removed = Collections.synchronizedList(new ArrayList<>());
  public final List<String> hashed = Collections.synchronizedList(new ArrayList<>());

  /** A shelf with something of every kind. */
  public static FakeShelf usual() {
    FakeShelf shelf = new FakeShelf();
    shelf.cards.addAll(
        List.of(
            model(FakeServices.STARTER, Family.OTHER, 61_000_000, "apache-2.0", false),
            model(FakeServices.LARGE, Family.SD1, 2_132_000_000L, "creativeml-openrail-m", true),
            lora("watercolour-v2", Family.SD1, 37_800_000, List.of("wtrclr style", "wet paper")),
            lora(
                "add-more-details_by_someone_with_a_long_name-v1.4_fp16",
                Family.SDXL,
                228_000_000,
                List.of()),
            card("easynegative", Kind.EMBEDDING, Family.SD1, 24_655, List.of("easynegative")),
            card("sd-vae-ft-mse", Kind.VAE, Family.SD1, 334_000_000, List.of()),
            broken()));
    return shelf;
  }

  static ModelCard model(
      ModelSummary summary, Family family, long bytes, String licence, boolean takes) {
    boolean file = family == Family.SD1;
    return new ModelCard(
        summary.name(),
        OWN.resolve(file ? summary.name() + ".safetensors" : summary.name()),
        Kind.CHECKPOINT,
        family,
        bytes,
        Instant.parse("2026-03-04T10:15:30Z"),
        file,
        Optional.of(Path.of(summary.name() + ".png")),
        new Origin("", licence, "", List.of()),
        takes,
        Optional.of(summary),
        Optional.empty());
  }

  static ModelCard lora(String name, Family family, long bytes, List<String> triggers) {
    return card(name, Kind.LORA, family, bytes, triggers);
  }

  private static ModelCard card(
      String name, Kind kind, Family family, long bytes, List<String> triggers) {
    return new ModelCard(
        name,
        Path.of("/media/models/stable-diffusion-webui/models/Lora", name + ".safetensors"),
        kind,
        family,
        bytes,
        Instant.parse("2025-11-20T10:15:30Z"),
        false,
        Optional.empty(),
        new Origin("", "", "", triggers),
        false,
        Optional.empty(),
        Optional.empty());
  }

  private static ModelCard broken() {
    return new ModelCard(
        "half-a-download",
        OWN.resolve("half-a-download.safetensors"),
        Kind.CHECKPOINT,
        Family.OTHER,
        1_200_000_000,
        Instant.parse("2026-01-02T10:15:30Z"),
        true,
        Optional.empty(),
        Origin.UNKNOWN,
        false,
        Optional.empty(),
        Optional.of(
            new GenerationException(
                Failure.MODEL_FILE_UNUSABLE, "short", "half", "4 GB", "1.2 GB")));
  }

  /** Pictures of every model that has one. */
  public static PictureLibrary pictures(Function<String, PixelImage> of) {
    return new PictureLibrary() {
      @Override
      public PixelImage thumbnail(Path file, int longest) {
        return of.apply(file.toString());
      }

      @Override
      public Optional<Made> made(Path file) {
        return Optional.empty();
      }
    };
  }

  @Override
  public List<ModelCard> all() {
    return List.copyOf(cards);
  }

  @Override
  public Optional<ModelReport> report(ModelCard card) {
    if (!card.kind().isModel()) {
      return Optional.empty();
    }
    return Optional.of(
        new ModelReport(
            card.name(),
            "Stable Diffusion 1.x",
            "epsilon",
            List.of(
                part("text_encoder", 246_000_000),
                part("unet", 1_719_000_000),
                part("vae", 167_000_000)),
            Optional.of(
                new Details(
                    io.github.easel.app.ModelService.Kind.SINGLE_FILE,
                    "as nothing says otherwise",
                    new ImageSize(512, 512),
                    Optional.empty()))));
  }

  private static Part part(String name, long bytes) {
    return new Part(
        name,
        Path.of(name),
        bytes,
        List.of(),
        List.of(),
        OptionalInt.of(196),
        List.of("F16"),
        Optional.empty());
  }

  @Override
  public Optional<Hash> knownHash(ModelCard card) {
    return Optional.empty();
  }

  @Override
  public Hash hash(ModelCard card) {
    hashed.add(card.name());
    return new Hash("6ce0161689b3".repeat(5) + "0000", "6ce0161689", "4c86efd0");
  }

  @Override
  public List<Path> belongings(ModelCard card) {
    return List.of(card.path());
  }

  @Override
  public boolean hasTrash() {
    return true;
  }

  @Override
  public void remove(ModelCard card) {
    removed.add(card.name());
    cards.remove(card);
  }
}
