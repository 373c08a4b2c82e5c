package org.evenhand.policy.content;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;

/** A part of a content, to which somebody points. */
public final class PointedPart {

  private PointedPart() {}

  /**
   * @param pointer into the content; empty for all of it
   * @param at where in the request it stands
   * @throws Problem 422 where it leads nowhere
   */
  public static void require(PolicyContent content, String pointer, String at) {
    JsonNode part = null;
    if (pointer.isEmpty() || pointer.startsWith("/")) {
      part = CanonicalContent.tree(content).at(JsonPointer.compile(pointer));
    }
    if (part == null || part.isMissingNode()) {
      throw Problem.of(PolicyProblem.ANCHOR_UNKNOWN, "The pointer leads nowhere in the content.")
          .with(NOT_FOUND.at(at, "is not a part of the content"));
    }
  }
}
