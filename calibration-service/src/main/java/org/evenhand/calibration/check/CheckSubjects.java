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

/** What a manager looks at, of what they can; the functions of the database say what that is. */
@ApplicationScoped
class CheckSubjects {

  private static final String SCORED =
      "select review, sample from scored_by(:person, :since) where sample = :sample";

  private static final String WRITTEN =
      """
      select review from written_by(:person) where review = :review and precedent = :precedent
      """;

  /**
   * By chance, so that nobody chooses whom they read about. What comes first is looked at first: of
   * thousands a few are.
   */
  private static final String OF_OTHERS =
      """
      select (t.of_review).id as review, t.sample
      from (select * from texts_of_families(:person, :least) order by random() offset 0) t
      where can_be_read(:person, t.of_review, :least)
      limit 1
      """;

  /** The same whatever is hidden. */
  static final String NO_TEXT =
      "There is no text of your family that you don't know, of enough people who aren't yours.";

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
                            NO_TEXT + " The obligation says which kinds are open.")));
  }

  private static Problem refused() {
    return Problem.of(CalibrationProblem.CHECK_NOT_POSSIBLE, "This can't be looked at.");
  }
}
