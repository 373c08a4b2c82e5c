package org.evenhand.review.growth.plan.duty;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.calendar.CalendarDate;
import org.evenhand.kit.data.calendar.CalendarSource;
import org.evenhand.kit.data.calendar.When;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.growth.plan.DevelopmentPlan;
import org.evenhand.review.growth.plan.PlanRepository;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The days by which the company gives what it owes, for the person to whom it owes it. Whoever owes
 * has them among their duties, and both have their checkpoints there.
 */
@Singleton
class MeansDates implements CalendarSource {

  private static final String KIND = "MEANS_PROMISED";

  private static final String ACTIVE =
      "select id from development_plan where employee_id = :person and state = 'ACTIVE'";

  private final PlanRepository plans;

  MeansDates(PlanRepository plans) {
    this.plans = plans;
  }

  @Override
  public Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person) {
    return Rows.of(session, ACTIVE)
        .bind("person", person)
        .list(row -> row.uuid("id"))
        .chain(ids -> plans.byIds(session, ids))
        .map(found -> found.stream().flatMap(MeansDates::dates).toList());
  }

  private static Stream<CalendarDate> dates(DevelopmentPlan plan) {
    return plan.agreedTerms().stream()
        .flatMap(terms -> terms.actions().stream())
        .filter(action -> plan.course().isOpen(action) || plan.course().isDone(action))
        .flatMap(action -> action.means().stream())
        .filter(means -> plan.course().delivery(means.id()).isEmpty())
        .map(
            means ->
                CalendarDate.of(
                    KIND,
                    means.id().toString(),
                    When.on(means.dueOn()),
                    "/v1/development-plans/" + plan.id()));
  }
}
