package org.evenhand.kit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.evenhand.kit.web.json.JsonProblem;

/** JSON Merge Patch (RFC 7396) on records. */
public final class MergePatch {

  private MergePatch() {}

  /**
   * @throws Problem 400 with pointers when the patch is no object, names an unknown field (also to
   *     remove it), or leads to something that is no {@code type}
   */
  public static <T> T apply(ObjectMapper mapper, T current, JsonNode patch, Class<T> type) {
    if (!patch.isObject()) {
      throw Problem.of(CommonProblem.MALFORMED_REQUEST, "A merge patch is an object here.")
          .with(Violation.at("", "must be an object"));
    }
    JsonNode target = mapper.valueToTree(current);
    refuseUnknown(mapper, merge(target, patch, true), type);
    try {
      return mapper.treeToValue(merge(target, patch, false), type);
    } catch (JsonProcessingException e) {
      throw JsonProblem.of(e);
    }
  }

  /** Removing a field leaves no trace of its name, so a wrong one is looked for beforehand. */
  private static void refuseUnknown(ObjectMapper mapper, JsonNode withNulls, Class<?> type) {
    try {
      Object ignored = mapper.treeToValue(withNulls, type);
    } catch (UnrecognizedPropertyException e) {
      throw JsonProblem.of(e);
    } catch (JsonProcessingException e) {
      // a null that the real merge does not leave behind; the real reading decides
    }
  }

  private static JsonNode merge(JsonNode target, JsonNode patch, boolean keepNulls) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode merged =
        target.isObject()
            ? ((ObjectNode) target).deepCopy()
            : JsonNodeFactory.instance.objectNode();
    patch
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull() && !keepNulls) {
                merged.remove(field.getKey());
              } else {
                JsonNode before = merged.path(field.getKey());
                merged.set(field.getKey(), merge(before, field.getValue(), keepNulls));
              }
            });
    return merged;
  }
}
