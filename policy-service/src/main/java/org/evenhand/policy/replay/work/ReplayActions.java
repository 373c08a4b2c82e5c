package org.evenhand.policy.replay.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.Transition;
import org.evenhand.policy.version.reading.OpenActions;
import org.evenhand.policy.version.reading.ShutSteps;
import org.hibernate.reactive.mutiny.Mutiny;

/** What a reader of replays may do: ask for another one, or go without. */
@ApplicationScoped
class ReplayActions {

  private static final Set<String> OF_REPLAYS =
      Set.of(Transition.IMPACT_REPLAY.operation(), Transition.REPLAY_WAIVER.operation());

  private final ShutSteps shut;

  ReplayActions(ShutSteps shut) {
    this.shut = shut;
  }

  Uni<List<String>> of(Mutiny.Session session, PolicyVersion version, Actor reader, Instant at) {
    return shut.of(session, version, reader, at)
        .map(
            steps ->
                OpenActions.of(version, reader, at, steps).stream()
                    .filter(OF_REPLAYS::contains)
                    .toList());
  }
}
