package org.evenhand.review.calendar;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.calendar.CalendarDate;
import org.evenhand.kit.data.calendar.CalendarSource;
import org.evenhand.kit.data.calendar.When;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.Places;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.cycle.CyclePlan;
import org.evenhand.review.cycle.Milestone;
import org.evenhand.review.cycle.MilestoneDates;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * The milestones of the cycles in which a person is reviewed, as they hold in their unit, country
 * and place. They are known from scheduling on, and the same before and after the person's review
 * is opened.
 */
@Singleton
class MilestonesOfPerson implements CalendarSource {

  private static final String CYCLES =
      """
      select c.id as cycle, cast(c.plan as text) as plan, r.assignment_id as assignment, r.org_unit,
        r.country, r.work_location, r.appealable_until
      from review r join cycle c on c.id = r.cycle_id
      where r.employee_id = :person and r.phase not in ('NOT_RATED', 'CANCELLED')
        and c.state <> 'CANCELLED'
      union all
      select c.id, cast(c.plan as text), a.id, a.org_unit, a.country, a.work_location, null
      from assignment a
      join cycle c on c.plan -> 'orgUnits' @> to_jsonb(a.org_unit)
      where a.employee_id = :person and a.ended_on is null
        and (c.state = 'SCHEDULED' or c.state = 'OPEN' and exists (select 1 from cycle_work w
          where w.cycle_id = c.id and w.kind = 'OPENING' and w.finished_at is null))
        and not exists (select 1 from review r
          where r.cycle_id = c.id and r.assignment_id = a.id)
      """;

  /**
   * A cycle as it is for one assignment of the person.
   *
   * @param appealableUntil the last day on which they can appeal, once they know their result
   */
  private record Membership(
      UUID cycle,
      CyclePlan plan,
      UUID assignment,
      String unit,
      String country,
      String place,
      @Nullable LocalDate appealableUntil) {

    static Membership of(Row row) {
      return new Membership(
          row.uuid("cycle"),
          row.json("plan", CyclePlan.class),
          row.uuid("assignment"),
          row.text("org_unit"),
          row.text("country"),
          row.text("work_location"),
          row.orNull("appealable_until", Row::day));
    }

    Stream<CalendarDate> dates(WorkingDays days) {
      MilestoneDates dates = plan.milestones().in(unit, country);
      return Stream.of(Milestone.values())
          .flatMap(
              milestone ->
                  Stream.ofNullable(day(milestone, dates)).map(day -> date(milestone, day, days)));
    }

    /** The plan says when the time to appeal is over at the earliest; the right may last longer. */
    private @Nullable LocalDate day(Milestone milestone, MilestoneDates dates) {
      return milestone == Milestone.APPEAL_WINDOW && appealableUntil != null
          ? appealableUntil
          : dates.on(milestone);
    }

    /** As a duty does, a milestone on a free day moves to the next working day. */
    private CalendarDate date(Milestone milestone, LocalDate day, WorkingDays days) {
      return CalendarDate.of(
          "MILESTONE_" + milestone,
          cycle + " " + assignment,
          When.on(days.onOrAfter(day)),
          "/v1/cycles/" + cycle);
    }
  }

  private final Places places;

  MilestonesOfPerson(Places places) {
    this.places = places;
  }

  @Override
  public Uni<List<CalendarDate>> of(Mutiny.Session session, UUID person) {
    return Rows.of(session, CYCLES)
        .bind("person", person)
        .list(Membership::of)
        .chain(
            found ->
                places
                    .atAll(session, found.stream().map(Membership::place).toList())
                    .map(days -> dates(found, days)));
  }

  private static List<CalendarDate> dates(
      List<Membership> memberships, Map<String, WorkingDays> days) {
    return memberships.stream()
        .flatMap(each -> each.dates(days.getOrDefault(each.place(), WorkingDays.unknown())))
        .toList();
  }
}
