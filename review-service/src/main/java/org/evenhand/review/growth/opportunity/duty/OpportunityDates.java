package org.evenhand.review.growth.opportunity.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.calendar.CalendarDate;
import org.evenhand.kit.data.calendar.CalendarSource;
import org.evenhand.kit.data.calendar.When;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.growth.opportunity.access.Clauses;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The last days of what a person could apply for, whether they have or not: a calendar that others
 * see doesn't say it. So whoever is away is told too.
 */
@Singleton
class OpportunityDates implements CalendarSource {

  private static final String KIND = "OPPORTUNITY_OPEN_UNTIL";

  private static final String POSTED =
      """
      select o.id, o.open_until from opportunity o
      where o.state = 'POSTED' and exists (
        select 1 from assignment a join employee e on e.id = a.employee_id
        where a.employee_id = :person and %s)
      order by o.id
      """
          .formatted(Clauses.eligible("o", "cast(:today as date) + 1"));

  private final Clock clock;

  OpportunityDates(Clock clock) {
    this.clock = clock;
  }

  @Override
  public Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person) {
    return Rows.of(session, POSTED)
        .bind("person", person)
        .bind("today", LocalDate.now(clock))
        .list(
            row ->
                CalendarDate.of(
                    KIND,
                    row.uuid("id").toString(),
                    When.on(row.day("open_until")),
                    "/v1/opportunities/" + row.uuid("id")));
  }
}
