package org.evenhand.review.growth.checkin.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.checkin.CheckIn;
import org.evenhand.review.growth.checkin.CheckInFacts;
import org.evenhand.review.growth.checkin.CheckInStep;
import org.evenhand.review.growth.checkin.Party;
import org.evenhand.review.growth.goal.Post;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * All that a step on a check-in has at hand.
 *
 * @param post the employee's, as it stands now
 * @param days of the place where the employee works
 */
public record CheckInContext(
    Mutiny.Session session,
    CheckIn checkIn,
    Post post,
    Viewer viewer,
    Set<CheckInRelation> relations,
    WorkingDays days,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  /** The day that it is where the employee works. */
  public LocalDate today() {
    return days.today(at);
  }

  /** As which of the two the caller acts, who is one of them. */
  public Party party() {
    return CheckInRelation.party(relations).orElseThrow();
  }

  /** Whether the two are a pair still. */
  public boolean isCurrent() {
    return checkIn.pair().isOf(post);
  }

  /** The steps that are both allowed by the state and the caller's to take. */
  public List<String> open() {
    return CheckInPermissions.open(checkIn, relations, isCurrent());
  }

  public boolean permits(CheckInStep step) {
    return CheckInPermissions.permits(step, relations, isCurrent());
  }

  public Fact noted(CheckInStep step) {
    return CheckInFacts.noted(checkIn, step.word());
  }
}
