package org.evenhand.review.directory.orgimport;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.HrLeadStep;

/** Lets an hr-lead permit what the guard would refuse. */
@ApplicationScoped
class DeactivationPermits {

  private final Steps steps;
  private final Access access;
  private final DeactivationGuard guard;

  DeactivationPermits(Steps steps, Access access, DeactivationGuard guard) {
    this.steps = steps;
    this.access = access;
    this.guard = guard;
  }

  Uni<Answer> grant(OrgImportResource.PermitRequest request) {
    return steps
        .load(session -> access.person(session).map(lead -> new HrLeadStep(session, lead)))
        .permitAll()
        .add()
        .take(step -> guard.permit(step.session(), request.atMost(), step.actor()))
        .tell((step, permit) -> List.of(fact(permit)))
        .answerNow((step, permit) -> new Answer(201, null, null, permit));
  }

  private static Fact fact(DeactivationPermit permit) {
    return Fact.noted("deactivation-permit", permit.id(), "granted", permit);
  }
}
