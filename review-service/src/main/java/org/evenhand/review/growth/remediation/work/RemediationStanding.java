package org.evenhand.review.growth.remediation.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.directory.people.EmploymentStatus;
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
 * @param changes of the person's status, in the order in which they were told
 * @param lastChange the id of the last of them
 * @param days of the place where the person works
 */
record RemediationStanding(
    boolean ended,
    boolean away,
    boolean companionGone,
    @Nullable UUID manager,
    @Nullable UUID hr,
    List<Change> changes,
    long lastChange,
    WorkingDays days) {

  record Change(EmploymentStatus status, LocalDate on) {}

  /** Brings the plan up to that; in words of the audit. */
  List<String> follow(RemediationPlan plan, Instant now) {
    LocalDate today = days.today(now);
    plan.statusSeen(lastChange);
    if (ended) {
      plan.end(RemediationState.CANCELLED, new RemediationEnding(null, null, null, now), today);
      return List.of("cancelled");
    }
    List<String> words = new ArrayList<>();
    for (Change change : changes) {
      boolean went = change.status() == EmploymentStatus.ON_LEAVE;
      // Who was back before this began was never away from it.
      if (went || plan.isAway()) {
        words.addAll(follow(plan, went, change.on(), today));
      }
    }
    words.addAll(follow(plan, away, today, today));
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

  private List<String> follow(
      RemediationPlan plan, boolean nowAway, LocalDate since, LocalDate today) {
    if (nowAway == plan.isAway()) {
      return List.of();
    }
    if (nowAway) {
      plan.leaveBegan(since);
      return List.of("left-for-a-while");
    }
    plan.leaveEnded(
        since,
        today,
        days.plus(today, Changing.DAYS_TO_ANSWER),
        days.plus(today, Changing.DAYS_TO_LOOK),
        days.plus(today, 1));
    return List.of("back");
  }
}
