package org.evenhand.policy.training.completion;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.training.CompletionHappening;
import org.evenhand.policy.training.CompletionStep;
import org.evenhand.policy.training.Exemption;
import org.evenhand.policy.training.ModuleStep;
import org.evenhand.policy.training.completion.CompletionRequests.ExemptionRequest;
import org.jspecify.annotations.Nullable;

/** What the two who lead a module say of those who learn. */
@ApplicationScoped
class Completions {

  private final CompletionSteps steps;

  Completions(CompletionSteps steps) {
    this.steps = steps;
  }

  Uni<Answer> record(UUID id, @Nullable String ifMatch, LocalDate on) {
    return steps.byLead(
        id,
        ifMatch,
        context -> {
          context.completion().require(CompletionStep.RECORD);
          context.module().require(ModuleStep.ENROLMENT);
          requirePossible(context, on);
          context
              .completion()
              .complete(
                  on,
                  context.actor(),
                  context.module().terms(),
                  context.learner().awayFrom(context.at()),
                  context.at());
          return CompletionHappening.COMPLETED;
        });
  }

  private static void requirePossible(CompletionContext context, LocalDate on) {
    if (on.isAfter(context.today())) {
      throw invalid("/completedOn", "is a day that has not begun where the person works");
    }
    LocalDate last = context.completion().completedOn().orElse(LocalDate.MIN);
    if (!on.isAfter(last)) {
      throw invalid("/completedOn", "must be after " + last + ", when it was completed last");
    }
  }

  Uni<Answer> takeBack(UUID id, @Nullable String ifMatch) {
    return steps.byLead(
        id,
        ifMatch,
        context -> {
          context.completion().takeBack(context.at());
          return CompletionHappening.TAKEN_BACK;
        });
  }

  Uni<Answer> proposeExemption(UUID id, @Nullable String ifMatch, ExemptionRequest request) {
    return steps.byLead(
        id,
        ifMatch,
        context -> {
          if (request.until().isBefore(context.today())) {
            throw invalid("/until", "is over where the person works");
          }
          context
              .completion()
              .proposeExemption(
                  new Exemption(
                      Exemption.Code.valueOf(request.code().name()),
                      request.reason(),
                      request.until(),
                      context.actor(),
                      null,
                      context.at()));
          return CompletionHappening.EXEMPTION_PROPOSED;
        });
  }

  Uni<Answer> countersignExemption(UUID id, @Nullable String ifMatch) {
    return steps.byLead(
        id,
        ifMatch,
        context -> {
          context
              .completion()
              .countersignExemption(
                  context.actor(), context.learner().awayFrom(context.at()), context.at());
          return CompletionHappening.EXEMPTED;
        });
  }

  private static Problem invalid(String pointer, String why) {
    return Problem.of(PolicyProblem.TRAINING_INVALID, "It can't be so on that day.")
        .with(RANGE.at(pointer, why));
  }
}
