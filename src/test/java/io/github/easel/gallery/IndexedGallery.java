package io.github.easel.gallery;

import io.github.easel.app.GalleryService;
import io.github.easel.app.LookService;
import io.github.easel.generation.Cancellation;
import io.github.easel.generation.PixelImage;
import io.github.easel.image.PictureReader;
import io.github.easel.image.PngWriter;
import io.github.easel.image.Resizing;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** A collection for tests: an index, and files that a test put into it. */
public final class IndexedGallery implements GalleryService {

  /** Answers {@link #looks}. */
  public LookService looks = LookService.NONE;

  /** Answers {@link #importFolder}. */
  public ImportReport report = new ImportReport(0, 0, Map.of(), 0);

  /** Runs when the reading of a folder begins. */
  public Runnable atReading = () -> {};

  private final Path folder;
  private final GalleryIndex index;

  /** Of pictures in that folder; its index lies there too. */
  public IndexedGallery(Path folder) {
    this.folder = folder;
    index = GalleryIndex.open(folder.resolve("index.db"));
  }

  /** Writes a picture of one colour with that prompt, and takes it in. */
  public GalleryItem put(String name, String prompt) {
    byte[] pixels = new byte[40 * 30 * 3];
    Arrays.fill(pixels, (byte) name.hashCode());
    String text = prompt + "\nSteps: 20, Sampler: Euler, Seed: 42, Size: 40x30";
    PngWriter.write(
        PixelImage.of(40, 30, pixels), Map.of("parameters", text), folder.resolve(name));
    return enter(name, prompt);
  }

  /** Takes a file in that may not be there. */
  public GalleryItem enter(String name, String prompt) {
    PictureEntry entry =
        new PictureEntry(
            folder.resolve(name),
            "id-" + name,
            LocalDateTime.of(2026, 5, 4, 12, 0).plusMinutes(index.size()),
            0,
            1,
            false,
            new PictureFacts(
                PictureKind.TEXT,
                prompt,
                "blurry",
                "Starter",
                "Euler",
                "Easel",
                40,
                30,
                OptionalLong.of(42),
                OptionalInt.of(20),
                OptionalDouble.of(7.5),
                ""));
    index.put(List.of(entry));
    return index.at(entry.file()).orElseThrow();
  }

  @Override
  public void start() {}

  @Override
  public void listen(Listener listener) {}

  @Override
  public Found find(GalleryQuery query, Cancellation cancellation) {
    return index.find(query, cancellation);
  }

  @Override
  public List<GalleryItem> items(List<Long> ids) {
    return index.items(ids);
  }

  @Override
  public Optional<GalleryItem> item(Path file) {
    return index.at(file);
  }

  @Override
  public void kept(Path file) {}

  @Override
  public PixelImage thumbnail(Path file) {
    return Resizing.within(PictureReader.read(file), THUMBNAIL);
  }

  @Override
  public void mark(Collection<Long> ids, UnaryOperator<Marks> change) {
    for (GalleryItem item : index.items(List.copyOf(ids))) {
      index.mark(item.entry().identity(), change.apply(item.marks()));
    }
  }

  @Override
  public Map<String, Integer> boards() {
    return index.boards();
  }

  @Override
  public void makeBoard(String name) {
    index.putBoard(name);
  }

  @Override
  public void renameBoard(String name, String other) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void deleteBoard(String name) {
    index.removeBoard(name);
  }

  @Override
  public List<String> models() {
    return index.models();
  }

  @Override
  public List<String> samplers() {
    return index.samplers();
  }

  @Override
  public List<GalleryItem> discard(List<Long> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<GalleryItem> restore(List<Long> ids) {
    throw new UnsupportedOperationException();
  }

  @Override
  public int emptyTrash(Cancellation cancellation) {
    throw new UnsupportedOperationException();
  }

  @Override
  public boolean hasSystemTrash() {
    return false;
  }

  @Override
  public LookService looks() {
    return looks;
  }

  @Override
  public void lookAtAll(Cancellation cancellation, Counting progress) {
    // all have been looked at
  }

  @Override
  public int rebuild(Cancellation cancellation, Counting progress) {
    atReading.run();
    cancellation.check();
    progress.on(index.size(), index.size());
    return index.size();
  }

  @Override
  public ImportReport importFolder(Path from, Cancellation cancellation, Counting progress) {
    atReading.run();
    cancellation.check();
    progress.on(report.copied() + report.known(), report.copied() + report.known());
    return report;
  }

  @Override
  public void close() {
    index.close();
  }
}
