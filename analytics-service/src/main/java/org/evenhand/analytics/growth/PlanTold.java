package org.evenhand.analytics.growth;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.analytics.yearly.FigureYear;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.consume.RefusedEvent;
import org.jspecify.annotations.Nullable;

/**
 * A development plan that was agreed, or has ended.
 *
 * @param cause of one that is closed unmet
 * @param daysFromShare from the result that it came of to the agreement on its first version
 */
record PlanTold(
    UUID planId,
    UUID employeeId,
    @Nullable Cause cause,
    @Nullable Integer daysFromShare,
    List<Means> means,
    Instant at) {

  static final String AGREED = "org.evenhand.plan.agreed.v1";
  static final String COMPLETED = "org.evenhand.plan.completed.v1";
  static final String CLOSED = "org.evenhand.plan.closed.v1";
  static final String CARRIED_OVER = "org.evenhand.plan.carried-over.v1";

  /** By whom or what it came to nothing. */
  enum Cause {
    EMPLOYEE,
    PROVIDER,
    CIRCUMSTANCE
  }

  /** How often the company owes means of a kind, and has given them. */
  record Means(int owed, int given) {}

  /**
   * @throws RefusedEvent when a field is missing or impossible, or it isn't about its subject
   */
  static PlanTold of(ReceivedEvent event) {
    PlanTold told = event.as(PlanTold.class);
    if (!told.isWhole(event.type()) || !event.subjectId().equals(told.planId)) {
      throw new RefusedEvent(
          "A plan names itself as the subject, its person, its means, its moment, and the cause"
              + " where it is closed");
    }
    return told;
  }

  private boolean isWhole(String type) {
    return Stream.of(planId, employeeId, means, at).allMatch(Objects::nonNull)
        && means.stream().allMatch(Objects::nonNull)
        && FigureYear.has(at)
        && (cause != null || !type.equals(CLOSED))
        && (daysFromShare == null || daysFromShare >= 0);
  }

  int year() {
    return at.atZone(ZoneOffset.UTC).getYear();
  }

  /** Whether it came of a result, and is agreed for the first time. */
  boolean isOfResult() {
    return daysFromShare != null;
  }

  /** A band of {@link GrowthMeasure#PLAN_OUTCOME}. */
  String outcome(String type) {
    return switch (type) {
      case COMPLETED -> "COMPLETED";
      case CARRIED_OVER -> "CARRIED_OVER";
      default -> "CLOSED_" + cause;
    };
  }

  /** A band of {@link GrowthMeasure#PLAN_MEANS}. */
  String meansGiven() {
    int owed = means.stream().mapToInt(Means::owed).sum();
    int given = means.stream().mapToInt(each -> Math.min(each.given(), each.owed())).sum();
    if (owed == 0) {
      return "NOTHING_OWED";
    }
    return given == owed ? "ALL_GIVEN" : given == 0 ? "NONE_GIVEN" : "SOME_GIVEN";
  }
}
