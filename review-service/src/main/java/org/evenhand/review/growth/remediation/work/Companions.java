package org.evenhand.review.growth.remediation.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.growth.moved.Exits;
import org.evenhand.review.growth.remediation.Companion;
import org.evenhand.review.growth.remediation.GateReview;
import org.evenhand.review.growth.remediation.RemediationPlan;
import org.evenhand.review.growth.remediation.RemediationStep;
import org.evenhand.review.growth.remediation.access.RemediationContext;
import org.evenhand.review.growth.remediation.work.RemediationRequests.CompanionRequest;
import org.evenhand.review.growth.remediation.work.RemediationRequests.ConsentRequest;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Whom the person asks to accompany them, and what that one says to it. */
@ApplicationScoped
class Companions {

  private final RemediationSteps steps;
  private final Directory directory;

  Companions(RemediationSteps steps, Directory directory) {
    this.steps = steps;
    this.directory = directory;
  }

  Uni<Answer> name(UUID id, @Nullable String ifMatch, CompanionRequest request) {
    return steps.take(
        id,
        ifMatch,
        RemediationStep.COMPANION,
        context ->
            require(context, request.employeeId())
                .chain(() -> asked(context.session(), request.employeeId()))
                .invoke(asked -> context.plan().accompaniedBy(asked.orElse(null)))
                .replaceWith(RemediationStep.COMPANION.word()));
  }

  private Uni<Void> require(RemediationContext context, @Nullable UUID companion) {
    if (companion == null) {
      return Uni.createFrom().voidItem();
    }
    RemediationPlan plan = context.plan();
    if (Stream.of(
            Optional.of(plan.employeeId()),
            Optional.of(plan.proposedBy()),
            plan.managerId(),
            plan.review().map(GateReview::by))
        .anyMatch(part -> part.filter(companion::equals).isPresent())) {
      throw refused("has a part in it");
    }
    return directory
        .named(context.session(), companion)
        .invoke(
            found -> {
              if (found.filter(employee -> !employee.left()).isEmpty()) {
                throw refused("is nobody who works here");
              }
            })
        .replaceWithVoid();
  }

  private static Uni<Optional<Companion>> asked(Mutiny.Session session, @Nullable UUID person) {
    return person == null
        ? Uni.createFrom().item(Optional.empty())
        : Exits.seen(session, List.of(person))
            .map(seen -> Optional.of(new Companion(person, null, seen.getOrDefault(person, 0L))));
  }

  private static Problem refused(String why) {
    return Problem.of(
            ReviewProblem.COMPANION_NOT_POSSIBLE, "A companion works here and has no part in it.")
        .with(NOT_ALLOWED.at("/employeeId", why));
  }

  Uni<Answer> consent(UUID id, @Nullable String ifMatch, ConsentRequest request) {
    return steps.takeNow(
        id,
        ifMatch,
        RemediationStep.CONSENT,
        context -> {
          if (context.plan().companion().filter(each -> each.consented() == null).isEmpty()) {
            throw RemediationSteps.conflict(
                context, RemediationStep.CONSENT, "This has been answered.");
          }
          context.plan().consent(request.accepted());
        });
  }
}
