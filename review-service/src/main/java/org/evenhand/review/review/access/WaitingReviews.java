package org.evenhand.review.review.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.directory.lines.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts the reviews in which something waits for a person. */
@ApplicationScoped
public class WaitingReviews {

  /**
   * @param selfReviews one's own, in which one has said nothing yet
   * @param contributions those that one is asked to contribute to, and has not
   * @param reviews those that one writes and has not concluded
   * @param results those shared with oneself and not acknowledged
   */
  public record Counts(long selfReviews, long contributions, long reviews, long results) {}

  private final ReviewAccess doors;

  WaitingReviews(ReviewAccess doors) {
    this.doors = doors;
  }

  public Uni<Counts> of(Mutiny.Session session, Viewer viewer) {
    return Rows.of(
            session,
            """
            select
              count(*) filter (where at_work and employee_id = :viewer
                and not work @> cast('{"contributions": [{"type": "SELF"}]}' as jsonb))
                as self_reviews,
              count(*) filter (where at_work and contributors @> cast(cast(:asked as text) as jsonb)
                and not work @> cast(cast(:written as text) as jsonb)
                and not exists (select 1 from upward_view v
                                where v.review_id = r.id and v.author_id = :viewer))
                as contributions,
              count(*) filter (where at_work and reviewer_id = :viewer) as reviews,
              count(*) filter (where phase = 'SHARED' and employee_id = :viewer) as results
            from (
              select r.*, r.phase in ('NOT_STARTED', 'IN_PROGRESS')
                  and (c.state <> 'CLOSED' or r.revision > 1) as at_work
              from review r join cycle c on c.id = r.cycle_id
              where r.phase in ('NOT_STARTED', 'IN_PROGRESS', 'SHARED') and c.state <> 'CANCELLED'
                and (r.employee_id = :viewer or r.reviewer_id = :viewer
                     or r.contributors @> cast(cast(:asked as text) as jsonb))) r
            """)
        .bind("viewer", viewer.employeeId())
        .bind("asked", doors.asked(viewer))
        .bind("written", "{\"contributions\": [{\"authorId\": \"" + viewer.employeeId() + "\"}]}")
        .one(WaitingReviews::counts);
  }

  private static Counts counts(Row row) {
    return new Counts(
        row.bigint("self_reviews"),
        row.bigint("contributions"),
        row.bigint("reviews"),
        row.bigint("results"));
  }
}
