package org.evenhand.review.appeal.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.ReviewProblem;
import org.evenhand.review.appeal.AppealAction;
import org.evenhand.review.appeal.AppealRepository;
import org.evenhand.review.appeal.Seat;
import org.evenhand.review.appeal.access.AppealContext;
import org.evenhand.review.appeal.work.AppealRequests.CompanionRequest;
import org.evenhand.review.directory.Directory;
import org.jspecify.annotations.Nullable;

/** Who stands by the appellant. Naming another takes the place of the first. */
@ApplicationScoped
class Companions {

  /** As of those who judge: nobody of the panel manages them, or reports to them. */
  private static final String TIED =
      """
      select 1 from reporting_line l
      where (l.employee = :person and l.above = any(:panel))
        or (l.above = :person and l.depth = 1 and l.employee = any(:panel))
      """;

  private final AppealSteps steps;
  private final AppealRepository appeals;
  private final Directory directory;

  Companions(AppealSteps steps, AppealRepository appeals, Directory directory) {
    this.steps = steps;
    this.appeals = appeals;
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
                .call(person -> requireWithoutPart(context, person.id()))
                .invoke(person -> context.appeal().accompany(person.id()))
                .replaceWithVoid());
  }

  /** At any time, after the end too: they read no longer. */
  Uni<Answer> remove(UUID id, @Nullable String ifMatch) {
    return steps.take(
        id,
        ifMatch,
        AppealAction.COMPANION_REMOVAL,
        context -> Uni.createFrom().voidItem().invoke(() -> context.appeal().goAlone()));
  }

  /** Whoever is companion, or was in whichever appeal, may be named again. */
  private Uni<Void> requireWithoutPart(AppealContext context, UUID person) {
    if (context.appeal().companionId().filter(person::equals).isPresent()) {
      return Uni.createFrom().voidItem();
    }
    return appeals
        .ofReview(context.session(), context.review().id())
        .invoke(
            all -> requireWithoutPart(PeopleInvolved.of(context.review(), all, Set.of()), person))
        .chain(() -> tied(context, person))
        .invoke(
            tied -> {
              if (tied) {
                throw impossible(
                    NOT_ALLOWED.at(
                        "/employeeId", "manages somebody of the panel, or is managed by them"));
              }
            })
        .replaceWithVoid();
  }

  private static void requireWithoutPart(PeopleInvolved involved, UUID person) {
    if (involved.parties().contains(person) || involved.raters().contains(person)) {
      throw impossible(NOT_ALLOWED.at("/employeeId", "has a part in an appeal of this review"));
    }
  }

  private static Uni<Boolean> tied(AppealContext context, UUID person) {
    return Rows.of(context.session(), TIED)
        .bind("person", person)
        .bind(
            "panel",
            context.appeal().panel().stream()
                .flatMap(panel -> panel.seats().stream())
                .map(Seat::employeeId)
                .toArray(UUID[]::new))
        .any();
  }

  private static Problem impossible(Violation why) {
    return Problem.of(
            ReviewProblem.COMPANION_NOT_POSSIBLE,
            "A companion works here, and neither rated nor judges.")
        .with(why);
  }
}
