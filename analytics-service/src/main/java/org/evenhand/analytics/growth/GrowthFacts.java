package org.evenhand.analytics.growth;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Keeps what the figures of a year are counted from, once however often it is told, and nothing of
 * a year that is published.
 */
@ApplicationScoped
public class GrowthFacts {

  private static final String OPEN =
      """
      not exists (
        select 1 from figure_year y
        where y.room = 'GROWTH' and y.year = t.year and y.published_at is not null)
      """;

  private static final String GIVEN =
      """
      insert into growth_feedback (feedback_id, year, recognition, author_id, recipients)
      select t.id, t.year, t.recognition, t.author,
        array(select distinct cast(r as uuid) from jsonb_array_elements_text(t.recipients) r)
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as t (id uuid, year int, recognition boolean, author uuid, recipients jsonb)
      where %s
      order by 1
      on conflict (feedback_id) do nothing
      """
          .formatted(OPEN);

  private static final String REMOVED =
      """
      delete from growth_feedback
      where feedback_id in (
        select cast(jsonb_array_elements_text(cast(cast(:rows as text) as jsonb)) as uuid))
      """;

  private static final String AGREED =
      """
      insert into growth_agreement (review_id, year, days)
      select distinct on (t.review) t.review, t.year, t.days
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as t (review uuid, year int, days int)
      where %s
      order by t.review, t.days
      on conflict (review_id) do nothing
      """
          .formatted(OPEN);

  private static final String ENDED =
      """
      insert into growth_plan as known (year, employee_id, plan_id, outcome, means, ended_at)
      select distinct on (t.year, t.employee) t.year, t.employee, t.plan, t.outcome, t.means, t.at
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as t (year int, employee uuid, plan uuid, outcome text, means text, at timestamptz)
      where %s
      order by t.year, t.employee, t.at desc, t.plan desc
      on conflict (year, employee_id) do update
      set plan_id = excluded.plan_id, outcome = excluded.outcome, means = excluded.means,
        ended_at = excluded.ended_at
      where (excluded.ended_at, excluded.plan_id) > (known.ended_at, known.plan_id)
      """
          .formatted(OPEN);

  // Results are told of in years of which nothing else is told, too.
  private static final String FORGET =
      """
      with gone as (
        delete from growth_share t
        where t.year = :year or t.year < :year and not exists (
          select 1 from figure_year y
          where y.room = 'GROWTH' and y.year = t.year and y.published_at is null)
        returning review_id),
        agreements as (
          delete from growth_agreement where review_id in (select review_id from gone)
            or year < :year and review_id not in (select review_id from growth_share)),
        feedback as (delete from growth_feedback where year = :year),
        plans as (delete from growth_plan where year = :year),
        members as (delete from growth_member where year = :year)
      delete from growth_person where year = :year
      """;

  private record Feedback(
      UUID id, int year, boolean recognition, UUID author, List<UUID> recipients) {

    static Feedback of(FeedbackTold told) {
      return new Feedback(
          told.feedbackId(), told.year(), told.recognition(), told.authorId(), told.recipientIds());
    }
  }

  private record Agreement(UUID review, int year, int days) {}

  /** How a plan ended, by the bands of the measures. */
  record Ended(int year, UUID employee, UUID plan, String outcome, String means, Instant at) {

    static Ended of(String type, PlanTold told) {
      return new Ended(
          told.year(),
          told.employeeId(),
          told.planId(),
          told.outcome(type),
          told.meansGiven(),
          told.at());
    }
  }

  Uni<Void> given(Mutiny.Session session, List<FeedbackTold> told) {
    return run(session, GIVEN, told.stream().map(Feedback::of).toList());
  }

  Uni<Void> removed(Mutiny.Session session, List<UUID> feedback) {
    return run(session, REMOVED, feedback);
  }

  /** Of plans that came of a result. */
  Uni<Void> agreed(Mutiny.Session session, List<PlanTold> told) {
    return run(
        session,
        AGREED,
        told.stream()
            .filter(PlanTold::isOfResult)
            .map(
                each ->
                    new Agreement(
                        Objects.requireNonNull(each.reviewId()),
                        each.year(),
                        Objects.requireNonNull(each.daysFromShare())))
            .toList());
  }

  Uni<Void> ended(Mutiny.Session session, List<Ended> told) {
    return run(session, ENDED, told);
  }

  private static Uni<Void> run(Mutiny.Session session, String sql, List<?> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : session
            .createNativeQuery(sql, new AffectedEntities())
            .setParameter("rows", Json.write(rows))
            .executeUpdate()
            .replaceWithVoid();
  }

  /** Once a year is published, nobody needs to know what it was counted from. */
  Uni<Void> forget(Mutiny.Session session, int year) {
    return session
        .createNativeQuery(FORGET, new AffectedEntities())
        .setParameter("year", year)
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Forgets what isn't published yet, to be counted anew; the caller keeps others from counting.
   * Who worked here on the last day of a year stays.
   */
  public Uni<Void> startOver(Mutiny.Session session) {
    return session
        .createNativeQuery(
            "truncate growth_feedback, growth_plan, growth_share, growth_agreement",
            new AffectedEntities())
        .executeUpdate()
        .replaceWithVoid();
  }
}
