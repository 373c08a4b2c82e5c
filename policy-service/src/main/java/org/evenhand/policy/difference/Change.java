package org.evenhand.policy.difference;

import com.fasterxml.jackson.databind.JsonNode;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One thing that differs.
 *
 * @param path where, in words: {@code Criteria › delivery › weight}
 * @param before absent when it was added
 * @param after absent when it was removed
 */
public record Change(String path, Kind kind, @Nullable JsonNode before, @Nullable JsonNode after) {

  /** What became of it. */
  @Schema(name = "ChangeKind")
  public enum Kind {
    ADDED,
    REMOVED,
    CHANGED
  }

  static Change added(String path, JsonNode after) {
    return new Change(path, Kind.ADDED, null, after);
  }

  static Change removed(String path, JsonNode before) {
    return new Change(path, Kind.REMOVED, before, null);
  }

  static Change changed(String path, JsonNode before, JsonNode after) {
    return new Change(path, Kind.CHANGED, before, after);
  }
}
