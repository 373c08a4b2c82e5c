package org.evenhand.calibration.session.sampling;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.calibration.CalibrationSettings;
import org.evenhand.calibration.session.Sample;
import org.evenhand.calibration.session.Session;
import org.evenhand.calibration.session.sampling.ReviewService.Claimed;
import org.evenhand.calibration.session.sampling.ReviewService.Redacted;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * The texts of an exercise, as the session that decided about them had checked them: nothing is
 * asked of review-service, and nothing is claimed there.
 */
@ApplicationScoped
class ExerciseTexts {

  private static final String CHECKED =
      """
      with rater as materialized (
        select m as id, array(select managers_of(m)) as managers
        from unnest(cast(:raters as uuid[])) as m)
      select e.id from exercise_sample e join pool_review r on r.id = e.review_id
      where r.id = any (cast(:reviews as uuid[])) and is_one_of(r, :least)
        and not exists (
          select 1 from rater where not exercise_open_to(rater.id, rater.managers, r))
      """;

  private final int least;

  ExerciseTexts(CalibrationSettings settings) {
    this.least = settings.leastGroup();
  }

  /** Those of its reviews that are still in the pool, and no rater has come to know meanwhile. */
  Uni<Claimed> of(Mutiny.Session db, Session exercise) {
    return Rows.of(db, CHECKED)
        .bind("reviews", exercise.reviewIds().toArray(UUID[]::new))
        .bind("raters", exercise.members().raterIds().toArray(UUID[]::new))
        .bind("least", least)
        .list(row -> row.uuid("id"))
        .chain(ids -> samples(db, ids))
        .map(found -> new Claimed(found.stream().map(ExerciseTexts::redacted).toList(), List.of()));
  }

  private static Uni<List<Sample>> samples(Mutiny.Session db, List<UUID> ids) {
    return ids.isEmpty()
        ? Uni.createFrom().item(List.of())
        : db.createSelectionQuery("from Sample where id in (:ids)", Sample.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  private static Redacted redacted(Sample sample) {
    return new Redacted(
        sample.reviewId(), sample.parts(), sample.originalOrdinal(), sample.scaleSize());
  }
}
