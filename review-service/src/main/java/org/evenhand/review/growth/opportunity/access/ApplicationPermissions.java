package org.evenhand.review.growth.opportunity.access;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.growth.opportunity.OpportunityState;
import org.evenhand.review.growth.opportunity.application.ApplicationStep;
import org.evenhand.review.growth.opportunity.application.OpportunityApplication;

/** Which step on an application belongs to whom. */
public final class ApplicationPermissions {

  private ApplicationPermissions() {}

  /** The steps that are both allowed now and the caller's to take. */
  public static Set<ApplicationStep> open(
      OpportunityApplication application,
      OpportunityState during,
      Set<ApplicationRelation> relations,
      UUID caller) {
    Set<ApplicationStep> steps = EnumSet.noneOf(ApplicationStep.class);
    for (ApplicationStep step : ApplicationStep.values()) {
      if (step.isDuring(during)
          && application.allows(step)
          && permits(step, relations)
          && !(step == ApplicationStep.ASSESSMENT && application.isAssessedBy(caller))) {
        steps.add(step);
      }
    }
    return steps;
  }

  public static boolean permits(ApplicationStep step, Set<ApplicationRelation> relations) {
    return switch (step) {
      case WITHDRAWAL, ACCEPTANCE, REFUSAL -> relations.contains(ApplicationRelation.OWN);
      case INELIGIBILITY -> ApplicationRelation.isHr(relations);
      case ASSESSMENT -> relations.contains(ApplicationRelation.ASSESSOR);
      case VERDICT -> ApplicationRelation.decides(relations);
    };
  }
}
