package org.evenhand.policy.challenge.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_ALLOWED;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.policy.challenge.ChallengeHappening;
import org.evenhand.policy.challenge.ChallengeStep;
import org.evenhand.policy.directory.People;
import org.jspecify.annotations.Nullable;

/**
 * HR that has nothing to do with it says in whose hands a practice is, where its author doesn't
 * know. Names are added and never taken away, so nobody can be let in by it.
 */
@ApplicationScoped
class Naming {

  private static final int MOST_NAMED = 6;

  private final ChallengeSteps steps;
  private final People people;

  Naming(ChallengeSteps steps, People people) {
    this.steps = steps;
    this.people = people;
  }

  Uni<Answer> name(UUID id, @Nullable String ifMatch, PeopleRequest request) {
    return steps.take(
        id,
        ifMatch,
        ChallengeStep.NAMING,
        context -> named(context, request),
        (context, done) -> context.facts(ChallengeHappening.PEOPLE_NAMED));
  }

  private Uni<Void> named(ChallengeContext context, PeopleRequest request) {
    context.challenge().require(ChallengeStep.NAMING);
    return people
        .known(context.session(), request.people())
        .invoke(
            known -> {
              PartiesOfChallenge.requireKnown(request.people(), known, "/people/");
              context.challenge().name(request.people());
              requireFew(context);
            })
        .replaceWithVoid();
  }

  private static void requireFew(ChallengeContext context) {
    int named =
        context
            .challenge()
            .practice()
            .map(practice -> practice.people().size())
            .orElseThrow(
                () -> AnswerRequest.invalid(NOT_ALLOWED.at("/people", "are only of a practice")));
    if (named > MOST_NAMED) {
      throw AnswerRequest.invalid(
          NOT_ALLOWED.at("/people", "are too many with those named before"));
    }
  }
}
