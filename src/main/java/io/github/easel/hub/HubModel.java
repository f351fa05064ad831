package io.github.easel.hub;

import java.net.URI;
import java.util.List;

/**
 * A model as the hub knows it.
 *
 * @param id {@code owner/name}; may differ from what was asked for, if it was renamed
 * @param commit the commit that the revision stands for, 40 hexadecimal digits
 * @param licence the short name that its author gave, such as {@code creativeml-openrail-m}; empty
 *     if none was given
 * @param page its page, where the licence can be read
 * @param tags what the hub files it under, such as {@code lora}
 * @param gated whether its author wants the terms to be accepted on the page first
 */
public record HubModel(
    String id, String commit, String licence, URI page, List<String> tags, boolean gated) {

  /** Keeps its own copy of the tags. */
  public HubModel {
    tags = List.copyOf(tags);
  }

  /** The name without the owner's. */
  public String name() {
    return id.substring(id.indexOf('/') + 1);
  }
}
