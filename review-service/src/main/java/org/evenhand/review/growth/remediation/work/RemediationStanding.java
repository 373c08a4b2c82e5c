package org.evenhand.review.growth.remediation.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.growth.moved.Presence;
import org.evenhand.review.growth.remediation.RemediationEnding;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.RemediationState;
import org.jspecify.annotations.Nullable;

/**
 * How a plan's people stand, and what happened to them since the plan was last looked at.
 *
 * @param ended whether the assignment of the plan holds no more
 * @param companionGone whether the companion has left
 * @param manager to whom the assignment reports
 * @param hr that has to look at it now
 * @param presence of the person since then
 * @param days of the place where the person works
 */
record RemediationStanding(
    boolean ended,
    boolean companionGone,
    @Nullable UUID manager,
    @Nullable UUID hr,
    Presence presence,
    WorkingDays days) {

  /** Brings the plan up to that; in words of the audit. */
  List<String> follow(RemediationPlan plan, Instant now) {
    LocalDate today = days.today(now);
    plan.statusSeen(presence.last());
    if (ended) {
      plan.end(RemediationState.CANCELLED, new RemediationEnding(null, null, null, now), today);
      return List.of("cancelled");
    }
    List<String> words =
        presence.follow(plan::isAway, today, (away, since) -> turn(plan, away, since, today));
    if (!Objects.equals(manager, plan.managerId().orElse(null))) {
      plan.reportTo(manager, today);
      words.add("manager-changed");
    }
    if (!Objects.equals(hr, plan.hrId().orElse(null))) {
      plan.hrIs(hr);
      words.add("hr-changed");
    }
    if (companionGone
        || plan.companion().filter(each -> each.employeeId().equals(manager)).isPresent()) {
      plan.accompaniedBy(null);
      words.add("companion-left");
    }
    return words;
  }

  private String turn(RemediationPlan plan, boolean away, LocalDate since, LocalDate today) {
    if (away) {
      plan.leaveBegan(since);
      return "left-for-a-while";
    }
    plan.leaveEnded(
        since,
        today,
        days.plus(today, Changing.DAYS_TO_ANSWER),
        days.plus(today, Changing.DAYS_TO_LOOK),
        days.plus(today, 1));
    return "back";
  }
}
