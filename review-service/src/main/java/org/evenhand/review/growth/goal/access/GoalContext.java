package org.evenhand.review.growth.goal.access;

import org.evenhand.review.growth.goal.Goal;
import org.evenhand.review.growth.goal.GoalFacts;
import org.evenhand.review.growth.goal.GoalSide;
import java.time.Instant;
import java.time.LocalDate;
import org.hibernate.reactive.mutiny.Mutiny;
import java.util.Optional;
import org.evenhand.review.growth.goal.Post;
import java.util.Set;
import org.evenhand.review.growth.goal.Signature;
import org.evenhand.kit.data.step.Steps;
import java.util.UUID;
import org.evenhand.review.directory.lines.Viewer;

/** All that a step on a goal has at hand. */
public record GoalContext(
    Mutiny.Session session,
    Goal goal,
    Post post,
    Viewer viewer,
    Set<GoalRelation> relations,
    LocalDate today,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  public Signature signature() {
    return new Signature(actor(), at);
  }

  /** For which side the caller acts; empty for HR, which only proposes. */
  public Optional<GoalSide> side() {
    return GoalRelation.side(relations);
  }

  /** For which side, of somebody who acts for one. */
  public GoalSide ownSide() {
    return side().orElseThrow();
  }

  /** What came about, as the journal takes it. */
  public GoalFacts facts() {
    return new GoalFacts(goal, at);
  }
}
