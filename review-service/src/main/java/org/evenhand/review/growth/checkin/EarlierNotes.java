package org.evenhand.review.growth.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whom the employee has let read what was shared with those who led them before. It belongs to the
 * assignment and its reader, and to no check-in: what has ended there leaves it the employee's to
 * take back.
 */
@ApplicationScoped
public class EarlierNotes {

  private static final String OF_PAIR =
      " assignment_id = :assignment and assignment_since = :since and reader_id = :reader";

  private static final String PASS_ON =
      """
      insert into earlier_notes_reader (reader_id, assignment_id, assignment_since, passed_on_at)
      values (:reader, :assignment, :since, :at)
      on conflict (reader_id, assignment_id, assignment_since)
        do update set passed_on_at = excluded.passed_on_at
      """;

  public Uni<Boolean> arePassedOn(Mutiny.Session session, Pair pair) {
    return Rows.unflushed(session, "select 1 as one from earlier_notes_reader where" + OF_PAIR)
        .bind("assignment", pair.assignmentId())
        .bind("since", pair.since())
        .bind("reader", pair.managerId())
        .any();
  }

  /** What comes later, with somebody else, isn't meant. */
  public Uni<Void> passOn(Mutiny.Session session, Pair pair, Instant at) {
    return statement(session, PASS_ON, pair)
        .setParameter("at", at.atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }

  public Uni<Void> takeBack(Mutiny.Session session, Pair pair) {
    return statement(session, "delete from earlier_notes_reader where" + OF_PAIR, pair)
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Mutiny.MutationQuery statement(Mutiny.Session session, String sql, Pair pair) {
    return session
        .createNativeQuery(sql, new AffectedEntities())
        .setParameter("assignment", pair.assignmentId())
        .setParameter("since", pair.since())
        .setParameter("reader", pair.managerId());
  }
}
