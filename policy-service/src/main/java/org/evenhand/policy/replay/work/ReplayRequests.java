package org.evenhand.policy.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.data.idempotency.Answer;
import org.evenhand.kit.data.step.Fact;
import org.evenhand.kit.web.id.Ids;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.impact.ReplayQuestion;
import org.evenhand.policy.impact.ReplayWaiver;
import org.evenhand.policy.replay.ImpactReplay;
import org.evenhand.policy.replay.ReplayRepository;
import org.evenhand.policy.replay.ReplayState;
import org.evenhand.policy.version.PolicyEvents;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.VersionContext;
import org.evenhand.policy.version.work.VersionSteps;
import org.jspecify.annotations.Nullable;

/** Asking for a replay of a draft, and going without one. */
@ApplicationScoped
class ReplayRequests {

  /** Of a draft. One that failed has told nothing. */
  private static final int MOST = 3;

  private static final int MOST_WITH_FAILED = 10;

  private final VersionSteps steps;
  private final ReplayRepository replays;
  private final Soundness soundness;

  ReplayRequests(VersionSteps steps, ReplayRepository replays, Soundness soundness) {
    this.steps = steps;
    this.replays = replays;
    this.soundness = soundness;
  }

  Uni<Answer> request(VersionAddress address, ReplayQuestion question) {
    return steps.add(
        address,
        context -> {
          context.version().require(Transition.IMPACT_REPLAY);
          return requireSound(context, question).chain(() -> request(context, question));
        },
        (context, replay) -> List.of(ReplayEvents.requested(replay, address.version())),
        (context, replay) ->
            Answer.created(
                uri(address, replay),
                null,
                ImpactReplayView.of(address, replay, context.caller())));
  }

  Uni<Answer> waive(VersionAddress address, @Nullable String ifMatch, WaiverReason request) {
    return steps.note(
        address,
        ifMatch,
        context -> {
          var waiver = new ReplayWaiver(request.reason(), context.actor(), context.at());
          context.version().waiveReplay(waiver);
          return Fact.noted(
              PolicyEvents.AGGREGATE,
              address.policyId(),
              "replay-waived",
              Map.of("version", address.version()));
        });
  }

  private Uni<ImpactReplay> request(VersionContext context, ReplayQuestion question) {
    return replays
        .of(context.session(), context.version().id())
        .invoke(ReplayRequests::requireRoom)
        .map(
            earlier ->
                new ImpactReplay(
                    Ids.next(),
                    context.version(),
                    earlier.size() + 1,
                    question,
                    context.actor(),
                    context.at()))
        .call(context.session()::persist);
  }

  private static void requireRoom(List<ImpactReplay> earlier) {
    long telling = earlier.stream().filter(replay -> replay.state() != ReplayState.FAILED).count();
    if (telling >= MOST || earlier.size() >= MOST_WITH_FAILED) {
      throw Problem.of(
          PolicyProblem.TOO_MANY_REPLAYS,
          "A draft is replayed %d times at most, stale ones included.".formatted(MOST));
    }
  }

  private Uni<Void> requireSound(VersionContext context, ReplayQuestion question) {
    return soundness
        .violations(context, question)
        .invoke(
            found -> {
              if (!found.isEmpty()) {
                throw Problem.of(
                        PolicyProblem.REPLAY_INVALID, "The draft can't be replayed like this.")
                    .with(found);
              }
            })
        .replaceWithVoid();
  }

  private static URI uri(VersionAddress address, ImpactReplay replay) {
    return URI.create(address.uri() + "/impact-replays/" + replay.number());
  }
}
