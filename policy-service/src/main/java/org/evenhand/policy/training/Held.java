package org.evenhand.policy.training;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What somebody holds of a module: by a completion, or by an exemption in its place; and what that
 * has replaced, which counts again where it was recorded in error.
 *
 * @param completedOn when it was completed; null where it never was
 * @param recordedBy null where a file told it
 * @param until the last day, at the place of the person; null where it counts for good, or doesn't
 * @param exemption what two people have agreed to, until it is completed
 * @param earlier what counted before the last completion; null where nothing did
 */
@Embeddable
record Held(
    @Column(name = "completed_on") @Nullable LocalDate completedOn,
    @Column(name = "recorded_by") @Nullable UUID recordedBy,
    @Column(name = "valid_until") @Nullable LocalDate until,
    @JdbcTypeCode(SqlTypes.JSON) @Nullable Exemption exemption,
    @JdbcTypeCode(SqlTypes.JSON) @Nullable Earlier earlier) {

  static final Held NOTHING = new Held(null, null, null, null, null);

  /** The state of whoever holds this as long as it lasts. */
  CompletionState state() {
    if (exemption != null) {
      return CompletionState.EXEMPT;
    }
    return completedOn == null ? CompletionState.ENROLLED : CompletionState.COMPLETED;
  }

  /**
   * Whether a completion of that day changes anything: what was completed since stays, and so does
   * what counts, or has counted, for longer. So nobody undoes alone what two people have agreed to,
   * not even for a cycle that opened while it counted.
   *
   * @param counts whether this counts today
   */
  boolean isAdvancedBy(LocalDate on, ModuleTerms terms, boolean counts) {
    if (completedOn != null && !on.isAfter(completedOn)) {
      return false;
    }
    LocalDate last = terms.lastDay(on);
    if (last == null || until == null) {
      return last == null || !counts;
    }
    return !last.isBefore(until);
  }

  Held completed(LocalDate on, @Nullable UUID by, @Nullable LocalDate last) {
    Earlier replaced =
        completedOn == null && exemption == null
            ? null
            : new Earlier(completedOn, recordedBy, until, exemption, earlier);
    return new Held(on, by, last, null, replaced);
  }

  Held exempted(Exemption agreed) {
    return new Held(completedOn, recordedBy, agreed.until(), agreed, earlier);
  }

  /** As it was before the last completion. */
  Held takenBack() {
    return earlier == null ? NOTHING : earlier.again();
  }

  Held lasting(@Nullable LocalDate last) {
    return new Held(completedOn, recordedBy, last, exemption, earlier);
  }
}
