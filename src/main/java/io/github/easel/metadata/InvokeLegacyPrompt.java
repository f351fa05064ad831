package io.github.easel.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.easel.generation.Prompt;
import io.github.easel.generation.PromptReading;

/** InvokeAI's prompts of version 2: what stands in square brackets is the negative prompt. */
final class InvokeLegacyPrompt {

  private InvokeLegacyPrompt() {}

  /**
   * The prompt of a string, or of a list of objects with the field {@code prompt}, the first of
   * which counts.
   */
  static Prompt of(JsonNode field, PromptReading reading) {
    String text = field.isArray() ? field.path(0).path("prompt").asText("") : field.asText("");
    StringBuilder positive = new StringBuilder();
    StringBuilder negative = new StringBuilder();
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      if (letter == '[') {
        negative.append(depth == 0 && !negative.isEmpty() ? " " : "");
        depth++;
      } else if (letter == ']' && depth > 0) {
        depth--;
      } else {
        (depth > 0 ? negative : positive).append(letter);
      }
    }
    return new Prompt(positive.toString().strip(), negative.toString().strip(), reading);
  }
}
