package org.evenhand.review.growth.remediation.gate;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.place.WorkingDays;
import org.evenhand.review.growth.PoliciesInForce;
import org.evenhand.review.growth.remediation.terms.RemediationTerms;
import org.evenhand.review.growth.remediation.terms.Said;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * What is known of what a plan rests on: what was seen and said in this time of the assignment, and
 * after the last plan about the same.
 *
 * @param anchor what the level of the criterion means; null where no policy in force says so
 * @param daysSeen on how many days something was seen that the person was told of
 * @param talkedOn when the check-in was held in which the gap was said; null where it was none
 * @param saidAt when it was said, or that it was said was recorded; null where it wasn't
 * @param returnedOn when the person came back from their last leave
 * @param objects whether the person has appealed or disagreed lately, or does so now
 */
record Evidence(
    @Nullable String anchor,
    int daysSeen,
    @Nullable LocalDate talkedOn,
    @Nullable Instant saidAt,
    boolean away,
    @Nullable LocalDate returnedOn,
    boolean objects) {

  private static final String READ =
      """
      select
        (select min(anchor ->> 'text') from policy_version p
         cross join lateral jsonb_array_elements(p.content -> 'anchors') anchor
         where p.state = 'EFFECTIVE' and %s and anchor ->> 'criterion' = :criterion
           and cast(anchor ->> 'ordinal' as int) = :ordinal) as anchor,
        (select count(distinct o.observed_on) from observation o
         where o.id = any(:observations) and o.subject_id = a.employee_id
           and o.author_id <> a.employee_id and o.told_at is not null
           and o.observed_on >= since.day
           and o.state <> 'WITHDRAWN' and o.criterion = :criterion) as days_seen,
        talk.held_on as talked_on,
        coalesce(
          talk.closed_at,
          (select o.told_at from observation o
           where :kind = 'OBSERVATION' and o.id = :said and o.subject_id = a.employee_id
             and o.author_id <> a.employee_id and o.state <> 'WITHDRAWN'
             and o.observed_on >= since.day and o.criterion = :criterion),
          (select greatest(f.given_at, f.opens_at) from feedback f
           join feedback_recipient r on r.feedback_id = f.id and r.employee_id = a.employee_id
           where :kind = 'FEEDBACK' and f.id = :said and f.kind = 'CRITIQUE'
             and f.criterion = :criterion and f.given_at >= since.day
             and f.state in ('GIVEN', 'ADDED_TO'))) as said_at,
        e.status = 'ON_LEAVE' as away,
        (select max(back.changed_on) from status_change back
         where back.employee_id = e.id and back.status = 'ACTIVE') as returned_on,
        exists (select 1 from appeal where appeal.appellant_id = e.id
            and coalesce(appeal.ended_at, :lately) >= :lately)
          or exists (select 1 from review r where r.employee_id = e.id
            and r.acknowledgement ->> 'disagreement' is not null
            and cast(r.acknowledgement ->> 'at' as timestamptz) >= :lately) as objects
      from assignment a join employee e on e.id = a.employee_id
      cross join lateral (
        select greatest(a.started_on, max(ended.closed_on) + 1) as day
        from remediation_plan ended
        where ended.assignment_id = a.id and ended.closed_on is not null and ended.known
          and ended.terms ->> 'criterion' = :criterion) since
      left join lateral (
        select c.held_on, c.closed_at from check_in c
        where :kind = 'CHECK_IN' and c.id = :said and c.state = 'HELD'
          and c.assignment_id = a.id and c.assignment_since = a.started_on
          and c.held_on >= since.day
          and (c.manager_part ->> 'sharedNote' is not null or exists (
            select 1 from jsonb_array_elements(
              (c.manager_part -> 'agenda') || (c.employee_part -> 'agenda')) item
            where cast(item ->> 'observationId' as uuid) = any(:observations)))) talk on true
      where a.id = :assignment
      """
          .formatted(PoliciesInForce.BINDS);

  /** The day on which the gap was said, at the person's place; null where it wasn't. */
  @Nullable LocalDate saidOn(WorkingDays days) {
    if (saidAt == null) {
      return null;
    }
    LocalDate told = days.today(saidAt);
    return talkedOn != null && talkedOn.isAfter(told) ? talkedOn : told;
  }

  /**
   * @param lately since when an appeal or disagreement counts
   */
  static Uni<Evidence> of(
      Mutiny.Session session, UUID assignment, RemediationTerms terms, Instant lately) {
    Said said = terms.said();
    return Rows.of(session, READ)
        .bind("assignment", assignment)
        .bind("criterion", terms.criterion())
        .bind("ordinal", terms.ordinal())
        .bind("observations", terms.observations().toArray(UUID[]::new))
        .bind("kind", said == null ? "" : said.kind().name())
        .bind("said", said == null ? new UUID(0, 0) : said.id())
        .bind("lately", lately.atOffset(ZoneOffset.UTC))
        .one(
            row ->
                new Evidence(
                    row.orNull("anchor", Row::text),
                    (int) row.bigint("days_seen"),
                    row.orNull("talked_on", Row::day),
                    row.orNull("said_at", Row::instant),
                    row.flag("away"),
                    row.orNull("returned_on", Row::day),
                    row.flag("objects")));
  }
}
