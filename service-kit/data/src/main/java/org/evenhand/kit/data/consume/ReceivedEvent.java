package org.evenhand.kit.data.consume;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.json.Json;
import org.jspecify.annotations.Nullable;

/** A CloudEvent as a handler sees it. Without data it is a tombstone. */
public record ReceivedEvent(
    String topic,
    String key,
    String id,
    String type,
    String source,
    String subject,
    long sequence,
    Instant time,
    @Nullable JsonNode data) {

  public boolean tombstone() {
    return data == null;
  }

  /**
   * The subject as an id of ours.
   *
   * @throws RefusedEvent when it isn't one
   */
  public UUID subjectId() {
    try {
      return UUID.fromString(subject);
    } catch (IllegalArgumentException e) {
      throw new RefusedEvent("the subject of " + type + " is no id of ours");
    }
  }

  /**
   * The data as the reader's own record: fields that it doesn't name are ignored.
   *
   * @throws RefusedEvent when there is no data, or it doesn't fit
   */
  public <T> T as(Class<T> payload) {
    if (data == null) {
      throw new RefusedEvent(type + " is a tombstone, " + payload.getSimpleName() + " expected");
    }
    try {
      return Json.mapper().treeToValue(data, payload);
    } catch (JsonProcessingException e) {
      throw new RefusedEvent(type + " is not a " + payload.getSimpleName() + ": " + place(e), e);
    }
  }

  /** Where it went wrong, without the offending value: a dead letter's headers hold no content. */
  private static String place(JsonProcessingException e) {
    return e instanceof com.fasterxml.jackson.databind.JsonMappingException mapping
        ? "at " + mapping.getPathReference().replaceAll("[\\w.$]+\\[\"", "[\"")
        : "unreadable";
  }
}
