package org.evenhand.review.growth.mentoring.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.idempotency.Idempotency;
import org.evenhand.kit.data.step.Steps;
import org.evenhand.kit.web.problem.CommonProblem;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.directory.Access;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.mentoring.Mentoring;
import org.evenhand.review.growth.mentoring.MentoringFacts;
import org.evenhand.review.growth.mentoring.MentoringRepository;
import org.evenhand.review.growth.mentoring.MentoringStep;
import org.evenhand.review.growth.mentoring.profile.MentorProfile;
import org.evenhand.review.growth.mentoring.profile.MentorProfiles;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** What the two do with what one of them has asked. */
@ApplicationScoped
class MentoringSteps {

  private final Steps steps;
  private final MentoringReading reading;
  private final MentoringRepository mentorings;
  private final MentorProfiles profiles;
  private final Access access;
  private final DueWork dueWork;
  private final Idempotency idempotency;
  private final Clock clock;

  MentoringSteps(
      Steps steps,
      MentoringReading reading,
      MentoringRepository mentorings,
      MentorProfiles profiles,
      Access access,
      DueWork dueWork,
      Idempotency idempotency,
      Clock clock) {
    this.steps = steps;
    this.reading = reading;
    this.mentorings = mentorings;
    this.profiles = profiles;
    this.access = access;
    this.dueWork = dueWork;
    this.idempotency = idempotency;
    this.clock = clock;
  }

  Uni<Answer> take(UUID id, @Nullable String ifMatch, MentoringStep step) {
    return steps
        .load(session -> access.acting(session).chain(viewer -> held(session, id, viewer)))
        .permit(context -> requirePermitted(context, step))
        .match(ifMatch, context -> context.mentoring().version())
        .take(
            context -> {
              context.mentoring().require(step);
              return beside(context, step)
                  .invoke(() -> context.mentoring().take(step))
                  .call(() -> takeWords(context))
                  .replaceWith(context.mentoring());
            })
        .tell((context, mentoring) -> List.of(MentoringFacts.noted(mentoring, step.word())))
        .answer(
            (context, mentoring) ->
                reading.view(context).map(view -> Answer.ok(mentoring.version(), view)));
  }

  private Uni<Void> beside(MentoringContext context, MentoringStep step) {
    return switch (step) {
      case AGREEMENT -> requireOutsideLine(context).chain(() -> requirePlace(context));
      // One of the two may be away by now.
      case BEGINNING ->
          requireOutsideLine(context)
              .chain(
                  () ->
                      dueWork.schedule(
                          context.session(),
                          MentoringWatch.KIND,
                          context.mentoring().id(),
                          clock.instant()));
      default -> Uni.createFrom().voidItem();
    };
  }

  /** A line may have come between the two, and nobody has looked yet. */
  private Uni<Void> requireOutsideLine(MentoringContext context) {
    Mentoring mentoring = context.mentoring();
    return mentorings
        .inLine(context.session(), mentoring.menteeId(), mentoring.mentorId())
        .invoke(
            inLine -> {
              if (inLine) {
                throw Problem.of(
                        CommonProblem.STATE_CONFLICT, "A line has come between the two of you.")
                    .allowing(
                        mentoring.open(context.part()).stream()
                            .filter(each -> !each.equals(MentoringStep.AGREEMENT.operation()))
                            .filter(each -> !each.equals(MentoringStep.BEGINNING.operation()))
                            .toList());
              }
            })
        .replaceWithVoid();
  }

  /** What is over keeps no words; and no answer that is remembered for a repeat says them again. */
  private Uni<Void> takeWords(MentoringContext context) {
    return context.mentoring().state().isOver()
        ? idempotency.takeWords(context.session(), List.of(context.mentoring().id()))
        : Uni.createFrom().voidItem();
  }

  private Uni<MentoringContext> held(Mutiny.Session session, UUID id, Viewer viewer) {
    return mentorings
        .hold(session, id)
        .chain(() -> reading.context(session, id, viewer))
        .call(context -> profiles.hold(session, context.mentoring().mentorId()));
  }

  private static void requirePermitted(MentoringContext context, MentoringStep step) {
    if (!step.isOf(context.part())) {
      throw Problem.of(
          CommonProblem.FORBIDDEN, "This mentoring is not yours for " + step.operation() + ".");
    }
  }

  private Uni<Void> requirePlace(MentoringContext context) {
    UUID mentor = context.mentoring().mentorId();
    return mentorings
        .placesTaken(context.session(), mentor)
        .chain(
            taken ->
                profiles
                    .find(context.session(), mentor)
                    .invoke(
                        profile -> {
                          if (taken >= profile.map(MentorProfile::capacity).orElse(0)) {
                            throw full();
                          }
                        }))
        .replaceWithVoid();
  }

  private static Problem full() {
    return Problem.of(
            CommonProblem.STATE_CONFLICT, "You have as many already as you offer places for.")
        .allowing(List.of(MentoringStep.REFUSAL.operation()));
  }
}
