package org.evenhand.policy.replay;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
   * Where the rules are others than those in force last, and a cycle can be replayed, one has to
   * be, or be waived.
   *
   * @throws Problem 409
   */
  public Uni<Void> require(Mutiny.Session session, PolicyVersion version, Instant at) {
    LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
    return impact(session, version)
        .chain(
            impact ->
                impact.isPresent()
                    ? Uni.createFrom().item(false)
                    : isNeeded(session, version, today))
        .invoke(
            missing -> {
              if (missing) {
                throw Problem.of(
                    PolicyProblem.REPLAY_MISSING,
                    "The rules by which ratings come about are others than those in force, and a"
                        + " cycle can be replayed.");
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
                                .map(answer -> new Impact.Replayed(replay.question(), answer)))
                    .toList())
        .map(done -> impact(done, version.replayWaiver()));
  }

  private static Optional<Impact> impact(
      List<Impact.Replayed> done, Optional<ReplayWaiver> waiver) {
    return done.isEmpty() && waiver.isEmpty()
        ? Optional.empty()
        : Optional.of(new Impact(done, waiver.map(ReplayWaiver::reason).orElse(null)));
  }

  private Uni<Boolean> isNeeded(Mutiny.Session session, PolicyVersion version, LocalDate today) {
    UUID policy = version.policyId();
    return policies
        .lastInForce(session, policy)
        .chain(
            last ->
                last.filter(inForce -> changes(inForce, version)).isPresent()
                    ? PastCycles.any(session, policy, today)
                    : Uni.createFrom().item(false));
  }

  private static boolean changes(PolicyVersion inForce, PolicyVersion version) {
    return !ReplayRules.of(inForce.content()).equals(ReplayRules.of(version.content()));
  }
}
