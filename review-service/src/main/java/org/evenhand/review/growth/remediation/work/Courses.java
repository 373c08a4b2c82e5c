package org.evenhand.review.growth.remediation.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.remediation.MoreTime;
import org.evenhand.review.growth.remediation.RemediationCourse.GivenMeans;
import org.evenhand.review.growth.remediation.RemediationCourse.HeldDay;
import org.evenhand.review.growth.remediation.RemediationStep;
import org.evenhand.review.growth.remediation.access.RemediationContext;
import org.evenhand.review.growth.remediation.access.RemediationPermissions;
import org.evenhand.review.growth.remediation.terms.CheckDay;
import org.evenhand.review.growth.remediation.terms.OwedMeans;
import org.evenhand.review.growth.remediation.work.RemediationRequests.CheckpointRequest;
import org.evenhand.review.growth.remediation.work.RemediationRequests.ExtensionRequest;
import org.jspecify.annotations.Nullable;

/** How a plan goes on: days on which both look at it, what the company gives, and more time. */
@ApplicationScoped
class Courses {

  private final RemediationSteps steps;

  Courses(RemediationSteps steps) {
    this.steps = steps;
  }

  Uni<Answer> hold(UUID id, UUID checkpoint, @Nullable String ifMatch, CheckpointRequest request) {
    return steps.takeNow(
        id,
        ifMatch,
        RemediationStep.CHECKPOINT,
        context -> {
          CheckDay day = one(context.plan().terms().checkpoints(), CheckDay::id, checkpoint);
          if (context.plan().course().isHeld(day)) {
            throw RemediationSteps.conflict(
                context, RemediationStep.CHECKPOINT, "This checkpoint is recorded.");
          }
          notNow(context, day)
              .ifPresent(
                  why -> {
                    throw RemediationSteps.conflict(context, RemediationStep.CHECKPOINT, why);
                  });
          context
              .plan()
              .hold(
                  new HeldDay(
                      checkpoint, context.today(), request.note(), context.actor(), context.at()));
        });
  }

  /** Days on which both look at it are days, and not entries made at once. */
  private static Optional<String> notNow(RemediationContext context, CheckDay day) {
    LocalDate named = context.plan().dayOf(day.day()).orElseThrow();
    if (context.today().isBefore(named)) {
      return Optional.of("This checkpoint is on %s.".formatted(named));
    }
    if (context.plan().course().isHeldOn(context.today())) {
      return Optional.of("Another checkpoint was held today.");
    }
    return context.isOver(context.plan().lastDay().orElseThrow())
        ? Optional.of("The last day is over: what was not held is more time that is owed.")
        : Optional.empty();
  }

  Uni<Answer> give(UUID id, UUID means, @Nullable String ifMatch) {
    return steps.takeNow(
        id,
        ifMatch,
        RemediationStep.DELIVERY,
        context -> {
          OwedMeans owed = one(context.plan().terms().means(), OwedMeans::id, means);
          if (!RemediationPermissions.gives(owed, context.relations())) {
            throw Problem.of(
                CommonProblem.FORBIDDEN, "It is for " + owed.deliverer() + " to give this.");
          }
          if (context.plan().course().isGiven(owed)) {
            throw RemediationSteps.conflict(
                context, RemediationStep.DELIVERY, "This has been given.");
          }
          context
              .plan()
              .give(new GivenMeans(means, context.today(), context.actor(), context.at()));
        });
  }

  Uni<Answer> confirm(UUID id, @Nullable String ifMatch) {
    return steps.takeNow(
        id,
        ifMatch,
        RemediationStep.CONFIRMATION,
        context -> {
          if (!context.plan().managerChanged()) {
            throw RemediationSteps.conflict(
                context, RemediationStep.CONFIRMATION, "You stand by it already.");
          }
          context.plan().confirm();
        });
  }

  Uni<Answer> extend(UUID id, @Nullable String ifMatch, ExtensionRequest request) {
    return steps.takeNow(
        id,
        ifMatch,
        RemediationStep.EXTENSION,
        context -> {
          LocalDate last = context.plan().lastDay().orElseThrow();
          context
              .plan()
              .extend(
                  new MoreTime(
                      request.days(),
                      last.isAfter(context.today()) ? last : context.today(),
                      request.reason(),
                      context.actor(),
                      context.at()));
        });
  }

  private static <T> T one(List<T> parts, Function<T, UUID> idOf, UUID id) {
    return parts.stream()
        .filter(each -> idOf.apply(each).equals(id))
        .findFirst()
        .orElseThrow(
            () -> Problem.of(CommonProblem.NOT_FOUND, "There is no such part of the plan."));
  }
}
