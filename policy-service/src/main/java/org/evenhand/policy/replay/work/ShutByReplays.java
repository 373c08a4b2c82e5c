package org.evenhand.policy.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.replay.ReplayStanding;
import org.evenhand.policy.replay.ReplayStandings;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.VersionLifecycle;
import org.evenhand.policy.version.reading.ShutSteps;
import org.hibernate.reactive.mutiny.Mutiny;

/** The steps of a draft that its replays shut. */
@ApplicationScoped
class ShutByReplays implements ShutSteps {

  private final ReplayStandings standings;

  ShutByReplays(ReplayStandings standings) {
    this.standings = standings;
  }

  @Override
  public Uni<Set<Transition>> of(
      Mutiny.Session session, PolicyVersion version, Actor reader, Instant at) {
    return reader.hr()
            && VersionLifecycle.OF_VERSIONS
                .operations(version.state())
                .contains(Transition.IMPACT_REPLAY.operation())
        ? standings.of(session, version, at).map(standing -> shut(standing, version))
        : Uni.createFrom().item(Set.of());
  }

  private static Set<Transition> shut(ReplayStanding standing, PolicyVersion version) {
    Set<Transition> shut = EnumSet.noneOf(Transition.class);
    if (standing.isFull()) {
      shut.add(Transition.IMPACT_REPLAY);
    }
    if (standing.isTold()) {
      shut.add(Transition.REPLAY_WAIVER);
    }
    if (standing.isRunning() || standing.missing() && version.replayWaiver().isEmpty()) {
      shut.add(Transition.SIGN_OFF_OPENING);
    }
    return shut;
  }
}
