package io.github.easel.ui.shots;

import io.github.easel.canvas.Area;
import io.github.easel.generation.Failure;
import io.github.easel.generation.GenerationException;
import io.github.easel.ui.compose.Verb;
import io.github.easel.ui.drop.DropViewModel.Place;
import io.github.easel.ui.drop.Dropped;
import io.github.easel.ui.models.ModelsViewModel;
import io.github.easel.ui.models.ShelfViewModel;
import io.github.easel.ui.studio.Page;
import io.github.easel.ui.studio.StudioViewModel;
import io.github.easel.ui.text.Language;
import io.github.easel.ui.viewer.Picture;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Leads a window through its states, as somebody would who uses all of it. */
final class Scenes {

  private static final int PICTURES = 5;

  private final StudioViewModel studio;
  private final DemoGeneration generation;
  private final Backstage backstage;
  private final Consumer<String> camera;

  /**
   * @param camera takes a picture of the window under that name
   */
  Scenes(
      StudioViewModel studio,
      DemoGeneration generation,
      Backstage backstage,
      Consumer<String> camera) {
    this.studio = studio;
    this.generation = generation;
    this.backstage = backstage;
    this.camera = camera;
  }

  void play() {
    take("1-empty");
    draw();
    take("2-pictures");
    drawing();
    take("3-drawing");
    Backstage.onWindow(
        () -> {
          studio.line().cancelAll();
          studio.layout().drawer().open().set(false);
        });
    Backstage.await(() -> studio.line().running().get() == null);
    canvas();
    page(Page.LEARN, "4-how-it-works");
    page(Page.SETTINGS, "5-settings");
    page(Page.KEYS, "6-keys");
    page(Page.GALLERY, "11-gallery");
    lineage();
    models();
    drop();
    failure();
  }

  private void take(String name) {
    backstage.settle();
    camera.accept(name);
  }

  private void prompt(String english, String georgian) {
    boolean inGeorgian = studio.look().language().get() == Language.GEORGIAN;
    studio.compose().prompt().set(inGeorgian ? georgian : english);
  }

  private void generate(int count) {
    studio.compose().count().set(count);
    studio.action().generate(false);
  }

  private void draw() {
    Backstage.onWindow(
        () -> {
          prompt(
              "hot air balloons in the night sky, (full moon:1.2)",
              "საჰაერო ბურთები ღამის ცაზე, (სავსე მთვარე:1.2)");
          generate(PICTURES);
        });
    Backstage.await(() -> studio.pictures().all().size() == PICTURES);
    Backstage.await(
        () ->
            studio.line().running().get() == null
                && studio.pictures().all().stream()
                    .allMatch(one -> one.file().get() != null && one.thumbnail().get() != null));
  }

  private void drawing() {
    generation.hold(true);
    Backstage.onWindow(() -> generate(2));
    Backstage.await(() -> studio.line().preview().get() != null);
    Backstage.onWindow(
        () -> {
          prompt("a house in a snowy forest at night", "სახლი თოვლიან ტყეში, ბნელი ღამე");
          generate(3);
        });
    Backstage.await(() -> !studio.line().waiting().isEmpty());
    Backstage.onWindow(
        () -> {
          prompt("two red apples, watercolour", "ორი წითელი ვაშლი, აკვარელი");
          generate(1);
        });
    Backstage.await(() -> studio.line().waiting().size() == 2);
    Backstage.onWindow(() -> studio.layout().drawer().open().set(true));
  }

  private void canvas() {
    Backstage.onWindow(() -> studio.desk().edit(studio.pictures().all().get(0)));
    Backstage.await(() -> !studio.canvas().bare() && !studio.canvas().busy().get());
    Backstage.onWindow(
        () -> {
          Area frame = studio.canvas().canvas().get().frame();
          double across = frame.width() / 10.0;
          double down = frame.height() / 10.0;
          studio.canvas().tools().size().set(2 * across);
          studio.canvas().draw(3 * across, 4 * down, 5 * across, 3 * down, 6 * across, 5 * down);
          prompt("a red balloon", "წითელი ბუშტი");
        });
    Backstage.await(() -> studio.action().verb().get() == Verb.FILL);
    take("10-canvas");
    Backstage.onWindow(() -> studio.layout().page().set(Page.VIEWER));
  }

  private void page(Page page, String name) {
    Backstage.onWindow(() -> studio.layout().page().set(page));
    take(name);
    Backstage.onWindow(() -> studio.layout().leavePage());
  }

  private void models() {
    Backstage.onWindow(() -> studio.layout().page().set(Page.MODELS));
    Backstage.await(() -> studio.models().shelf().state().get() != ShelfViewModel.State.LOOKING);
    take("13-models");
    Backstage.onWindow(() -> studio.models().part().set(ModelsViewModel.Part.HUB));
    Backstage.await(() -> !studio.models().downloads().catalogue().isEmpty());
    take("14-downloads");
    Backstage.onWindow(() -> studio.layout().leavePage());
  }

  private void lineage() {
    Backstage.onWindow(
        () -> {
          Picture first = studio.pictures().all().get(0);
          studio.pictures().shown().set(first);
          studio.showLineage(first);
        });
    take("12-lineage");
    Backstage.onWindow(() -> studio.layout().leavePage());
  }

  private void drop() {
    Path file = Backstage.onWindow(() -> studio.pictures().all().get(0).file().get());
    Backstage.onWindow(
        () -> {
          studio.compose().seed().set("42");
          studio.drop().take(Dropped.file(file), Place.WINDOW);
        });
    Backstage.await(() -> studio.drop().offer().get() != null);
    take("7-drop");
    Backstage.onWindow(studio.drop()::lookAtSettings);
    take("8-drop-settings");
    Backstage.onWindow(studio.drop()::dismiss);
  }

  private void failure() {
    GenerationException reason =
        new GenerationException(
            Failure.OUT_OF_MEMORY, "an example for a picture of the window", "UNet");
    Backstage.onWindow(() -> studio.failures().show(reason));
    take("9-failure");
  }
}
