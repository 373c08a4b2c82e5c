package org.evenhand.review.appeal.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.appeal.access.AppealContext;
import org.evenhand.review.appeal.work.AppealRequests.CompanionRequest;
import org.evenhand.review.directory.Directory;
import org.evenhand.review.directory.people.Employee;
import org.jspecify.annotations.Nullable;

/** Who stands by the appellant. Naming another takes the place of the first. */
@ApplicationScoped
class Companions {

  private final AppealSteps steps;
  private final Directory directory;

  Companions(AppealSteps steps, Directory directory) {
    this.steps = steps;
    this.directory = directory;
  }

  Uni<Answer> name(UUID id, @Nullable String ifMatch, CompanionRequest request) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.COMPANION,
        context ->
            directory
                .named(context.session(), request.employeeId())
                .map(
                    found ->
                        found
                            .filter(person -> !person.left())
                            .orElseThrow(
                                () ->
                                    impossible(
                                        NOT_FOUND.at("/employeeId", "is nobody who works here"))))
                .invoke(person -> requireWithoutPart(context, person))
                .invoke(person -> context.appeal().accompany(person.id()))
                .replaceWithVoid());
  }

  /** Whoever is companion already may be named again. */
  private static void requireWithoutPart(AppealContext context, Employee person) {
    PeopleInvolved involved = PeopleInvolved.of(context.review(), context.appeal(), Set.of());
    boolean already = context.appeal().companionId().filter(person.id()::equals).isPresent();
    if (!already
        && (involved.parties().contains(person.id()) || involved.raters().contains(person.id()))) {
      throw impossible(NOT_ALLOWED.at("/employeeId", "has a part in the appeal"));
    }
  }

  private static Problem impossible(Violation why) {
    return Problem.of(
            ReviewProblem.COMPANION_NOT_POSSIBLE,
            "A companion works here, and neither rated nor judges.")
        .with(why);
  }
}
