package org.evenhand.policy.challenge.work;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.policy.challenge.Becoming;
import org.evenhand.policy.challenge.ChallengeAnswer;
import org.evenhand.policy.challenge.ChallengeHappening;
import org.evenhand.policy.challenge.ChallengeStep;
import org.evenhand.policy.challenge.FollowUp;
import org.evenhand.policy.challenge.access.AnswerDays;
import org.evenhand.policy.governance.DecisionState;
import org.evenhand.policy.governance.GovernanceRepository;
import org.evenhand.policy.governance.GovernanceState;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.VersionAddress;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** The answer in writing, and the one time that it can be asked for more. */
@ApplicationScoped
class Answering {

  private final ChallengeSteps steps;
  private final AnswerDays days;
  private final ChallengePassing passing;
  private final WaitingRoom room;
  private final PolicyRepository policies;
  private final GovernanceRepository reviews;

  Answering(
      ChallengeSteps steps,
      AnswerDays days,
      ChallengePassing passing,
      WaitingRoom room,
      PolicyRepository policies,
      GovernanceRepository reviews) {
    this.steps = steps;
    this.days = days;
    this.passing = passing;
    this.room = room;
    this.policies = policies;
    this.reviews = reviews;
  }

  Uni<Answer> answer(UUID id, @Nullable String ifMatch, AnswerRequest request) {
    return steps.take(
        id,
        ifMatch,
        ChallengeStep.ANSWER,
        context -> answered(context, request),
        (context, done) -> context.facts(ChallengeHappening.ANSWERED));
  }

  Uni<Answer> followUp(UUID id, @Nullable String ifMatch, FollowUpRequest request) {
    return steps.take(
        id,
        ifMatch,
        ChallengeStep.FOLLOW_UP,
        context -> {
          context.challenge().require(ChallengeStep.FOLLOW_UP);
          return room.require(context.session(), context.actor())
              .invoke(
                  () ->
                      context
                          .challenge()
                          .follow(new FollowUp(request.text(), context.actor(), context.at())))
              .chain(() -> passing.await(context.session(), id));
        },
        (context, done) -> context.facts(ChallengeHappening.FOLLOWED_UP));
  }

  private Uni<Void> answered(ChallengeContext context, AnswerRequest request) {
    context.challenge().require(ChallengeStep.ANSWER);
    request.requireWhole(context.challenge());
    return request
        .becoming()
        .map(becoming -> requireThere(context, becoming))
        .orElseGet(() -> Uni.createFrom().voidItem())
        .chain(() -> isLate(context))
        .invoke(late -> context.challenge().answer(given(context, request, late)))
        .replaceWithVoid();
  }

  private static ChallengeAnswer given(
      ChallengeContext context, AnswerRequest request, boolean late) {
    return new ChallengeAnswer(
        request.outcome(),
        request.text(),
        request.links(),
        request.becoming().orElse(null),
        context.actor(),
        context.at(),
        late,
        request.declaresNotOwn());
  }

  private Uni<Boolean> isLate(ChallengeContext context) {
    UUID id = context.challenge().id();
    return days.of(context.session(), List.of(id))
        .map(until -> until.values().stream().anyMatch(day -> day.isOver(context.at())));
  }

  /**
   * What is there already was not brought about by this; a decision holds once both have signed.
   */
  private Uni<Void> requireThere(ChallengeContext context, Becoming becoming) {
    Mutiny.Session session = context.session();
    Uni<Boolean> there =
        switch (becoming.kind()) {
          case VERSION ->
              policies
                  .find(
                      session,
                      new VersionAddress(becoming.id(), becoming.number()),
                      context.caller().hr())
                  .map(found -> found.filter(Answering::isUnderWay).isPresent());
          case DECISION ->
              reviews
                  .byIds(session, List.of(becoming.id()))
                  .map(
                      found ->
                          found.stream()
                              .filter(review -> review.state() == GovernanceState.SIGNED)
                              .flatMap(review -> review.decisions().stream())
                              .filter(decision -> decision.state() == DecisionState.OPEN)
                              .anyMatch(decision -> decision.number() == becoming.number()));
        };
    return there
        .invoke(
            found -> {
              if (!found) {
                throw AnswerRequest.invalid(
                    NOT_FOUND.at(
                        "/becomes",
                        "is no version under way that you can read, and no signed decision that is"
                            + " open"));
              }
            })
        .replaceWithVoid();
  }

  private static boolean isUnderWay(PolicyVersion version) {
    return version.state().underWay();
  }
}
