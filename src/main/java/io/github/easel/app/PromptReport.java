package io.github.easel.app;

import io.github.easel.generation.AdapterKind;
import java.util.List;

/**
 * How a prompt is understood.
 *
 * @param parts the prompts that are followed at once, at least one
 * @param extras networks that it asks for, as they were written, for example {@code <lora:ink:0.8>}
 * @param used tokens of its longest wording, those included that chunks are filled up with
 * @param limit tokens that the chunks of that wording hold: 75 or a multiple of it in CLIP
 * @param adapters LoRAs that it asks for and embeddings that it names
 */
public record PromptReport(
    List<Part> parts, List<String> extras, int used, int limit, List<NamedAdapter> adapters) {

  public PromptReport {
    parts = List.copyOf(parts);
    extras = List.copyOf(extras);
    adapters = List.copyOf(adapters);
  }

  /** A prompt without LoRAs and embeddings. */
  public PromptReport(List<Part> parts, List<String> extras, int used, int limit) {
    this(parts, extras, used, limit, List.of());
  }

  /**
   * A LoRA or an embedding.
   *
   * @param there whether it is at hand
   * @param unet of a LoRA its strength in the UNet
   * @param text of a LoRA its strength in the text encoders
   * @param places of an embedding how many places of the prompt it takes
   */
  public record NamedAdapter(
      AdapterKind kind, String name, boolean there, double unet, double text, int places) {}

  /**
   * One of the prompts that are followed at once.
   *
   * @param weight its share of the guidance
   * @param phases its wordings in the order in which they first come
   */
  public record Part(double weight, List<Phase> phases) {

    public Part {
      phases = List.copyOf(phases);
    }
  }

  /**
   * A wording and when it holds.
   *
   * @param spans steps with this wording, in order
   * @param segments its text with weights; BREAK stands between them
   * @param chunks what the text encoder reads at once; their borders are where a counter's are
   * @param used its tokens, those included that chunks are filled up with
   * @param limit tokens that its chunks hold
   */
  public record Phase(
      List<Span> spans, List<List<Run>> segments, List<Chunk> chunks, int used, int limit) {

    public Phase {
      spans = List.copyOf(spans);
      segments = segments.stream().map(List::copyOf).toList();
      chunks = List.copyOf(chunks);
    }
  }

  /**
   * Steps one after another.
   *
   * @param first from 1
   * @param last included
   */
  public record Span(int first, int last) {}

  /**
   * Text of one weight.
   *
   * @param text without brackets and escapes
   * @param weight 1 changes nothing
   */
  public record Run(String text, double weight) {}

  /**
   * What the text encoder reads at once.
   *
   * @param used tokens of its words
   * @param room tokens that it holds, 75 in CLIP
   * @param text the words that begin in it
   */
  public record Chunk(int used, int room, String text) {}
}
