package org.evenhand.policy.replay;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import org.evenhand.policy.impact.ReplayRules;
import org.evenhand.policy.version.PolicyVersion;
import org.evenhand.policy.version.work.EditFollower;
import org.hibernate.reactive.mutiny.Mutiny;

/** A replay under rules that the draft doesn't have any more is stale. */
@ApplicationScoped
class StaleReplays implements EditFollower {

  @Override
  public Uni<Void> edited(Mutiny.Session session, PolicyVersion version) {
    ReplayRules rules = ReplayRules.of(version.content());
    return session
        .createSelectionQuery(
            "from ImpactReplay r where r.versionId = :version order by r.number",
            ImpactReplay.class)
        .setParameter("version", version.id())
        .setLockMode(LockModeType.PESSIMISTIC_WRITE)
        .getResultList()
        .invoke(replays -> replays.forEach(replay -> replay.compare(rules)))
        .replaceWithVoid();
  }
}
