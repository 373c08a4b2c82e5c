package org.evenhand.review.growth.opportunity.access;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.opportunity.Opportunity;
import org.evenhand.review.growth.opportunity.application.AnswerTime;
import org.evenhand.review.growth.opportunity.application.OpportunityApplication;
import org.hibernate.reactive.mutiny.Mutiny;

/** All that a step on an application has at hand. */
public record ApplicationContext(
    Mutiny.Session session,
    Opportunity opportunity,
    OpportunityApplication application,
    Viewer viewer,
    Set<ApplicationRelation> relations,
    Instant at)
    implements Steps.Context {

  @Override
  public UUID actor() {
    return viewer.employeeId();
  }

  /**
   * The version of what the caller reads: nobody learns by it that others have assessed, and nobody
   * but the applicant and whoever leads them that the applicant is on leave.
   */
  public long version() {
    if (ApplicationRelation.decides(relations)) {
      return application.version();
    }
    if (ApplicationRelation.areTold(relations)) {
      return application.toldVersion() + application.answerTime().map(AnswerTime::moves).orElse(0);
    }
    return application.toldVersion() + (application.isAssessedBy(actor()) ? 1 : 0);
  }
}
