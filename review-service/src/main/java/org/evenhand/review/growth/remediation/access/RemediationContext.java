package org.evenhand.review.growth.remediation.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.goal.Post;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a step on a remediation plan has at hand. */
public record RemediationContext(
    Mutiny.Session session,
    RemediationPlan plan,
    Post post,
    Viewer viewer,
    Set<RemediationRelation> relations,
    WorkingDays days,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  /** The version of what the caller reads. */
  public long version() {
    return readsAll() ? plan.version() : plan.companionVersion();
  }

  /** A companion reads it once they have agreed, while it runs. */
  public boolean readsAll() {
    return RemediationPermissions.readsAll(plan, relations);
  }

  /** The day that it is where the person works. */
  public LocalDate today() {
    return days.today(at);
  }

  public boolean isOver(LocalDate day) {
    return !at.isBefore(days.endOf(day));
  }
}
