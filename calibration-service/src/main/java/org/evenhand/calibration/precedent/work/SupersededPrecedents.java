package org.evenhand.calibration.precedent.work;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.policy.PolicyListener;
import org.evenhand.calibration.precedent.Precedent;
import org.evenhand.calibration.precedent.PrecedentFacts;
import org.evenhand.calibration.precedent.PrecedentRepository;
import org.evenhand.calibration.precedent.access.PrecedentContexts;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.step.Journal;
import org.hibernate.reactive.mutiny.Mutiny;

/** Precedents end with the version of the policy that they speak of, so many at a time. */
@ApplicationScoped
class SupersededPrecedents implements PolicyListener, DueTask {

  private static final String KIND = "precedent-supersession";
  private static final int CHUNK = 100;
  private static final String SYSTEM = "calibration-service";

  private static final String OUTLIVED =
      """
      select p.id from precedent p
      where p.policy_id = :policy and p.state in ('PROPOSED', 'CHECKED', 'PUBLISHED')
        and not exists (select 1 from policy_version v
          where v.policy_id = p.policy_id and v.version = p.policy_version and v.in_force)
      order by p.id
      limit %d
      for update of p
      """
          .formatted(CHUNK);

  private final PrecedentRepository precedents;
  private final PrecedentContexts contexts;
  private final Endings endings;
  private final Journal journal;
  private final DueWork dueWork;

  SupersededPrecedents(
      PrecedentRepository precedents,
      PrecedentContexts contexts,
      Endings endings,
      Journal journal,
      DueWork dueWork) {
    this.precedents = precedents;
    this.contexts = contexts;
    this.endings = endings;
    this.journal = journal;
    this.dueWork = dueWork;
  }

  @Override
  public Uni<Void> policyChanged(Mutiny.Session db, UUID policy) {
    return dueWork.schedule(db, KIND, policy, contexts.now());
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session db, UUID policy) {
    return Rows.of(db, OUTLIVED)
        .bind("policy", policy)
        .list(row -> row.uuid("id"))
        .chain(
            ids ->
                precedents
                    .all(db, ids)
                    .chain(found -> end(db, found))
                    .chain(() -> ids.size() < CHUNK ? done() : policyChanged(db, policy)));
  }

  private Uni<Void> end(Mutiny.Session db, List<Precedent> found) {
    found.forEach(Precedent::outlive);
    return Multi.createFrom()
        .iterable(found)
        .onItem()
        .transformToUniAndConcatenate(precedent -> endings.follow(db, precedent))
        .collect()
        .last()
        .chain(
            () ->
                journal.write(
                    db,
                    SYSTEM,
                    () ->
                        found.stream()
                            .map(precedent -> PrecedentFacts.became(precedent, "outlived"))
                            .toList()));
  }

  private static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }
}
