package org.evenhand.calibration.obligation;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.quarter.Quarter;
import org.hibernate.reactive.mutiny.Mutiny;

/** Counts the days by which it is measured what somebody owes of a quarter. */
@ApplicationScoped
class LedDays {

  /**
   * From which day on somebody's days count who began to lead when training was offered: what is
   * required before they rate, as nobody asks them to do any other.
   */
  private static final String TRAINED =
      """
      select coalesce((
        select case
          when (select l.since from leads_since l where l.manager_id = :manager)
            <= min(cast(m.offered_at as date)) then cast(:first as date)
          else coalesce(min(cast(h.held_at as date)) filter (where h.held), date '9999-12-31') end
        from required_training m
        left join held_training h on h.module_id = m.id and h.person_id = :manager
        where m.topics @> '["CALIBRATION"]' and m.required_for @> '["RATING"]'
          and m.retired_at is null
        having count(*) > 0), cast(:first as date))
      """;

  private static final String DAYS =
      """
      with counted (since) as (%s)
      select count(*) as days
      from counted,
        generate_series(cast(greatest(cast(:first as date), counted.since) as timestamp),
          cast(cast(:last as date) as timestamp), interval '1 day') day
      where exists (
          select 1 from presence_spell own
          where own.person_id = :manager
            and own.since <= day and (own.until is null or own.until > day))
        and exists (
          select 1 from work_spell led
          where led.manager_id = :manager
            and led.since <= day and (led.until is null or led.until > day))
      """
          .formatted(TRAINED);

  /** On how many days of a quarter somebody leads anybody, at work and trained for it. */
  Uni<Integer> of(Mutiny.Session db, UUID manager, Quarter quarter) {
    LocalDate first = quarter.first();
    return Rows.of(db, DAYS)
        .bind("manager", manager)
        .bind("first", first)
        .bind("last", quarter.last())
        .one(row -> (int) row.bigint("days"));
  }
}
