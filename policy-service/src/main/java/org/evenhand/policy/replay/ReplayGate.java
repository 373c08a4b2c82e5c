package org.evenhand.policy.replay;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.policy.PolicyProblem;
import org.evenhand.policy.impact.Impact;
import org.evenhand.policy.impact.ReplayWaiver;
import org.evenhand.policy.version.PolicyVersion;
import org.hibernate.reactive.mutiny.Mutiny;

/** When people may sign only once they can know what the new rules would have changed. */
@ApplicationScoped
public class ReplayGate {

  private final ReplayStandings standings;

  ReplayGate(ReplayStandings standings) {
    this.standings = standings;
  }

  /**
   * Where the rules are others than those by which people were bound last, and a year of theirs can
   * be replayed, one has to be looked at under what they change, or it is waived. And all that were
   * asked for are over, so that everybody signs with the same before them.
   *
   * @throws Problem 409
   */
  public Uni<Void> require(Mutiny.Session session, PolicyVersion version, Instant at) {
    return standings
        .held(session, version, at)
        .invoke(ReplayStanding::requireNoneRunning)
        .invoke(
            standing -> {
              if (standing.missing() && version.replayWaiver().isEmpty()) {
                throw Problem.of(
                    PolicyProblem.REPLAY_MISSING,
                    "The rules by which ratings come about are others than those by which people"
                        + " were bound last, a year of theirs can be replayed, and no replay shows"
                        + " what they change, by group as well.");
              }
            })
        .replaceWithVoid();
  }

  /**
   * What an announcement says of it; empty where there is nothing to say.
   *
   * @throws Problem 409 while one isn't over, which would be printed nowhere
   */
  public Uni<Optional<Impact>> impact(Mutiny.Session session, PolicyVersion version, Instant at) {
    return standings
        .held(session, version, at)
        .invoke(ReplayStanding::requireNoneRunning)
        .map(
            standing ->
                standing.told().stream()
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
}
