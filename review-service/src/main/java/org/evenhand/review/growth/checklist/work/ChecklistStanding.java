package org.evenhand.review.growth.checklist.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.growth.checklist.Checklist;
import org.evenhand.review.growth.checklist.ChecklistEnding;
import org.evenhand.review.growth.checklist.ChecklistEndingCause;
import org.evenhand.review.growth.moved.Presence;
import org.jspecify.annotations.Nullable;

/**
 * How a list's person and their assignment stand, and what happened to them since the list was last
 * looked at.
 *
 * @param ended whether what the list is about holds no more
 * @param over whether the person works in the assignment no more
 * @param buddyGone whether whoever accompanies the person has left
 * @param manager to whom the assignment reports
 * @param presence of the person since then
 * @param days of the place where the person works
 */
record ChecklistStanding(
    boolean ended,
    boolean over,
    boolean buddyGone,
    @Nullable UUID manager,
    Presence presence,
    WorkingDays days) {

  /** Brings the list up to that; in words of the audit. */
  List<String> follow(Checklist list, Instant now) {
    LocalDate today = days.today(now);
    list.statusSeen(presence.last());
    if (ended) {
      list.cancel(new ChecklistEnding(ChecklistEndingCause.ASSIGNMENT, null, null, now), today);
      return List.of("cancelled");
    }
    List<String> words =
        presence.follow(list::isAway, today, (away, since) -> turn(list, away, since));
    if (over && !list.isGone()) {
      list.left();
      words.add("person-left");
    }
    if (!Objects.equals(manager, list.managerId().orElse(null))) {
      list.reportTo(manager);
      words.add("manager-changed");
    }
    if (buddyGone || list.buddyId().filter(buddy -> buddy.equals(manager)).isPresent()) {
      list.accompaniedByNobody();
      words.add("buddy-left");
    }
    return words;
  }

  private static String turn(Checklist list, boolean away, LocalDate since) {
    if (away) {
      list.leaveBegan(since.isBefore(list.createdOn()) ? list.createdOn() : since);
      return "paused";
    }
    list.leaveEnded(since);
    return "resumed";
  }
}
