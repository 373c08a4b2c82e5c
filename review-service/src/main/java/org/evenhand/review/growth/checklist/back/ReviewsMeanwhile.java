package org.evenhand.review.growth.checklist.back;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.growth.checklist.back.ChangesView.OpenReview;
import org.evenhand.review.growth.checklist.back.ChangesView.SharedResult;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Which reviews of somebody are open, and which results they were told, or could answer, while they
 * were away.
 */
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
        and shared_at < :back
        and (shared_at >= :gone or answer_until >= :since or appealable_until >= :since)
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

  /**
   * @param since the first day away
   * @param back the first day back
   */
  Uni<List<SharedResult>> shared(
      Mutiny.Session session, UUID assignment, WorkingDays days, LocalDate since, LocalDate back) {
    return Rows.of(session, SHARED)
        .bind("assignment", assignment)
        .bind("since", since)
        .bind("gone", begun(days, since))
        .bind("back", begun(days, back))
        .list(
            row ->
                new SharedResult(
                    row.uuid("id"),
                    row.uuid("cycle_id"),
                    row.instant("shared_at"),
                    row.orNull("answer_until", Row::day),
                    row.orNull("appealable_until", Row::day)));
  }

  private static OffsetDateTime begun(WorkingDays days, LocalDate day) {
    return days.endOf(day.minusDays(1)).atOffset(ZoneOffset.UTC);
  }
}
