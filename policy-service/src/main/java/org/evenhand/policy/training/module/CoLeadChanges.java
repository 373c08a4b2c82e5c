package org.evenhand.policy.training.module;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.directory.People;
import org.evenhand.policy.directory.Person;
import org.evenhand.policy.signing.Side;
import org.evenhand.policy.training.CoLeads;
import org.evenhand.policy.training.ModuleHappening;
import org.evenhand.policy.training.ModuleStep;
import org.jspecify.annotations.Nullable;

/** A module outlives those who lead it: each passes their place on, and HR that of a leaver. */
@ApplicationScoped
class CoLeadChanges {

  private final ModuleSteps steps;
  private final LeadRules rules;
  private final People people;

  CoLeadChanges(ModuleSteps steps, LeadRules rules, People people) {
    this.steps = steps;
    this.rules = rules;
    this.people = people;
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
          return requireGone(context, change.leaving())
              .chain(() -> rules.successor(context.session(), change.joining(), side))
              .invoke(joining -> requireNew(leads, joining))
              .invoke(joining -> context.module().replace(change.leaving(), joining, context.at()))
              .replaceWith(ModuleHappening.CO_LEAD_REPLACED);
        });
  }

  /** Neither of the two puts somebody into the place of the other. */
  private static void requirePermitted(ModuleContext context, UUID leaving) {
    boolean own = context.caller().is(leaving);
    if (!own && !context.caller().hr()) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "Each of the two passes their own place on, and HR a leaver's.");
    }
  }

  private Uni<Void> requireGone(ModuleContext context, UUID leaving) {
    return context.caller().is(leaving)
        ? Uni.createFrom().voidItem()
        : people
            .byIds(context.session(), Set.of(leaving))
            .invoke(
                found -> {
                  Person person = found.get(leaving);
                  if (person != null && person.working()) {
                    throw invalid()
                        .with(
                            NOT_ALLOWED.at(
                                "/leaving", "works here, and passes their place on themself"));
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
