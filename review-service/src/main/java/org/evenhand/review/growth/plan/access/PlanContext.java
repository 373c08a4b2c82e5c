package org.evenhand.review.growth.plan.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.agreement.AgreementSide;
import org.evenhand.review.growth.agreement.Signature;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.PlanFacts;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a step on a development plan has at hand. */
public record PlanContext(
    Mutiny.Session session,
    DevelopmentPlan plan,
    Post post,
    Viewer viewer,
    Set<PlanRelation> relations,
    WorkingDays days,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  /** The version of what the caller reads. */
  public long version() {
    return PlanRelation.readsTexts(relations) ? plan.version() : plan.outlineVersion();
  }

  /** The day that it is where the person works. */
  public LocalDate today() {
    return days.today(at);
  }

  public boolean isOver(LocalDate day) {
    return !at.isBefore(days.endOf(day));
  }

  public Signature signature() {
    return new Signature(actor(), at, post.managerId());
  }

  /** For which side, of somebody who acts for one. */
  public AgreementSide side() {
    return PlanRelation.side(relations).orElseThrow();
  }

  /** What came about, as the journal takes it. */
  public PlanFacts facts() {
    return new PlanFacts(plan, at);
  }
}
