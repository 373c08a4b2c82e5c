package org.evenhand.review.growth.plan.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.jspecify.annotations.Nullable;

/**
 * How a plan's person and their assignment stand, and what happened to them since the plan was last
 * looked at.
 *
 * @param ended whether the assignment of the plan holds no more
 * @param manager to whom it reports
 * @param changes of the person's status, in the order in which they were told
 * @param lastChange the id of the last of them
 * @param days of the place where the person works
 */
record PlanStanding(
    boolean ended,
    boolean away,
    @Nullable UUID manager,
    List<Change> changes,
    long lastChange,
    WorkingDays days) {

  record Change(EmploymentStatus status, LocalDate on) {}

  /** Brings the plan up to that; in words of the audit. One that has ended says so by its state. */
  List<String> follow(DevelopmentPlan plan, Instant now) {
    LocalDate today = days.today(now);
    plan.statusSeen(lastChange);
    if (ended) {
      plan.endWithAssignment(today, now);
      return List.of();
    }
    List<String> words = new ArrayList<>();
    for (Change change : changes) {
      boolean went = change.status() == EmploymentStatus.ON_LEAVE;
      // Who was back before this began was never away from it.
      if (went || plan.isAway()) {
        words.addAll(follow(plan, went, change.on()));
      }
    }
    words.addAll(follow(plan, away, today));
    if (!Objects.equals(manager, plan.managerId().orElse(null))) {
      plan.reportTo(manager);
      words.add("manager-changed");
    }
    return words;
  }

  private static List<String> follow(DevelopmentPlan plan, boolean nowAway, LocalDate since) {
    if (nowAway == plan.isAway()) {
      return List.of();
    }
    if (nowAway) {
      plan.leaveBegan(since.isBefore(plan.createdOn()) ? plan.createdOn() : since);
      return List.of("paused");
    }
    plan.leaveEnded(since);
    return List.of("resumed");
  }
}
