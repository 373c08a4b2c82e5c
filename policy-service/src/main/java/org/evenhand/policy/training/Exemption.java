package org.evenhand.policy.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * That somebody doesn't need a module. Only what two people agree on counts.
 *
 * @param reason in words; null where a task was waived, which keeps its own
 * @param until the last day; null where it has no end
 * @param proposedBy null where a task was waived, which keeps who proposed it
 * @param agreedBy null while it is proposed
 */
public record Exemption(
    Code code,
    @Nullable String reason,
    @Nullable LocalDate until,
    @Nullable UUID proposedBy,
    @Nullable UUID agreedBy,
    Instant at) {

  /** Why. It never says why somebody is away. */
  public enum Code {
    TRAINED_ELSEWHERE,
    NOT_IN_THE_ROLE,
    /** The task was waived. */
    WAIVED,
    OTHER
  }

  public boolean isBy(UUID person) {
    return person.equals(proposedBy);
  }

  /** Whether the other of the two may agree: who has passed their place on speaks for no side. */
  public boolean isOpenTo(UUID person, CoLeads leads) {
    return proposedBy != null && leads.include(proposedBy) && !isBy(person);
  }

  Exemption agreed(UUID by, Instant now) {
    return new Exemption(code, reason, until, proposedBy, by, now);
  }
}
