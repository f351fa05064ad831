package io.github.easel.prompt;

import io.github.easel.generation.PromptReading;
import io.github.easel.generation.PromptReading.Emphasis;
import io.github.easel.generation.PromptReading.Syntax;
import io.github.easel.prompt.PromptScript.ExtraNetwork;
import io.github.easel.prompt.PromptScript.Part;
import io.github.easel.prompt.PromptScript.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Understands what an artist typed. It never fails: what is not grammar is text. It takes time that
 * grows with the length of the text, however its brackets nest, times the number of different
 * wordings.
 *
 * <p>{@link Syntax#A1111}, in this order: comments ({@code #} to the end of the line) and tags of
 * extra networks are taken out, AND splits into parts, of which {@link #MOST_PARTS} count, prompt
 * editing and alternation make phases ({@code [a:b:0.5]}, {@code [a|b]}; the rules of version 1.6
 * and later), round and square brackets give weights, BREAK begins a new chunk. Where A1111 itself
 * fails, it is done better: BREAK within brackets breaks, {@code (a:1.2.3)} has the weight 1.1 and
 * keeps its text, a bar outside of brackets does not disable prompt editing, and {@code \#} is no
 * comment.
 *
 * <p>{@link Syntax#INVOKE}: see {@link InvokeReader}. {@link Syntax#COMFYUI}: see {@link
 * ComfyAttention}. {@link Syntax#PLAIN}: every character is text. Tags of LoRAs are taken out in
 * all but the last, since nothing else can ask for one. {@link Emphasis#NONE} makes text of weights
 * and BREAK in all of them.
 */
public final class PromptParser {

  /** Weights are kept between this and its negative. */
  public static final double MOST_WEIGHT = 1e6;

  /** So many parts of a prompt are followed: each costs a call of the model a step. */
  public static final int MOST_PARTS = 32;

  private PromptParser() {}

  /**
   * Reads a prompt for a first pass.
   *
   * @param reading of which clip skip does not matter here
   * @param steps how many steps it is for, at least 1
   */
  public static PromptScript parse(String text, PromptReading reading, int steps) {
    return parse(text, reading, StepSpan.of(steps));
  }

  /** Reads a prompt for any pass. */
  public static PromptScript parse(String text, PromptReading reading, StepSpan span) {
    if (reading.syntax() != Syntax.A1111) {
      ExtraNetworkTags loras =
          ExtraNetworkTags.takenFrom(
              text, tag -> reading.syntax() != Syntax.PLAIN && LoraTag.isMeant(tag));
      return new PromptScript(
          List.of(new Part(1, phases(loras.text(), reading, span))), loras.tags());
    }
    ExtraNetworkTags extras = ExtraNetworkTags.takenFrom(Comments.removed(text), tag -> true);
    List<Part> parts = new ArrayList<>();
    List<Conjunction.Member> members = Conjunction.members(extras.text());
    int followed = Math.min(members.size(), MOST_PARTS);
    for (Conjunction.Member member : members.subList(0, followed)) {
      parts.add(new Part(member.weight(), phases(member.text(), reading, span)));
    }
    return new PromptScript(parts, extras.tags(), members.size() - followed);
  }

  /**
   * Reads a negative prompt for a first pass: always one part without extra networks, since in
   * A1111 AND and tags in angle brackets are text there.
   */
  public static PromptScript parseNegative(String text, PromptReading reading, int steps) {
    return parseNegative(text, reading, StepSpan.of(steps));
  }

  /** Reads a negative prompt for any pass. */
  public static PromptScript parseNegative(String text, PromptReading reading, StepSpan span) {
    String read = reading.syntax() == Syntax.A1111 ? Comments.removed(text) : text;
    return new PromptScript(
        List.of(new Part(1, phases(read, reading, span))), List.<ExtraNetwork>of());
  }

  private static List<Phase> phases(String text, PromptReading reading, StepSpan span) {
    Function<String, Wording> words =
        reading.emphasis() == Emphasis.NONE ? Wording::of : weighted(reading.syntax());
    return reading.syntax() == Syntax.A1111
        ? ScheduledText.phases(text, span, words)
        : List.of(new Phase(span.steps(), words.apply(text)));
  }

  private static Function<String, Wording> weighted(Syntax syntax) {
    return switch (syntax) {
      case A1111 -> AttentionReader::read;
      case INVOKE -> InvokeReader::read;
      case COMFYUI -> ComfyAttention::read;
      case PLAIN -> Wording::of;
    };
  }
}
