package io.github.easel.ui.models;

import io.github.easel.app.ModelProfileService.Profile;
import io.github.easel.ui.text.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Says all that the user keeps for a model, so that nothing unseen is forgotten. */
record KeptWords(Messages messages) {

  /** A line for each value that is kept. */
  String all(Profile profile) {
    List<String> lines = new ArrayList<>();
    profile
        .vae()
        .map(Path::of)
        .ifPresent(file -> add("vae", String.valueOf(file.getFileName()), lines));
    profile.sampler().ifPresent(name -> add("sampler", name, lines));
    profile.schedule().ifPresent(name -> add("schedule", name, lines));
    profile.steps().ifPresent(count -> add("steps", count, lines));
    profile.guidance().ifPresent(scale -> add("guidance", scale, lines));
    profile.clipSkip().ifPresent(layers -> add("clip-skip", layers, lines));
    profile.width().ifPresent(pixels -> add("width", pixels, lines));
    profile.height().ifPresent(pixels -> add("height", pixels, lines));
    return String.join("\n", lines);
  }

  private void add(String what, Object value, List<String> lines) {
    lines.add(messages.now("kept." + what, value));
  }
}
