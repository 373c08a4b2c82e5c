package org.evenhand.review.rating;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Published ratings: shared LIVE ones and imported HISTORY. A use case that shares, revises,
 * withdraws or imports a rating stores its present state here in the same transaction.
 */
@ApplicationScoped
public class PublishedRatings {

  /** Publishes ratings, or replaces what was published of the same reviews. */
  public Uni<Void> put(Mutiny.Session session, Collection<PublishedRating> ratings) {
    if (ratings.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    return session
        .createNativeQuery(
            """
            insert into published_rating
            select r."reviewId", r.origin, r."cycleId", r."cycleKey", r."employeeId",
                   r."assignmentId", r."periodStart", r."periodEnd",
                   (r.scale ->> 'size')::int, (r.scale ->> 'favourableFrom')::int,
                   r."originalOrdinal", r.ordinal, r.label, r.calibrated, r.status,
                   r."effectiveAt", r."recordedAt", pg_current_xact_id(), r.disputed,
                   r."underAppeal"
            from jsonb_to_recordset(cast(cast(:ratings as text) as jsonb)) as r(
              "reviewId" uuid, origin text, "cycleId" uuid, "cycleKey" text, "employeeId" uuid,
              "assignmentId" text, "periodStart" date, "periodEnd" date, scale jsonb,
              "originalOrdinal" int, ordinal int, label text, calibrated boolean, disputed boolean,
              "underAppeal" boolean, status text,
              "effectiveAt" timestamptz, "recordedAt" timestamptz)
            on conflict (review_id) do update set
              original_ordinal = excluded.original_ordinal, ordinal = excluded.ordinal,
              label = excluded.label, calibrated = excluded.calibrated, status = excluded.status,
              effective_at = excluded.effective_at, recorded_at = excluded.recorded_at,
              changed_in = excluded.changed_in, disputed = excluded.disputed,
              under_appeal = excluded.under_appeal
            """,
            new AffectedEntities())
        .setParameter("ratings", Json.write(ratings))
        .executeUpdate()
        .replaceWithVoid();
  }
}
