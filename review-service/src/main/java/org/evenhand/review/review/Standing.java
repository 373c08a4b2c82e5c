package org.evenhand.review.review;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * On what the choice of the reviewer rests.
 *
 * @param managerId to whom the reviewed assignment reported when the reviewer was settled
 * @param namedByHr HR named or kept the reviewer, who then needs to lead nobody
 * @param question what HR was asked last
 */
@Embeddable
public record Standing(
    @Column(name = "manager_id") @Nullable UUID managerId,
    @Column(name = "named_by_hr") boolean namedByHr,
    @JdbcTypeCode(SqlTypes.JSON) @Nullable ReviewerQuestion question) {

  /** By the lines, whoever followed them. */
  static Standing byLine(@Nullable UUID manager) {
    return new Standing(manager, false, null);
  }

  /** HR has decided, and knows of the manager about whom it was asked. */
  Standing byHr(Instant at) {
    return openQuestion()
        .map(asked -> new Standing(asked.managerId(), true, asked.settled(at)))
        .orElseGet(() -> new Standing(managerId, true, question));
  }

  Standing asking(ReviewerQuestion asked) {
    return new Standing(managerId, namedByHr, asked);
  }

  Standing askingNothing() {
    return new Standing(managerId, namedByHr, null);
  }

  public Optional<ReviewerQuestion> openQuestion() {
    return Optional.ofNullable(question).filter(ReviewerQuestion::isOpen);
  }

  /** Whether HR is asked, and may answer that the reviewer stays. */
  boolean mayBeKept() {
    return openQuestion()
        .map(ReviewerQuestion::concern)
        .filter(ReviewerConcern::leavesAChoice)
        .isPresent();
  }
}
