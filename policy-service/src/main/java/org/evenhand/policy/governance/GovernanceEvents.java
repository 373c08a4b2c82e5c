package org.evenhand.policy.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.outbox.OutboxEvent;
import org.evenhand.kit.data.step.Fact;
import org.jspecify.annotations.Nullable;

/** What has happened, as the audit keeps it and as subscribers learn of it. */
public final class GovernanceEvents {

  /** The audit's name for a review. */
  public static final String AGGREGATE = "governance-review";

  private static final String TOPIC = "evenhand.policies";

  private GovernanceEvents() {}

  /**
   * The payload of every event. It names nobody and repeats no words.
   *
   * @param agendaHash of the agenda that was frozen; null where none was
   * @param decisions how many were taken
   */
  record Told(
      UUID reviewId,
      int number,
      LocalDate dueOn,
      GovernanceState state,
      boolean late,
      @Nullable String agendaHash,
      int decisions,
      Instant at) {}

  public static Fact fact(GovernanceReview review, GovernanceHappening happening) {
    String id = review.id().toString();
    Told told = told(review);
    return new Fact(
        AGGREGATE,
        review.id(),
        happening.slug(),
        told,
        happening.told()
            ? List.of(new OutboxEvent(TOPIC, type(happening), id, id, review.lockVersion(), told))
            : List.of());
  }

  static String type(GovernanceHappening happening) {
    return "org.evenhand.governance-review." + happening.slug() + ".v1";
  }

  private static Told told(GovernanceReview review) {
    return new Told(
        review.id(),
        review.number(),
        review.dueOn(),
        review.state(),
        review.missedAt().isPresent(),
        review.agenda().map(Agenda::hash).orElse(null),
        review.decisions().size(),
        review.updatedAt());
  }
}
