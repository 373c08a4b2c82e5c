package org.evenhand.calibration.duty;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.evenhand.calibration.directory.PeopleListener;
import org.evenhand.calibration.pool.PoolListener;
import org.evenhand.calibration.session.SessionEvents;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.duty.Revisits;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Looks anew at what is owed in the sessions that something outside of them concerns: each soon,
 * once, and in a transaction of its own, so that a batch of records waits for none of them.
 */
@ApplicationScoped
class SessionsAnew implements PeopleListener, PoolListener {

  /** Those above a rater count too: whoever they lead is too close to the rater. */
  private static final String OF_PEOPLE =
      """
      select s.id from calibration_session s
      where s.state not in ('PUBLISHED', 'CANCELLED')
        and (s.facilitator_id = any (cast(:ids as uuid[]))
          or s.co_facilitator_id = any (cast(:ids as uuid[]))
          or s.rater_ids && cast(:ids as uuid[])
          or s.state = 'BLIND_SCORING' and exists (
            select 1 from unnest(s.rater_ids) rater, managers_of(rater) above
            where above = any (cast(:ids as uuid[]))))
      order by s.id
      """;

  private static final String OF_REVIEWS =
      """
      select id from calibration_session
      where state = 'BLIND_SCORING' and review_ids && cast(:ids as uuid[])
      order by id
      """;

  private static final String OF_CYCLES =
      """
      select id from calibration_session
      where state not in ('PUBLISHED', 'CANCELLED') and cycle_id = any (cast(:ids as uuid[]))
      order by id
      """;

  private final Revisits revisits;

  SessionsAnew(Revisits revisits) {
    this.revisits = revisits;
  }

  @Override
  public Uni<Void> peopleChanged(Mutiny.Session db, Collection<UUID> people) {
    return schedule(db, OF_PEOPLE, people);
  }

  @Override
  public Uni<Void> reviewsChanged(Mutiny.Session db, Collection<UUID> reviews) {
    return schedule(db, OF_REVIEWS, reviews);
  }

  Uni<Void> cyclesChanged(Mutiny.Session db, Collection<UUID> cycles) {
    return schedule(db, OF_CYCLES, cycles);
  }

  private Uni<Void> schedule(Mutiny.Session db, String sessions, Collection<UUID> of) {
    return Rows.of(db, sessions)
        .bind("ids", of.toArray(UUID[]::new))
        .list(row -> row.uuid("id"))
        .chain(
            found ->
                Multi.createFrom()
                    .iterable(found)
                    .onItem()
                    .transformToUniAndConcatenate(
                        id -> revisits.ask(db, SessionEvents.AGGREGATE, id))
                    .collect()
                    .last());
  }
}
