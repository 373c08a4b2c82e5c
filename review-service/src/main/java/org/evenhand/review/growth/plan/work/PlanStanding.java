package org.evenhand.review.growth.plan.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.growth.moved.Presence;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.jspecify.annotations.Nullable;

/**
 * How a plan's person and their assignment stand, and what happened to them since the plan was last
 * looked at.
 *
 * @param ended whether the assignment of the plan holds no more
 * @param manager to whom it reports
 * @param presence of the person since then
 * @param days of the place where the person works
 */
record PlanStanding(boolean ended, @Nullable UUID manager, Presence presence, WorkingDays days) {

  /** Brings the plan up to that; in words of the audit. One that has ended says so by its state. */
  List<String> follow(DevelopmentPlan plan, Instant now) {
    LocalDate today = days.today(now);
    plan.statusSeen(presence.last());
    if (ended) {
      plan.endWithAssignment(today, now);
      return List.of();
    }
    List<String> words =
        presence.follow(plan::isAway, today, (away, since) -> turn(plan, away, since));
    if (!Objects.equals(manager, plan.managerId().orElse(null))) {
      plan.reportTo(manager);
      words.add("manager-changed");
    }
    return words;
  }

  private static String turn(DevelopmentPlan plan, boolean away, LocalDate since) {
    if (away) {
      plan.leaveBegan(since.isBefore(plan.createdOn()) ? plan.createdOn() : since);
      return "paused";
    }
    plan.leaveEnded(since);
    return "resumed";
  }
}
