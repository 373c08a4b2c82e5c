package org.evenhand.review.review;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That the review passed from one reviewer (none, where nobody was above) to another.
 *
 * @param to null where nobody was there who could take it
 * @param employeeId who decided it; null where it followed from the lines
 */
public record Reassignment(
    @Nullable UUID from,
    @Nullable UUID to,
    ReassignmentCode code,
    String reason,
    @Nullable UUID employeeId,
    Instant at) {

  /** Before there were codes, HR alone passed reviews on. */
  public Reassignment {
    code = code == null ? ReassignmentCode.BY_HR : code;
  }
}
