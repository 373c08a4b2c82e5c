package org.evenhand.review.growth.checklist.work;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.directory.people.EmploymentStatus;
import org.evenhand.review.growth.checklist.Checklist;
import org.evenhand.review.growth.checklist.ChecklistEnding;
import org.evenhand.review.growth.checklist.ChecklistEndingCause;
import org.jspecify.annotations.Nullable;

/**
 * How a list's person and their assignment stand, and what happened to them since the list was last
 * looked at.
 *
 * @param ended whether what the list is about holds no more
 * @param over whether the person works in the assignment no more
 * @param buddyGone whether whoever accompanies the person has left
 * @param manager to whom the assignment reports
 * @param changes of the person's status, in the order in which they were told
 * @param lastChange the id of the last of them
 * @param days of the place where the person works
 */
record ChecklistStanding(
    boolean ended,
    boolean over,
    boolean away,
    boolean buddyGone,
    @Nullable UUID manager,
    List<Change> changes,
    long lastChange,
    WorkingDays days) {

  record Change(EmploymentStatus status, LocalDate on) {}

  /** Brings the list up to that; in words of the audit. */
  List<String> follow(Checklist list, Instant now) {
    LocalDate today = days.today(now);
    list.statusSeen(lastChange);
    if (ended) {
      list.cancel(new ChecklistEnding(ChecklistEndingCause.ASSIGNMENT, null, null, now), today);
      return List.of("cancelled");
    }
    List<String> words = new ArrayList<>();
    for (Change change : changes) {
      boolean went = change.status() == EmploymentStatus.ON_LEAVE;
      // Who was back before this began was never away from it.
      if (went || list.isAway()) {
        words.addAll(follow(list, went, change.on()));
      }
    }
    words.addAll(follow(list, away, today));
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

  private static List<String> follow(Checklist list, boolean nowAway, LocalDate since) {
    if (nowAway == list.isAway()) {
      return List.of();
    }
    if (nowAway) {
      list.leaveBegan(since.isBefore(list.createdOn()) ? list.createdOn() : since);
      return List.of("paused");
    }
    list.leaveEnded(since);
    return List.of("resumed");
  }
}
