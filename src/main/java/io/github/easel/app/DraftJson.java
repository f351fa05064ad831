package io.github.easel.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.easel.generation.Draft;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What was typed and chosen as the text that goes into a project file, and back. */
public final class DraftJson {

  private static final Logger LOG = LoggerFactory.getLogger(DraftJson.class);

  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private DraftJson() {}

  /** The draft as JSON, without paths of files on this computer. */
  public static String write(Draft draft) {
    Draft.Start start = draft.start();
    Draft.Masked masked = start.masked();
    Draft.Masked maskless =
        new Draft.Masked(
            "",
            masked.inverted(),
            masked.grow(),
            masked.blur(),
            masked.content(),
            masked.padding(),
            masked.strength());
    Draft.Start pathless =
        new Draft.Start("", "", start.fit(), start.touch().plain(), maskless, Draft.Place.NOWHERE);
    try {
      return JSON.writeValueAsString(
          new Draft(
              draft.words(), draft.model(), draft.format(), draft.way(), draft.chance(), pathless));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a draft is always JSON", e);
    }
  }

  /** The draft of a text; nothing if there is none in it. */
  public static Optional<Draft> read(String json) {
    try {
      return json.strip().equals("{}")
          ? Optional.empty()
          : Optional.of(JSON.readValue(json, Draft.class));
    } catch (JsonProcessingException e) {
      LOG.warn("What was typed for a project cannot be read: {}", e.toString());
      return Optional.empty();
    }
  }
}
