package org.evenhand.calibration.precedent.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.directory.PeopleListener;
import org.evenhand.calibration.precedent.PrecedentFacts;
import org.evenhand.calibration.precedent.PrecedentRepository;
import org.evenhand.calibration.precedent.PrecedentState;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.step.Journal;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps up with those whom precedents are about: who is away is asked anew, and of who is erased
 * nothing is left. A batch notes those that it concerns; each is looked at in a transaction of its
 * own.
 */
@ApplicationScoped
class PrecedentsOfPeople implements PeopleListener, DueTask {

  private static final String KIND = "precedent-erasure";
  private static final String SYSTEM = "calibration-service";

  private static final String AWAY =
      """
      update precedent_source s set away = true
      from person p
      where s.employee_id = any (cast(:ids as uuid[])) and s.objectable_until is not null
        and not s.away and p.id = s.employee_id and p.status = 'ON_LEAVE'
      """;

  /** Who was erased is no person any more by now. */
  private static final String ERASED =
      """
      insert into due_work (kind, subject, due_at, try_at)
      select cast(:kind as text), s.precedent_id, cast(:now as timestamptz),
             cast(:now as timestamptz)
      from precedent_source s
      where s.employee_id = any (cast(:ids as uuid[]))
        and not exists (select 1 from person p where p.id = s.employee_id)
      on conflict (kind, subject) do nothing
      """;

  private final PrecedentRepository precedents;
  private final Endings endings;
  private final Journal journal;
  private final Clock clock;

  PrecedentsOfPeople(
      PrecedentRepository precedents, Endings endings, Journal journal, Clock clock) {
    this.precedents = precedents;
    this.endings = endings;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Uni<Void> peopleChanged(Mutiny.Session db, Collection<UUID> people) {
    UUID[] ids = people.toArray(UUID[]::new);
    return db.createNativeQuery(AWAY)
        .setParameter("ids", ids)
        .executeUpdate()
        .chain(
            () ->
                db.createNativeQuery(ERASED)
                    .setParameter("kind", KIND)
                    .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .setParameter("ids", ids)
                    .executeUpdate())
        .replaceWithVoid();
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session db, UUID id) {
    return precedents
        .held(db, id)
        .chain(
            found ->
                found
                    .filter(precedent -> precedent.state() != PrecedentState.WITHDRAWN)
                    .map(
                        precedent -> {
                          precedent.forget();
                          return endings
                              .follow(db, precedent)
                              .chain(
                                  () ->
                                      journal.write(
                                          db,
                                          SYSTEM,
                                          () ->
                                              List.of(PrecedentFacts.became(precedent, "erased"))));
                        })
                    .orElseGet(() -> Uni.createFrom().voidItem()))
        .chain(() -> precedents.source(db, id))
        .chain(left -> left.map(db::remove).orElseGet(() -> Uni.createFrom().voidItem()));
  }
}
