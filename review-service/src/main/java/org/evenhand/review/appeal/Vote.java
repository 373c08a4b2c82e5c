package org.evenhand.review.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a member of the panel decides.
 *
 * @param round 1, and 2 after another reviewer has looked at it
 * @param ordinal the level that is to count, of a CHANGE alone
 * @param anchor the one on whose reading it turns, where it turns on one
 * @param precedent the case of others that it follows or departs from, where it names one
 */
public record Vote(
    UUID by,
    int round,
    Choice choice,
    @Nullable Integer ordinal,
    @Nullable NamedAnchor anchor,
    @Nullable UUID precedent,
    String reason,
    Instant at) {

  public enum Choice {
    CONFIRM,
    CHANGE,
    REMAND
  }

  /** What it is for, whoever gave it and why. */
  public record Verdict(Choice choice, @Nullable Integer ordinal) {}

  public Verdict verdict() {
    return new Verdict(choice, ordinal);
  }
}
