package org.evenhand.review.growth.checklist.back;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.growth.checklist.back.ChangesView.OpenReview;
import org.evenhand.review.growth.checklist.back.ChangesView.SharedResult;
import org.hibernate.reactive.mutiny.Mutiny;

/** Which reviews of somebody are open, and which results they were told while they were away. */
@ApplicationScoped
class ReviewsMeanwhile {

  private static final String OPEN =
      """
      select id, cycle_id, rated_from, rated_to from review
      where assignment_id = :assignment
        and phase in ('NOT_STARTED', 'IN_PROGRESS', 'SUBMITTED')
      order by rated_from, id
      """;

  private static final String SHARED =
      """
      select id, cycle_id, shared_at, answer_until, appealable_until from review
      where assignment_id = :assignment and phase in ('SHARED', 'ACKNOWLEDGED', 'FINAL')
        and shared_at >= :since
      order by shared_at, id
      """;

  Uni<List<OpenReview>> open(Mutiny.Session session, UUID assignment) {
    return Rows.of(session, OPEN)
        .bind("assignment", assignment)
        .list(
            row ->
                new OpenReview(
                    row.uuid("id"),
                    row.uuid("cycle_id"),
                    row.day("rated_from"),
                    row.day("rated_to")));
  }

  Uni<List<SharedResult>> shared(Mutiny.Session session, UUID assignment, Instant since) {
    return Rows.of(session, SHARED)
        .bind("assignment", assignment)
        .bind("since", since.atOffset(ZoneOffset.UTC))
        .list(
            row ->
                new SharedResult(
                    row.uuid("id"),
                    row.uuid("cycle_id"),
                    row.instant("shared_at"),
                    row.orNull("answer_until", Row::day),
                    row.orNull("appealable_until", Row::day)));
  }
}
