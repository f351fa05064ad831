package io.github.easel.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.easel.app.gallery.SettingsText;
import io.github.easel.gallery.GalleryItem;
import java.util.Optional;

/**
 * Prints found pictures: for people and pipes the file of each, for programs one {@linkplain
 * JsonLines JSON object a line}.
 *
 * <pre>
 * picture  file, identity, made, kind, program, prompt, negative_prompt, model, sampler, width, height,
 *          seed, steps and guidance if they are known, stars, favourite, label if it has one, boards,
 *          likeness (1 for the same) if it was looked for by meaning or look
 * found    shown, found
 * </pre>
 */
final class GalleryPrinter {

  private final GalleryWork work;
  private final boolean json;
  private final Streams streams;

  GalleryPrinter(GalleryWork work, boolean json) {
    this.work = work;
    this.json = json;
    streams = work.surroundings().streams();
  }

  /** Prints one. */
  void print(GalleryItem item, Optional<Double> likeness) {
    if (json) {
      ObjectNode event = describe(item);
      likeness.ifPresent(value -> event.put("likeness", value));
      new JsonLines(streams).write(event);
    } else {
      streams.result(item.entry().file().toString());
    }
  }

  /** Tells how many there were. */
  void end(int shown, int found) {
    if (json) {
      new JsonLines(streams)
          .write(JsonLines.event("found").put("shown", shown).put("found", found));
    } else if (found == 0) {
      streams.tell(work.texts().of("gallery.nothing"));
    } else if (shown < found) {
      streams.tell(
          work.texts().of("gallery.more", Integer.toString(shown), Integer.toString(found)));
    }
  }

  /** Tells by the text of that key why there is no answer. */
  void fail(String failure, String key) {
    new Inquiry(work.surroundings(), work.texts(), work.messages(), json)
        .reporter()
        .fail(failure, work.texts().of(key));
  }

  private static ObjectNode describe(GalleryItem item) {
    ObjectNode event =
        JsonLines.event("picture")
            .put("file", item.entry().file().toString())
            .put("identity", item.entry().identity());
    SettingsText.put(event, item);
    return event;
  }
}
