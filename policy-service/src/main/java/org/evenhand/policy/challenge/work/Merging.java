package org.evenhand.policy.challenge.work;

import static org.evenhand.kit.web.problem.ViolationCode.INCONSISTENT;
import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.challenge.Challenge;
import org.evenhand.policy.challenge.ChallengeEvents;
import org.evenhand.policy.challenge.ChallengeHappening;
import org.evenhand.policy.challenge.ChallengeRepository;
import org.evenhand.policy.challenge.ChallengeState;
import org.evenhand.policy.challenge.ChallengeStep;
import org.evenhand.policy.challenge.Supporters;
import org.evenhand.policy.challenge.access.AnswerDays;
import org.evenhand.policy.challenge.access.AnswerDays.Day;
import org.evenhand.policy.challenge.access.ChallengePermissions;
import org.evenhand.policy.challenge.access.Standings;
import org.jspecify.annotations.Nullable;

/**
 * What forty people say is answered once. It is merged only into what is about the same, was raised
 * before, is owed its answer no later, and still waits for the first one: so nothing is buried
 * under an answer to something else, and nobody waits anew.
 */
@ApplicationScoped
class Merging {

  private final ChallengeSteps steps;
  private final ChallengeRepository challenges;
  private final Supporters supporters;
  private final Standings standings;
  private final AnswerDays days;

  Merging(
      ChallengeSteps steps,
      ChallengeRepository challenges,
      Supporters supporters,
      Standings standings,
      AnswerDays days) {
    this.steps = steps;
    this.challenges = challenges;
    this.supporters = supporters;
    this.standings = standings;
    this.days = days;
  }

  private record Merged(Challenge into, List<Challenge> before, boolean late) {}

  Uni<Answer> merge(UUID id, @Nullable String ifMatch, MergingRequest request) {
    return steps.takeBoth(
        id,
        request.into(),
        ifMatch,
        ChallengeStep.MERGING,
        context -> merged(context, request.into()),
        Merging::facts);
  }

  private Uni<Merged> merged(ChallengeContext context, UUID into) {
    Challenge challenge = context.challenge();
    challenge.require(ChallengeStep.MERGING);
    return challenges
        .byIds(context.session(), List.of(into))
        .map(found -> found.stream().findFirst().orElseThrow(Merging::unknown))
        .invoke(same -> requireSame(challenge, same))
        .call(same -> requireFree(context, same))
        .call(same -> supporters.carryOver(context.session(), challenge.id(), same.id()))
        .chain(
            same ->
                isLate(context, same)
                    .chain(
                        late ->
                            challenges
                                .mergedInto(context.session(), challenge.id())
                                .map(before -> new Merged(same, before, late))))
        .invoke(
            merged -> challenge.merge(merged.into(), merged.before(), merged.late(), context.at()));
  }

  /** Whether its answer is late by now; that of the other one is owed as early. */
  private Uni<Boolean> isLate(ChallengeContext context, Challenge same) {
    return days.of(context.session(), List.of(context.challenge().id(), same.id()))
        .map(
            until -> {
              Day own = until.get(context.challenge().id());
              Day others = until.get(same.id());
              if (own != null && others != null && others.on().isAfter(own.on())) {
                throw invalid(INCONSISTENT.at("/into", "is owed its answer later"));
              }
              return own != null && own.isOver(context.at());
            });
  }

  private static void requireSame(Challenge challenge, Challenge same) {
    if (same.id().equals(challenge.id())) {
      throw invalid(INCONSISTENT.at("/into", "is the challenge itself"));
    }
    if (same.state() != ChallengeState.RAISED) {
      throw invalid(INCONSISTENT.at("/into", "doesn't wait for its first answer"));
    }
    if (!challenge.isAboutSameAs(same)) {
      throw invalid(INCONSISTENT.at("/into", "is about another part or practice"));
    }
    if (!same.isRaisedBefore(challenge)) {
      throw invalid(INCONSISTENT.at("/into", "was raised later"));
    }
  }

  /** Whoever is concerned by the other one alone would have a hand in it so. */
  private Uni<Void> requireFree(ChallengeContext context, Challenge same) {
    return standings
        .of(context.session(), context.caller(), same)
        .invoke(standing -> ChallengePermissions.require(ChallengeStep.MERGING, same, standing))
        .replaceWithVoid();
  }

  private static List<Fact> facts(ChallengeContext context, Merged merged) {
    List<Fact> facts = new ArrayList<>(context.facts(ChallengeHappening.MERGED));
    facts.add(ChallengeEvents.fact(merged.into(), ChallengeHappening.MERGED_WITH, context.at()));
    merged
        .before()
        .forEach(
            one ->
                facts.add(ChallengeEvents.fact(one, ChallengeHappening.MERGED_ON, context.at())));
    return facts;
  }

  private static Problem unknown() {
    return invalid(NOT_FOUND.at("/into", "is no challenge"));
  }

  private static Problem invalid(Violation why) {
    return Problem.of(PolicyProblem.CHALLENGE_INVALID, "It can't be merged so.").with(why);
  }
}
