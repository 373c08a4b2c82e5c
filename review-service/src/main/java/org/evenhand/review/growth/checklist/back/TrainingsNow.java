package org.evenhand.review.growth.checklist.back;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.growth.checklist.back.ChangesView.RunningTraining;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Until when the training of somebody runs now. Whatever counted on their first day away stood
 * still since; policy-service tells the last day with the days that were added, and none until it
 * knows that they are back.
 */
@ApplicationScoped
class TrainingsNow {

  private static final String RUNNING =
      """
      select m.id, m.title, h.valid_until
      from held_training h join required_training m on m.id = h.module_id
      where h.person_id = :person and h.held and m.retired_at is null
        and (h.valid_until is null or h.valid_until >= :since)
      order by m.title, m.id
      """;

  /**
   * @param since the first day away: what was over by then isn't here
   */
  Uni<List<RunningTraining>> of(Mutiny.Session session, UUID person, LocalDate since) {
    return Rows.of(session, RUNNING)
        .bind("person", person)
        .bind("since", since)
        .list(
            row ->
                new RunningTraining(
                    row.uuid("id"), row.text("title"), row.orNull("valid_until", Row::day)));
  }
}
