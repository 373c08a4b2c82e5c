package org.evenhand.policy.challenge.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.policy.challenge.ChallengeHappening;
import org.evenhand.policy.challenge.ChallengeRepository;
import org.evenhand.policy.challenge.ChallengeStep;
import org.evenhand.policy.challenge.Supporters;
import org.jspecify.annotations.Nullable;

/**
 * Standing behind what somebody else has raised, and taking one's own back. Support is no fact: the
 * audit would say whose it is, and the challenge's version would say when it came.
 */
@ApplicationScoped
class Supporting {

  private final ChallengeSteps steps;
  private final ChallengeRepository challenges;
  private final Supporters supporters;

  Supporting(ChallengeSteps steps, ChallengeRepository challenges, Supporters supporters) {
    this.steps = steps;
    this.challenges = challenges;
    this.supporters = supporters;
  }

  Uni<Answer> support(UUID id) {
    return steps.add(
        id,
        ChallengeStep.SUPPORT,
        context -> {
          context.challenge().require(ChallengeStep.SUPPORT);
          return supporters.add(context.session(), id, context.actor());
        });
  }

  Uni<Answer> withdrawSupport(UUID id) {
    return steps.add(
        id,
        ChallengeStep.SUPPORT_WITHDRAWAL,
        context -> {
          context.challenge().require(ChallengeStep.SUPPORT_WITHDRAWAL);
          return supporters.remove(context.session(), id, context.actor());
        });
  }

  Uni<Answer> withdraw(UUID id, @Nullable String ifMatch) {
    return steps.take(
        id,
        ifMatch,
        ChallengeStep.WITHDRAWAL,
        context ->
            challenges
                .mergedInto(context.session(), id)
                .invoke(others -> context.challenge().withdraw(!others.isEmpty(), context.at())),
        (context, done) -> context.facts(ChallengeHappening.WITHDRAWN));
  }
}
