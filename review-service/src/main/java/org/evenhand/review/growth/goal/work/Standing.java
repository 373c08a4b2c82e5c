package org.evenhand.review.growth.goal.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.growth.goal.Closing;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * How a goal's person and their assignment stand, and what happened to them since the goal was last
 * looked at.
 *
 * @param ended whether the assignment of the goal holds no more
 * @param manager to whom it reports
 * @param changes of the person's status, in the order in which they were told
 * @param lastChange the id of the last of them
 * @param days of the place where the person works
 */
record Standing(
    boolean ended,
    boolean away,
    @Nullable UUID manager,
    List<Change> changes,
    long lastChange,
    WorkingDays days) {

  record Change(EmploymentStatus status, LocalDate on) {}

  /** Brings the goal up to that; in words of the audit. One that has ended says so by its state. */
  List<String> follow(Goal goal, Instant now) {
    LocalDate today = days.today(now);
    goal.statusSeen(lastChange);
    if (ended) {
      goal.close(new Closing(Outcome.DROPPED, null, null, null, now, null), today);
      return List.of();
    }
    List<String> words = new ArrayList<>();
    changes.forEach(
        change ->
            words.addAll(
                follow(goal, change.status() == EmploymentStatus.ON_LEAVE, change.on(), now)));
    words.addAll(follow(goal, away, today, now));
    if (!Objects.equals(manager, goal.managerId().orElse(null))) {
      goal.reportTo(manager);
      words.add("manager-changed");
    }
    return words;
  }

  private List<String> follow(Goal goal, boolean nowAway, LocalDate since, Instant now) {
    if (nowAway == goal.isAway()) {
      return List.of();
    }
    if (nowAway) {
      goal.leaveBegan(since);
      return List.of("leave-began");
    }
    // Told late, they are back since that day; told ahead, since somebody could know of it.
    Instant begun = days.endOf(since.minusDays(1));
    goal.leaveEnded(since, begun.isBefore(now) ? begun : now);
    return List.of("leave-ended");
  }

  /** Whether its day is over where the person works. */
  boolean isLate(Goal goal, Instant now) {
    return !now.isBefore(days.endOf(goal.terms().dueOn()));
  }
}
