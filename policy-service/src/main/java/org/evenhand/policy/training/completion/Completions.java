package org.evenhand.policy.training.completion;

import static org.evenhand.kit.web.problem.ViolationCode.RANGE;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.training.CompletionHappening;
import org.evenhand.policy.training.CompletionStep;
import org.evenhand.policy.training.Exemption;
import org.evenhand.policy.training.ModuleStep;
import org.evenhand.policy.training.completion.CompletionRequests.ExemptionRequest;
import org.evenhand.policy.training.module.LeadRules;
import org.jspecify.annotations.Nullable;

/** What the two who lead a module say of those who learn. */
@ApplicationScoped
class Completions {

  /** Where a completion counts for good. */
  private static final int MOST_YEARS = 5;

  private final CompletionSteps steps;
  private final LeadRules rules;

  Completions(CompletionSteps steps, LeadRules rules) {
    this.steps = steps;
    this.rules = rules;
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
          return now(CompletionHappening.COMPLETED);
        });
  }

  private static void requirePossible(CompletionContext context, LocalDate on) {
    if (on.isAfter(context.today())) {
      throw invalid("/completedOn", "is a day that has not begun where the person works");
    }
    if (!context.completion().isAdvancedBy(on, context.module().terms())) {
      throw invalid(
          "/completedOn",
          "must be after the last completion, and count as long as what counts now");
    }
  }

  Uni<Answer> takeBack(UUID id, @Nullable String ifMatch) {
    return steps.byLead(
        id,
        ifMatch,
        context -> {
          context.completion().takeBack(context.at());
          return now(CompletionHappening.TAKEN_BACK);
        });
  }

  Uni<Answer> proposeExemption(UUID id, @Nullable String ifMatch, ExemptionRequest request) {
    return steps.byLead(
        id,
        ifMatch,
        context -> {
          requireLimited(context, request.until());
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
          return now(CompletionHappening.EXEMPTION_PROPOSED);
        });
  }

  /** As a waiver, it lasts no longer than a completion of this day would; never for good. */
  private static void requireLimited(CompletionContext context, LocalDate until) {
    if (until.isBefore(context.today())) {
      throw invalid("/until", "is over where the person works");
    }
    LocalDate last =
        Objects.requireNonNullElseGet(
            context.module().terms().lastDay(context.today()),
            () -> context.today().plusYears(MOST_YEARS));
    if (until.isAfter(last)) {
      throw invalid("/until", "must be at most " + last);
    }
  }

  Uni<Answer> countersignExemption(UUID id, @Nullable String ifMatch) {
    return steps.byLead(
        id,
        ifMatch,
        context -> {
          context
              .completion()
              .countersignExemption(
                  context.actor(),
                  context.module().leads(),
                  context.learner().awayFrom(context.at()),
                  context.at());
          return rules
              .requireBothSides(context.session(), context.module().leads())
              .replaceWith(CompletionHappening.EXEMPTED);
        });
  }

  private static Uni<CompletionHappening> now(CompletionHappening what) {
    return Uni.createFrom().item(what);
  }

  private static Problem invalid(String pointer, String why) {
    return Problem.of(PolicyProblem.TRAINING_INVALID, "It can't be so on that day.")
        .with(RANGE.at(pointer, why));
  }
}
