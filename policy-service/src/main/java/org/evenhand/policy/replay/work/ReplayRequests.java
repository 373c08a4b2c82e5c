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
import org.evenhand.policy.replay.Predecessors;
import org.evenhand.policy.replay.ReplayStanding;
import org.evenhand.policy.replay.ReplayStandings;
import org.evenhand.policy.version.PolicyEvents;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionAddress;
import org.evenhand.policy.version.VersionContext;
import org.evenhand.policy.version.work.VersionSteps;
import org.jspecify.annotations.Nullable;

/** Asking for a replay of a draft, and going without one. */
@ApplicationScoped
class ReplayRequests {

  private final VersionSteps steps;
  private final ReplayStandings standings;
  private final Predecessors predecessors;
  private final Soundness soundness;
  private final ReplayActions actions;

  ReplayRequests(
      VersionSteps steps,
      ReplayStandings standings,
      Predecessors predecessors,
      Soundness soundness,
      ReplayActions actions) {
    this.steps = steps;
    this.standings = standings;
    this.predecessors = predecessors;
    this.soundness = soundness;
    this.actions = actions;
  }

  Uni<Answer> request(VersionAddress address, ReplayQuestion question) {
    return steps.add(
        address,
        context -> {
          context.version().require(Transition.IMPACT_REPLAY);
          return requireSound(context, question).chain(() -> request(context, question));
        },
        (context, asked) -> List.of(ReplayEvents.requested(asked, address.version())),
        (context, asked) ->
            actions
                .of(context.session(), context.version(), context.caller(), context.at())
                .map(
                    open ->
                        Answer.created(
                            uri(address, asked.replay()),
                            null,
                            ImpactReplayView.of(address, asked.replay(), context.caller(), open))));
  }

  Uni<Answer> waive(VersionAddress address, @Nullable String ifMatch, WaiverReason request) {
    return steps.note(
        address,
        ifMatch,
        context -> {
          context.version().require(Transition.REPLAY_WAIVER);
          return standings
              .held(context.session(), context.version(), context.at())
              .invoke(ReplayStanding::requireUntold)
              .map(told -> waive(context, request));
        });
  }

  private static Fact waive(VersionContext context, WaiverReason request) {
    context
        .version()
        .waiveReplay(new ReplayWaiver(request.reason(), context.actor(), context.at()));
    return Fact.noted(
        PolicyEvents.AGGREGATE,
        context.policy().id(),
        "replay-waived",
        Map.of("version", context.version().number()));
  }

  private Uni<ReplayEvents.Request> request(VersionContext context, ReplayQuestion question) {
    return standings
        .held(context.session(), context.version(), context.at())
        .invoke(ReplayStanding::requireRoom)
        .map(
            standing ->
                new ImpactReplay(
                    Ids.next(),
                    context.version(),
                    standing.replays().size() + 1,
                    question,
                    context.actor(),
                    context.at()))
        .call(context.session()::persist)
        .chain(
            replay ->
                predecessors
                    .others(context.session(), context.version())
                    .map(others -> new ReplayEvents.Request(replay, others)));
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
