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

  private static final String BEGUN =
      """
      insert into growth_begun (plan_id, year, employee_id, begun_at)
      select t.plan, t.year, t.employee, t.at
      from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as t (plan uuid, year int, employee uuid, at timestamptz)
      where %s
      order by 1
      on conflict (plan_id) do nothing
      """
          .formatted(OPEN);

  // What comes after the day of publication isn't counted, also of a year that is late.
  private static final String IN_TIME =
      "t.at < make_timestamptz(known.year + 1, 2, 1, 12, 0, 0, 'UTC')";

  private static final String AGREED =
      """
      update growth_begun known set days = t.days
      from (
        select plan, min(days) as days, min(at) as at
        from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
          as told (plan uuid, days int, at timestamptz)
        group by plan) t
      where known.plan_id = t.plan and known.days is null and %s
      """
          .formatted(IN_TIME);

  private static final String WITHDRAWN =
      """
      delete from growth_begun known
      using jsonb_to_recordset(cast(cast(:rows as text) as jsonb)) as t (plan uuid, at timestamptz)
      where known.plan_id = t.plan and %s
      """
          .formatted(IN_TIME);

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

  private static final String FORGET =
      """
      with begun as (delete from growth_begun where year = :year),
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

  private record Begun(UUID plan, int year, UUID employee, Instant at) {

    static Begun of(PlanOwed owed) {
      return new Begun(owed.planId(), owed.year(), owed.employeeId(), owed.at());
    }
  }

  private record Agreement(UUID plan, int days, Instant at) {}

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

  Uni<Void> begun(Mutiny.Session session, List<PlanOwed> owed) {
    return run(session, BEGUN, owed.stream().map(Begun::of).toList());
  }

  /** Of plans that a result has begun; that it did is told before. */
  Uni<Void> agreed(Mutiny.Session session, List<PlanTold> told) {
    return run(
        session,
        AGREED,
        told.stream()
            .filter(PlanTold::isOfResult)
            .map(
                each ->
                    new Agreement(
                        each.planId(), Objects.requireNonNull(each.daysFromShare()), each.at()))
            .toList());
  }

  /** Nobody can agree on these any more. */
  Uni<Void> withdrawn(Mutiny.Session session, List<PlanOwed> owed) {
    return run(session, WITHDRAWN, owed.stream().map(Begun::of).toList());
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
            "truncate growth_feedback, growth_plan, growth_begun", new AffectedEntities())
        .executeUpdate()
        .replaceWithVoid();
  }
}
