package org.evenhand.review.growth.opportunity.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.calendar.CalendarDate;
import org.evenhand.kit.data.calendar.CalendarSource;
import org.evenhand.kit.data.calendar.When;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.growth.opportunity.access.Clauses;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells whoever leads somebody that they were offered something, by the day until which they answer
 * it: so the one who can't refuse it can get ready for it. While it stands still there is no day.
 */
@Singleton
class OfferDates implements CalendarSource {

  private static final String KIND = "OFFER_TO_REPORT";

  private static final String OFFERED =
      """
      select p.id, p.answer_until from %s
      where %s and p.away_since is null
      order by p.id
      """
          .formatted(Clauses.APPLICATIONS, Clauses.LINE_MANAGER);

  @Override
  public Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person) {
    return Rows.of(session, OFFERED)
        .bind("viewer", person)
        .list(
            row ->
                CalendarDate.of(
                    KIND,
                    row.uuid("id").toString(),
                    When.on(row.day("answer_until")),
                    "/v1/opportunity-applications/" + row.uuid("id")));
  }
}
