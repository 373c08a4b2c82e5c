package org.evenhand.calibration.norm;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.calibration.policy.PolicyListener;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Journal;
import org.hibernate.reactive.mutiny.Mutiny;

/** Norms are carried on to a version whose anchor says the same, and end with the others. */
@ApplicationScoped
class NormsOfVersion implements PolicyListener, DueTask {

  private static final String KIND = "norm-carrying";
  private static final int CHUNK = 100;
  private static final String SYSTEM = "calibration-service";

  private static final String OF_OTHER_VERSIONS =
      """
      select n.id, coalesce(now.version, 0) as version,
             coalesce(now.anchors -> concat(n.criterion, '/', n.ordinal)
                      = was.anchors -> concat(n.criterion, '/', n.ordinal), false) as same
      from norm n
      left join policy_version now on now.policy_id = n.policy_id and now.in_force
      left join policy_version was
        on was.policy_id = n.policy_id and was.version = n.policy_version
      where n.policy_id = :policy and n.state <> 'EXPIRED'
        and n.policy_version is distinct from now.version
      order by n.id
      limit %d
      for update of n
      """
          .formatted(CHUNK);

  private record Outlived(UUID id, int version, boolean same) {}

  private final NormRepository norms;
  private final Journal journal;
  private final DueWork dueWork;
  private final Clock clock;

  NormsOfVersion(NormRepository norms, Journal journal, DueWork dueWork, Clock clock) {
    this.norms = norms;
    this.journal = journal;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  @Override
  public Uni<Void> policyChanged(Mutiny.Session db, UUID policy) {
    return dueWork.schedule(db, KIND, policy, clock.instant());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session db, UUID policy) {
    return Rows.of(db, OF_OTHER_VERSIONS)
        .bind("policy", policy)
        .list(row -> new Outlived(row.uuid("id"), row.integer("version"), row.flag("same")))
        .chain(
            found ->
                norms
                    .byId(db, found.stream().map(Outlived::id).collect(Collectors.toSet()))
                    .chain(byId -> goOn(db, found, byId))
                    .chain(
                        () ->
                            found.size() < CHUNK
                                ? Uni.createFrom().voidItem()
                                : policyChanged(db, policy)));
  }

  private Uni<Void> goOn(Mutiny.Session db, List<Outlived> found, Map<UUID, Norm> byId) {
    for (Outlived each : found) {
      Norm norm = Objects.requireNonNull(byId.get(each.id()));
      if (each.same()) {
        norm.carry(each.version());
      } else {
        norm.expire();
      }
    }
    Collection<Norm> changed = byId.values();
    return journal.write(
        db,
        SYSTEM,
        () -> changed.stream().map(norm -> NormFacts.became(norm, "outlived")).toList());
  }
}
