package org.evenhand.review.appeal.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.appeal.Appeal;
import org.evenhand.review.appeal.AppealFacts;
import org.evenhand.review.cycle.Cycle;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.review.Review;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a step on an appeal has at hand. */
public record AppealContext(
    Mutiny.Session session,
    Appeal appeal,
    Review review,
    Cycle cycle,
    PolicyContent policy,
    Viewer viewer,
    Set<AppealRelation> relations,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  /** What came about, as the journal takes it. */
  public AppealFacts facts() {
    return new AppealFacts(appeal, review, cycle, at);
  }
}
