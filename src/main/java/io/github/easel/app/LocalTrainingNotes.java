package io.github.easel.app;

import io.github.easel.file.AtomicFile;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.hub.DownloadKind;
import io.github.easel.image.PictureReader;
import io.github.easel.image.PngWriter;
import io.github.easel.image.Resizing;
import io.github.easel.image.SquareCrop;
import io.github.easel.settings.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in the folder of the trainings' states. */
final class LocalTrainingNotes implements TrainingNotes {

  private static final Logger LOG = LoggerFactory.getLogger(LocalTrainingNotes.class);
  private static final String ENDING = ".safetensors";
  private static final String PICTURE = ".png";
  private static final int LONGEST = 480;
  private static final int MOST_CAPTION = 2000;

  private final Places places;
  private final JsonFile<TeachDraft> draft;

  LocalTrainingNotes(Places places) {
    this.places = places;
    draft = new JsonFile<>(folder().resolve("teach.json"), TeachDraft.EMPTY, Runnable::run);
  }

  private Path folder() {
    return places.data().resolve("training");
  }

  @Override
  public LessonPicture look(Path file) {
    PixelImage image = PictureReader.read(file);
    return new LessonPicture(
        file,
        image.width(),
        image.height(),
        Resizing.within(image, LONGEST),
        square(SquareCrop.aroundWhatStandsOut(image)),
        square(SquareCrop.widest(image)),
        caption(file));
  }

  private static TrainingPlan.Square square(SquareCrop crop) {
    return new TrainingPlan.Square(crop.x(), crop.y(), crop.side());
  }

  /** Without it the picture can be learned from all the same. */
  private static String caption(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    Path text = file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".txt");
    try {
      if (!Files.isRegularFile(text)) {
        return "";
      }
      String caption = Files.readString(text).strip().replaceAll("\\s+", " ");
      return caption.substring(0, Math.min(MOST_CAPTION, caption.length()));
    } catch (IOException e) {
      LOG.info("no caption from {}: {}", text, e.toString());
      return "";
    }
  }

  @Override
  public TeachDraft draft() {
    return draft.load();
  }

  @Override
  public void keep(TeachDraft now) {
    draft.save(now);
  }

  private Path steps(String name, boolean lora) {
    return folder().resolve(name + (lora ? ".lora" : ".word") + ".steps");
  }

  private Path target(String name, boolean lora) {
    return places
        .downloads(lora ? DownloadKind.LORA : DownloadKind.EMBEDDING)
        .resolve(name + ENDING);
  }

  @Override
  public boolean isTaken(String name, boolean lora) {
    return Files.exists(target(name, lora)) && !Files.isDirectory(steps(name, lora));
  }

  @Override
  public List<Checkpoint> checkpoints(String name, boolean lora) {
    List<Checkpoint> found = new ArrayList<>();
    for (Path file : files(steps(name, lora))) {
      String step = String.valueOf(file.getFileName()).replace(ENDING, "");
      if (step.matches("[0-9]{1,9}")) {
        found.add(new Checkpoint(Integer.parseInt(step), file, picture(file)));
      }
    }
    found.sort(Comparator.comparingInt(Checkpoint::step));
    return found;
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    } catch (IOException e) {
      throw GenerationException.unreadable(folder, e);
    }
  }

  private static Path pictureOf(Path file) {
    return file.resolveSibling(String.valueOf(file.getFileName()).replace(ENDING, PICTURE));
  }

  private static Optional<PixelImage> picture(Path file) {
    Path picture = pictureOf(file);
    try {
      return Files.isRegularFile(picture)
          ? Optional.of(PictureReader.read(picture))
          : Optional.empty();
    } catch (GenerationException e) {
      LOG.info("no picture of {}: {}", file, e.toString());
      return Optional.empty();
    }
  }

  @Override
  public Checkpoint keep(TrainingPlan plan, int step, Path made, Optional<PixelImage> picture) {
    Path folder = steps(plan.name(), plan.what() instanceof TrainingPlan.Lora);
    Path file = folder.resolve("%06d".formatted(step) + ENDING);
    copy(made, file);
    picture.ifPresent(image -> PngWriter.write(image, Map.of(), pictureOf(file)));
    return new Checkpoint(step, file, picture);
  }

  @Override
  public void forget(String name, boolean lora) {
    for (Path file : files(steps(name, lora))) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException e) {
        throw GenerationException.unwritable(file, String.valueOf(e.getMessage()), e);
      }
    }
  }

  @Override
  public Path use(String name, boolean lora, Checkpoint checkpoint) {
    Path file = target(name, lora);
    copy(checkpoint.file(), file);
    Path picture = pictureOf(checkpoint.file());
    if (Files.isRegularFile(picture)) {
      copy(picture, file.resolveSibling(name + ".preview" + PICTURE));
    }
    return file;
  }

  private static void copy(Path from, Path to) {
    try {
      AtomicFile.createFolderOf(to);
      AtomicFile.write(to, out -> Files.copy(from, out));
    } catch (IOException e) {
      throw GenerationException.unwritable(to, String.valueOf(e.getMessage()), e);
    }
  }
}
