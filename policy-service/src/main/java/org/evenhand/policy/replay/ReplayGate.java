package org.evenhand.policy.replay;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.impact.Impact;
import org.evenhand.policy.impact.ReplayRules;
import org.evenhand.policy.impact.ReplayWaiver;
import org.evenhand.policy.version.PolicyRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.hibernate.reactive.mutiny.Mutiny;

/** When people may sign only once they can know what the new rules would have changed. */
@ApplicationScoped
public class ReplayGate {

  private final PolicyRepository policies;
  private final ReplayRepository replays;

  ReplayGate(PolicyRepository policies, ReplayRepository replays) {
    this.policies = policies;
    this.replays = replays;
  }

  /**
   * Where the rules are others than those in force last, and a cycle can be replayed, one has to be
   * looked at under what they change, or it is waived.
   *
   * @throws Problem 409
   */
  public Uni<Void> require(Mutiny.Session session, PolicyVersion version, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return isMissing(session, version, today)
        .invoke(
            missing -> {
              if (missing) {
                throw Problem.of(
                    PolicyProblem.REPLAY_MISSING,
                    "The rules by which ratings come about are others than those in force, a cycle"
                        + " can be replayed, and no replay shows what they change.");
              }
            })
        .replaceWithVoid();
  }

  /** What an announcement says of it; empty where there is nothing to say. */
  public Uni<Optional<Impact>> impact(Mutiny.Session session, PolicyVersion version) {
    return replays
        .of(session, version.id())
        .map(
            found ->
                found.stream()
                    .filter(replay -> replay.state() == ReplayState.DONE)
                    .flatMap(
                        replay ->
                            replay.answer().stream()
                                .map(
                                    answer ->
                                        new Impact.Replayed(
                                            replay.question(),
                                            answer,
                                            replay.finishedAt().orElse(null))))
                    .toList())
        .map(done -> impact(done, version.replayWaiver()));
  }

  private static Optional<Impact> impact(
      List<Impact.Replayed> done, Optional<ReplayWaiver> waiver) {
    return done.isEmpty() && waiver.isEmpty()
        ? Optional.empty()
        : Optional.of(new Impact(done, waiver.map(ReplayWaiver::reason).orElse(null)));
  }

  private Uni<Boolean> isMissing(Mutiny.Session session, PolicyVersion version, LocalDate today) {
    ReplayRules draft = ReplayRules.of(version.content());
    if (version.replayWaiver().isPresent()) {
      return Uni.createFrom().item(false);
    }
    return policies
        .lastInForce(session, version.policyId())
        .map(last -> last.map(inForce -> ReplayRules.of(inForce.content())))
        .chain(
            inForce ->
                inForce.isEmpty() || inForce.get().equals(draft)
                    ? Uni.createFrom().item(false)
                    : isMissing(session, version, inForce.get(), draft, today));
  }

  private Uni<Boolean> isMissing(
      Mutiny.Session session,
      PolicyVersion version,
      ReplayRules inForce,
      ReplayRules draft,
      LocalDate today) {
    return impact(session, version)
        .chain(
            impact ->
                impact.filter(said -> said.shows(inForce, draft)).isPresent()
                    ? Uni.createFrom().item(false)
                    : PastCycles.any(session, version.policyId(), today));
  }
}
