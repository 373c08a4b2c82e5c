package org.evenhand.policy.replay.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.evenhand.kit.data.outbox.Outbox;
import org.evenhand.policy.impact.ReplayRules;
import org.evenhand.policy.replay.ImpactReplay;
import org.evenhand.policy.replay.ReplayRepository;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.work.EditFollower;
import org.hibernate.reactive.mutiny.Mutiny;

/** A replay under rules that the draft doesn't have any more is stale, and counted no further. */
@ApplicationScoped
class StaleReplays implements EditFollower {

  private final ReplayRepository replays;
  private final Outbox outbox;

  StaleReplays(ReplayRepository replays, Outbox outbox) {
    this.replays = replays;
    this.outbox = outbox;
  }

  @Override
  public Uni<Void> edited(Mutiny.Session session, PolicyVersion version) {
    ReplayRules rules = ReplayRules.of(version.content());
    return replays
        .holdAll(session, version.id())
        .map(all -> all.stream().filter(replay -> replay.compare(rules)).toList())
        .chain(stale -> stop(session, stale));
  }

  private Uni<Void> stop(Mutiny.Session session, List<ImpactReplay> stale) {
    return Multi.createFrom()
        .iterable(stale)
        .onItem()
        .transformToUniAndConcatenate(replay -> outbox.append(session, ReplayEvents.staled(replay)))
        .collect()
        .last()
        .replaceWithVoid();
  }
}
