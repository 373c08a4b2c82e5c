package org.evenhand.review.trail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.evenhand.review.review.ReviewChronicle;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads a review's audit entries with their hashes, by which anybody can check the chain. */
@ApplicationScoped
class AuditChain {

  /** Entries of whoever wrote from below, as they once were made, stay unseen. */
  Uni<List<TrailView.Step>> of(Mutiny.Session session, UUID reviewId) {
    return session
        .createNativeQuery(
            """
            select sequence, action, actor, at, encode(hash, 'hex') from audit
            where aggregate_type = :type and aggregate_id = :id
              and actor not in (
                select below.actor from audit below
                where below.aggregate_type = :type and below.aggregate_id = :id
                  and below.action = 'contribution-written'
                  and below.content like '%"type":"UPWARD"%')
            order by sequence
            """,
            Tuple.class)
        .setParameter("type", ReviewChronicle.AGGREGATE)
        .setParameter("id", reviewId)
        .getResultList()
        .map(rows -> rows.stream().map(AuditChain::step).toList());
  }

  private static TrailView.Step step(Tuple row) {
    return new TrailView.Step(
        row.get(0, Long.class),
        row.get(1, String.class),
        row.get(2, String.class),
        instant(row.get(3)),
        row.get(4, String.class));
  }

  private static Instant instant(Object value) {
    return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
  }
}
