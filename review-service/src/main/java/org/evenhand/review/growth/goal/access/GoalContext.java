package org.evenhand.review.growth.goal.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.time.Days;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalFacts;
import org.evenhand.review.growth.goal.Post;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a step on a goal has at hand. */
public record GoalContext(
    Mutiny.Session session,
    Goal goal,
    Post post,
    Viewer viewer,
    Set<GoalRelation> relations,
    WorkingDays days,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  /** The day that it is where the person works. */
  public LocalDate today() {
    return days.today(at);
  }

  /** The first day that isn't over there. */
  public LocalDate goingOn() {
    return days.zone().isPresent() ? today() : Days.goingOn(at);
  }

  public boolean isOver(LocalDate day) {
    return !at.isBefore(days.endOf(day));
  }

  public Signature signature() {
    return new Signature(actor(), at, post.managerId());
  }

  /** For which side the caller acts; empty for HR, which only proposes. */
  public Optional<AgreementSide> side() {
    return GoalRelation.side(relations);
  }

  /** For which side, of somebody who acts for one. */
  public AgreementSide ownSide() {
    return side().orElseThrow();
  }

  /** What came about, as the journal takes it. */
  public GoalFacts facts() {
    return new GoalFacts(goal, at);
  }
}
