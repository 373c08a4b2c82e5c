package org.evenhand.kit.web.json;

import static org.evenhand.kit.web.problem.ViolationCode.MALFORMED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;

/** JSON Merge Patch (RFC 7396). */
public final class MergePatch {

  private MergePatch() {}

  /**
   * Applies the patch to the target. A null stays instead of removing its field. That is the same
   * for a record that is read from it, and lets the reader refuse removed fields that it doesn't
   * know.
   *
   * @throws Problem 400 when the patch isn't an object
   */
  public static JsonNode apply(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      throw Problem.of(CommonProblem.MALFORMED_REQUEST, "A merge patch is an object here.")
          .with(MALFORMED.at("", "must be an object"));
    }
    return merged(target, patch);
  }

  private static JsonNode merged(JsonNode target, JsonNode patch) {
    if (!patch.isObject()) {
      return patch;
    }
    ObjectNode result =
        target.isObject() ? target.deepCopy() : JsonNodeFactory.instance.objectNode();
    patch
        .properties()
        .forEach(f -> result.set(f.getKey(), merged(result.path(f.getKey()), f.getValue())));
    return result;
  }
}
