package org.evenhand.policy.training.module;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.signing.Side;
import org.evenhand.policy.training.CoLeads;
import org.evenhand.policy.training.ModuleHappening;
import org.evenhand.policy.training.ModuleStep;
import org.jspecify.annotations.Nullable;

/** A module outlives those who lead it: each passes their place on, and HR that of who can't. */
@ApplicationScoped
class CoLeadChanges {

  private final ModuleSteps steps;
  private final LeadRules rules;

  CoLeadChanges(ModuleSteps steps, LeadRules rules) {
    this.steps = steps;
    this.rules = rules;
  }

  Uni<Answer> replace(UUID id, @Nullable String ifMatch, CoLeadChange change) {
    return steps.take(
        id,
        ifMatch,
        context -> requirePermitted(context, change.leaving()),
        context -> {
          context.module().require(ModuleStep.CO_LEAD_REPLACEMENT);
          CoLeads leads = context.module().leads();
          if (!leads.include(change.leaving())) {
            throw invalid().with(NOT_FOUND.at("/leaving", "doesn't lead this module"));
          }
          Side side = leads.hr().equals(change.leaving()) ? Side.HR : Side.MANAGER;
          return requireUnfit(context, change.leaving(), side)
              .chain(() -> rules.successor(context.session(), change.joining(), side))
              .invoke(joining -> requireNew(leads, joining))
              .invoke(joining -> context.module().replace(change.leaving(), joining, context.at()))
              .replaceWith(ModuleHappening.CO_LEAD_REPLACED);
        });
  }

  /** Neither of the two puts somebody into the place of the other. */
  private static void requirePermitted(ModuleContext context, UUID leaving) {
    boolean own = context.caller().is(leaving);
    boolean other = !own && context.module().leads().include(context.actor());
    if (other || !own && !context.caller().hr()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN,
          "Each of the two passes their own place on, and other HR that of who can't.");
    }
  }

  private Uni<Void> requireUnfit(ModuleContext context, UUID leaving, Side side) {
    return context.caller().is(leaving)
        ? Uni.createFrom().voidItem()
        : rules
            .isOfSide(context.session(), leaving, side)
            .invoke(
                fits -> {
                  if (fits) {
                    throw invalid()
                        .with(
                            NOT_ALLOWED.at(
                                "/leaving", "is at work, and passes their place on themself"));
                  }
                })
            .replaceWithVoid();
  }

  private static void requireNew(CoLeads leads, UUID joining) {
    if (leads.include(joining)) {
      throw invalid().with(NOT_ALLOWED.at("/joining", "leads this module already"));
    }
  }

  private static Problem invalid() {
    return Problem.of(
        PolicyProblem.TRAINING_INVALID, "A module is led by one of HR and a manager together.");
  }
}
