package org.evenhand.review.growth.checkin;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.review.growth.goal.Post;

/**
 * The two of a check-in. Another manager makes another pair, and so does a rehire.
 *
 * @param since the first day of the employee's assignment
 */
public record Pair(UUID employeeId, UUID assignmentId, LocalDate since, UUID managerId) {

  /** As it stands; empty where the assignment is over or nobody leads the person. */
  public static Optional<Pair> of(Post post) {
    return Optional.ofNullable(post.managerId())
        .filter(manager -> post.open())
        .map(manager -> new Pair(post.employeeId(), post.assignmentId(), post.since(), manager));
  }

  public UUID person(Party party) {
    return party == Party.EMPLOYEE ? employeeId : managerId;
  }

  /** Whether these are the two of the post as it stands. */
  public boolean isOf(Post post) {
    return of(post).filter(this::isSameAs).isPresent();
  }

  /** Whether these are the same two. */
  public boolean isSameAs(Pair other) {
    return assignmentId.equals(other.assignmentId)
        && since.equals(other.since)
        && managerId.equals(other.managerId);
  }
}
