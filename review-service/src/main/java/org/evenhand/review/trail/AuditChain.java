package org.evenhand.review.trail;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.review.ReviewFacts;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads a review's audit entries with their hashes, by which anybody can check the chain. */
@ApplicationScoped
class AuditChain {

  /** Entries about authors of upward feedback, which earlier versions made, stay hidden. */
  Uni<List<TrailView.Step>> of(Mutiny.Session session, UUID reviewId) {
    return Rows.of(
            session,
            """
            select sequence, action, actor, at, encode(hash, 'hex') as hash from audit
            where aggregate_type = :type and aggregate_id = :id
              and not exists (select 1 from upward_trace hidden
                where hidden.review_id = aggregate_id and hidden.sequence = audit.sequence)
            order by sequence
            """)
        .bind("type", ReviewFacts.AGGREGATE)
        .bind("id", reviewId)
        .list(
            row ->
                new TrailView.Step(
                    row.bigint("sequence"),
                    row.text("action"),
                    row.text("actor"),
                    null,
                    row.instant("at"),
                    row.text("hash")));
  }
}
