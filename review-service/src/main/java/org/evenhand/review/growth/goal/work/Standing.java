package org.evenhand.review.growth.goal.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.growth.goal.Closing;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.Outcome;
import org.evenhand.review.growth.moved.Presence;
import org.jspecify.annotations.Nullable;

/**
 * How a goal's person and their assignment stand, and what happened to them since the goal was last
 * looked at.
 *
 * @param ended whether the assignment of the goal holds no more
 * @param manager to whom it reports
 * @param presence of the person since then
 * @param days of the place where the person works
 */
record Standing(boolean ended, @Nullable UUID manager, Presence presence, WorkingDays days) {

  /** Brings the goal up to that; in words of the audit. One that has ended says so by its state. */
  List<String> follow(Goal goal, Instant now) {
    LocalDate today = days.today(now);
    goal.statusSeen(presence.last());
    if (ended) {
      goal.close(new Closing(Outcome.DROPPED, null, null, null, now, null), today);
      return List.of();
    }
    List<String> words =
        presence.follow(goal::isAway, today, (nowAway, since) -> turn(goal, nowAway, since, now));
    if (!Objects.equals(manager, goal.managerId().orElse(null))) {
      goal.reportTo(manager);
      words.add("manager-changed");
    }
    return words;
  }

  private String turn(Goal goal, boolean away, LocalDate since, Instant now) {
    if (away) {
      goal.leaveBegan(since);
      return "leave-began";
    }
    // Told late, they are back since that day; told ahead, since somebody could know of it.
    Instant begun = days.endOf(since.minusDays(1));
    goal.leaveEnded(since, begun.isBefore(now) ? begun : now);
    return "leave-ended";
  }

  /** Whether its day is over where the person works. */
  boolean isLate(Goal goal, Instant now) {
    return !now.isBefore(days.endOf(goal.terms().dueOn()));
  }
}
