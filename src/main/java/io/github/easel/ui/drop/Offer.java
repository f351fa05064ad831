package io.github.easel.ui.drop;

import io.github.easel.app.ModelImport;
import io.github.easel.app.PictureReport;
import io.github.easel.generation.GenerationException;
import io.github.easel.generation.PixelImage;
import io.github.easel.generation.Remark;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.image.Image;

/** What can be done with something that was dropped. */
public sealed interface Offer {

  /**
   * A picture: to begin with, or to take the settings of.
   *
   * @param preview the picture made small
   * @param pixels the picture, if there is no file of it
   * @param settings what it says of itself, if anything
   */
  record OfPicture(
      String name,
      Image preview,
      Optional<Path> file,
      Optional<PixelImage> pixels,
      Optional<OfSettings> settings)
      implements Offer {}

  /**
   * Settings.
   *
   * @param changes what would be other than it is; empty if all is as it is
   */
  record OfSettings(PictureReport report, List<Change> changes) implements Offer {

    public OfSettings {
      changes = List.copyOf(changes);
    }

    /** The groups in which something would change, in their order. */
    public Set<SettingGroup> groups() {
      Set<SettingGroup> groups = new TreeSet<>();
      changes.forEach(change -> groups.add(change.setting().group()));
      return groups;
    }

    /** What was changed to fit, or not understood. */
    public List<Remark> remarks() {
      return report.remarks().stream()
          .filter(remark -> remark.reason().verdict() != Remark.Verdict.APPLIED)
          .toList();
    }
  }

  /** A model that can be copied to the others. */
  record OfModel(ModelImport.Found model) implements Offer {}

  /** A model that is being copied. */
  record Copying(String name) implements Offer {}

  /**
   * Nothing to choose: one sentence says what it is.
   *
   * @param kind the sentence
   * @param name what it is about
   */
  record Sentence(Kind kind, String name) implements Offer {

    /** The sentences. */
    public enum Kind {
      /** A model's file of a kind that this version does not open. */
      CHECKPOINT,
      /** A network without the model around it. */
      LONE_GRAPH,
      /** A folder without a model. */
      FOLDER,
      /** A model that is among the models already. */
      MODEL_AT_HAND,
      /** A model was copied. */
      MODEL_COPIED,
      /** A picture or text that does not say how it was made. */
      NO_SETTINGS,
      /** Nothing that can be used here. */
      UNKNOWN;

      /** The key of its words. */
      public String key() {
        return "sentence." + name();
      }
    }
  }

  /** It could not be read. */
  record Failed(GenerationException reason) implements Offer {}
}
