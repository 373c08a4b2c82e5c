package org.evenhand.review.review;

import java.time.Instant;
import java.util.UUID;

/** What the panel of an appeal set in place of what counted before. Never lower than that. */
public record AppealOutcome(UUID appealId, int ordinal, Instant at) {

  /** The code by which subscribers know why the rating has changed. */
  public static final String REASON_CODE = "APPEAL";
}
