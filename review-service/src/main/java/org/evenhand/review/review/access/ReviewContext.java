package org.evenhand.review.review.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.review.Review;
import org.evenhand.review.review.ReviewEventType;
import org.evenhand.review.review.ReviewFacts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** A step on a review: who takes it, under which cycle and policy, when, in which transaction. */
public record ReviewContext(
    Mutiny.Session session,
    Review review,
    Cycle cycle,
    PolicyContent policy,
    Viewer viewer,
    Set<Relation> relations,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  /** What came about, as the journal takes it. */
  public ReviewFacts facts(ReviewEventType type) {
    return new ReviewFacts(cycle, policy.scale(), type, at);
  }

  /**
   * What a step came to.
   *
   * @param happening empty when the review was not moved
   * @param note how the audit names a change that moved nothing
   * @param content what of it the audit keeps
   */
  public record Outcome(
      Optional<ReviewEventType> happening, String note, @Nullable Object content) {

    public static Outcome moved(ReviewEventType happening) {
      return new Outcome(Optional.of(happening), happening.word(), null);
    }

    public static Outcome changed(
        Optional<ReviewEventType> happening, String note, @Nullable Object content) {
      return new Outcome(happening, note, content);
    }
  }
}
