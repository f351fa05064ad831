package io.github.easel.app.gallery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.gallery.GalleryItem;
import io.github.easel.gallery.Marks;
import io.github.easel.gallery.PictureFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How a picture was made, for people and for programs. */
public final class SettingsText {

  private SettingsText() {}

  /** In the form of A1111, which most programs read. */
  static String infotext(PictureFacts facts) {
    List<String> lines = new ArrayList<>();
    lines.add(facts.prompt());
    if (!facts.negative().isBlank()) {
      lines.add("Negative prompt: " + facts.negative());
    }
    List<String> pairs = new ArrayList<>();
    facts.steps().ifPresent(steps -> pairs.add("Steps: " + steps));
    add(pairs, "Sampler", facts.sampler());
    facts.guidance().ifPresent(guidance -> pairs.add("CFG scale: " + guidance));
    facts.seed().ifPresent(seed -> pairs.add("Seed: " + seed));
    if (facts.width() > 0 && facts.height() > 0) {
      pairs.add("Size: " + facts.width() + "x" + facts.height());
    }
    add(pairs, "Model", facts.model());
    lines.add(String.join(", ", pairs));
    return String.join("\n", lines) + "\n";
  }

  private static void add(List<String> pairs, String name, String value) {
    if (!value.isBlank()) {
      // Text with commas or colons is quoted there.
      boolean plain = value.chars().noneMatch(letter -> ",:\"\n".indexOf(letter) >= 0);
      pairs.add(name + ": " + (plain ? value : '"' + value.replace("\"", "\\\"") + '"'));
    }
  }

  /**
   * Adds all that is known: made, kind, program, prompt, negative_prompt, model, sampler, width,
   * height; seed, steps and guidance if they are known; stars, favourite, label if it has one, and
   * boards.
   */
  public static void put(ObjectNode json, GalleryItem item) {
    PictureFacts facts = item.entry().facts();
    json.put("made", item.entry().made().toString())
        .put("kind", facts.kind().name().toLowerCase(Locale.ROOT))
        .put("program", facts.program())
        .put("prompt", facts.prompt())
        .put("negative_prompt", facts.negative())
        .put("model", facts.model())
        .put("sampler", facts.sampler())
        .put("width", facts.width())
        .put("height", facts.height());
    facts.seed().ifPresent(seed -> json.put("seed", seed));
    facts.steps().ifPresent(steps -> json.put("steps", steps));
    facts.guidance().ifPresent(guidance -> json.put("guidance", guidance));
    Marks marks = item.marks();
    json.put("stars", marks.stars()).put("favourite", marks.favourite());
    marks.label().ifPresent(label -> json.put("label", label.name().toLowerCase(Locale.ROOT)));
    marks.boards().forEach(json.putArray("boards")::add);
  }
}
