package org.evenhand.review.appeal.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.appeal.AppealStep;
import org.evenhand.review.appeal.StepDue;
import org.hibernate.reactive.mutiny.Mutiny;

/** By when a step of an appeal is owed. */
@ApplicationScoped
class AppealDays {

  private final Places places;

  AppealDays(Places places) {
    this.places = places;
  }

  Uni<StepDue> until(Mutiny.Session session, AppealStep step, String place, Instant at) {
    return places.at(session, place).map(days -> due(days, step, place, at));
  }

  /** Where several owe it together, the day of whoever has the latest. */
  Uni<StepDue> until(Mutiny.Session session, AppealStep step, Collection<String> of, Instant at) {
    return places
        .atAll(session, of)
        .map(
            days ->
                days.entrySet().stream()
                    .map(place -> due(place.getValue(), step, place.getKey(), at))
                    .reduce(StepDue::later)
                    .orElseThrow());
  }

  private static StepDue due(WorkingDays days, AppealStep step, String place, Instant at) {
    LocalDate on = days.plus(days.today(at), step.workingDays());
    return new StepDue(on, days.endOf(on), place);
  }
}
