package org.evenhand.policy.guidance;

import org.evenhand.kit.data.step.Fact;
import org.evenhand.policy.content.CanonicalContent;
import org.jspecify.annotations.Nullable;

/**
 * What the audit keeps: that something was done, with a digest by which the two can prove what was
 * said. It names neither of them, and tells no words once the salt is gone.
 */
public final class GuidanceFacts {

  /** The audit's name for a request. */
  public static final String AGGREGATE = "guidance-request";

  /** In the audit in place of whoever did it. */
  public static final String ACTOR = "confidential";

  private GuidanceFacts() {}

  record Kept(String digest) {}

  private record Digested(
      String salt, GuidanceState state, @Nullable String text, @Nullable String answer) {}

  /**
   * @param action in the audit's words
   */
  public static Fact of(GuidanceRequest request, String action) {
    return Fact.noted(
        AGGREGATE,
        request.id(),
        action,
        request.salt().map(salt -> new Kept(digest(request, salt))).orElse(null));
  }

  private static String digest(GuidanceRequest request, String salt) {
    return CanonicalContent.hash(
        new Digested(
            salt, request.state(), request.text().orElse(null), request.answer().orElse(null)));
  }
}
