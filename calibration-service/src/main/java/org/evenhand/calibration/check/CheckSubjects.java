package org.evenhand.calibration.check;

import static org.evenhand.kit.web.problem.ViolationCode.NOT_FOUND;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.UUID;
import org.evenhand.calibration.CalibrationProblem;
import org.evenhand.calibration.CalibrationSettings;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.quarter.Quarter;
import org.evenhand.kit.web.problem.Problem;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What a manager can look at. Nothing twice, and nothing of their own team but what they have
 * written themselves.
 */
@ApplicationScoped
class CheckSubjects {

  private static final String NOT_LOOKED_AT =
      """
      not exists (select 1 from calibration_check k
                  where k.manager_id = :person and k.review_id = r.id)
      """;

  /** Once it is revealed: before that nobody may learn, not even by a check, who has scored. */
  private static final String SCORED =
      """
      select r.id as review, s.id as sample
      from score
      join sample s on s.id = score.sample_id
      join calibration_session c on c.id = s.session_id
        and c.state in ('REVEALED', 'DISCUSSION', 'READY', 'LOCKED', 'PUBLISHED')
      join pool_review r on r.id = s.review_id
      where s.id = :sample and score.rater_id = :person and score.scored_at >= :since
        and not too_close(:person, array(select managers_of(:person)), r)
        and :person not in (select managers_of(r.employee_id))
        and %s
      """
          .formatted(NOT_LOOKED_AT);

  private static final String WRITTEN =
      """
      select r.id as review
      from pool_review r
      join cycle c on c.id = r.cycle_id
      join precedent p on p.policy_id = c.policy_id and p.state = 'PUBLISHED'
      where r.id = :review and r.reviewer_id = :person and p.id = :precedent
        and r.state not in ('NOT_STARTED', 'IN_PROGRESS', 'CANCELLED', 'NOT_RATED')
        and %s
      """
          .formatted(NOT_LOOKED_AT);

  /**
   * By chance, so that nobody chooses whom they read about; and of enough people whom they don't
   * lead, so that nobody knows whom.
   */
  private static final String OF_OTHERS =
      """
      with recursive led (id) as (
        select id from person where manager_id = :person
        union
        select p.id from person p join led on p.manager_id = led.id
      ), many as materialized (
        select other.cycle_id, other.job_family from pool_review other
        where other.job_family in (select own.job_family from pool_review own
                                   where own.reviewer_id = :person)
          and other.state not in ('NOT_RATED', 'CANCELLED')
          and other.employee_id not in (select id from led)
          and not too_close(:person, array(select managers_of(:person)), other)
        group by other.cycle_id, other.job_family
        having count(distinct other.employee_id) >= :least
      )
      select r.id as review, e.id as sample
      from exercise_sample e
      join many on many.cycle_id = e.cycle_id and many.job_family = e.job_family
      join pool_review r on r.id = e.review_id
      where e.alike >= :least
        and exercise_open_to(:person, array(select managers_of(:person)), r)
      order by random()
      limit 1
      """;

  private final int least;

  CheckSubjects(CalibrationSettings settings) {
    this.least = settings.leastGroup();
  }

  /**
   * @throws Problem 422 where this can't be looked at
   */
  Uni<Check.Subject> of(Mutiny.Session db, UUID person, Quarter quarter, NewCheck wanted) {
    return switch (wanted.kind()) {
      case BLIND_SCORE -> scored(db, person, quarter, Objects.requireNonNull(wanted.sampleId()));
      case PRECEDENT ->
          written(
              db,
              person,
              Objects.requireNonNull(wanted.reviewId()),
              Objects.requireNonNull(wanted.precedentId()));
      case PEER -> ofOthers(db, person);
    };
  }

  /** The quarter has begun where it begins first: nobody is refused for living west of there. */
  private static Uni<Check.Subject> scored(
      Mutiny.Session db, UUID person, Quarter quarter, UUID sample) {
    return Rows.of(db, SCORED)
        .bind("sample", sample)
        .bind("person", person)
        .bind("since", quarter.beginsSomewhere().atOffset(ZoneOffset.UTC))
        .atMostOne(row -> new Check.Subject(row.uuid("review"), row.uuid("sample"), null))
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        refused()
                            .with(
                                NOT_FOUND.at(
                                    "/sampleId",
                                    "is no revealed sample that you have scored in this quarter,"
                                        + " and have not looked at yet"))));
  }

  private static Uni<Check.Subject> written(
      Mutiny.Session db, UUID person, UUID review, UUID precedent) {
    return Rows.of(db, WRITTEN)
        .bind("review", review)
        .bind("person", person)
        .bind("precedent", precedent)
        .atMostOne(row -> new Check.Subject(row.uuid("review"), null, precedent))
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        refused()
                            .with(
                                NOT_FOUND.at(
                                    "/reviewId",
                                    "is no review that you have written by the policy of that"
                                        + " published precedent, and have not looked at yet"))));
  }

  private Uni<Check.Subject> ofOthers(Mutiny.Session db, UUID person) {
    return Rows.of(db, OF_OTHERS)
        .bind("person", person)
        .bind("least", least)
        .atMostOne(row -> new Check.Subject(row.uuid("review"), row.uuid("sample"), null))
        .map(
            found ->
                found.orElseThrow(
                    () ->
                        Problem.of(
                            CalibrationProblem.CHECK_NOT_POSSIBLE,
                            "There is no text of your family that you don't know: take another"
                                + " kind.")));
  }

  private static Problem refused() {
    return Problem.of(CalibrationProblem.CHECK_NOT_POSSIBLE, "This can't be looked at.");
  }
}
