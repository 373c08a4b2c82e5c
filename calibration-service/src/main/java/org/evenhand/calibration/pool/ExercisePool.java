package org.evenhand.calibration.pool;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.CalibrationSettings;
import org.evenhand.calibration.pool.Pool.Candidate;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What exercises are drawn from: final reviews of closed cycles that a session has published, of
 * people who work here and are some of many. Two people have found nobody in their texts. What
 * somebody has read before, or of whoever works for them, is no exercise for them: that is {@code
 * exercise_open_to} in the database.
 */
@ApplicationScoped
public class ExercisePool {

  private static final String CANDIDATES =
      """
      with member as materialized (
        select m.id, m.facilitates, array(select managers_of(m.id)) as managers
        from jsonb_to_recordset(cast(cast(:panel as text) as jsonb))
          as m(id uuid, facilitates boolean))
      select r.id,
             concat_ws('/', r.org_unit, r.job_family, r.job_level) as stratum,
             exists (select 1 from member m
                     where m.facilitates and too_close(m.id, m.managers, r)) as too_close,
             (select count(*) from member m where not m.facilitates) as free_raters
      from exercise_sample e join pool_review r on r.id = e.review_id
      where e.cycle_id = :cycle and is_one_of(r, :least)
        and (:everywhere or r.org_unit in (select units_served(:facilitator, :today)))
        and not exists (select 1 from member m
                        where not m.facilitates and not exercise_open_to(m.id, m.managers, r))
      order by r.id
      """;

  private static final String CLOSED =
      """
      select r.id from pool_review r
      where r.id = any (cast(:reviews as uuid[]))
        and not exercise_open_to(:person, array(select managers_of(:person)), r)
      """;

  private static final String GONE =
      """
      select x as id from unnest(cast(:reviews as uuid[])) as x
      where not exists (select 1 from exercise_sample e where e.review_id = x)
      """;

  private final int least;
  private final Clock clock;

  ExercisePool(CalibrationSettings settings, Clock clock) {
    this.least = settings.leastGroup();
    this.clock = clock;
  }

  /**
   * All reviews of a cycle that these people could practise on, of the units that the facilitator
   * serves today, by id.
   */
  public Uni<List<Candidate>> candidates(Mutiny.Session db, UUID cycle, Pool.Panel panel) {
    return Rows.of(db, CANDIDATES)
        .bind("cycle", cycle)
        .bind("least", least)
        .bind("panel", panel.json())
        .bind("facilitator", panel.facilitator())
        .bind("everywhere", panel.everywhere())
        .bind("today", LocalDate.now(clock))
        .list(Candidate::read);
  }

  /** Those of the reviews that are no exercise for this person. */
  public Uni<Set<UUID>> closedTo(Mutiny.Session db, UUID person, Collection<UUID> reviews) {
    return Rows.of(db, CLOSED)
        .bind("person", person)
        .bind("reviews", reviews.toArray(UUID[]::new))
        .list(row -> row.uuid("id"))
        .map(Set::copyOf);
  }

  /**
   * Those of the reviews that are no exercise for anybody any more: their texts are shown no more.
   */
  public Uni<Set<UUID>> gone(Mutiny.Session db, Collection<UUID> reviews) {
    return Rows.of(db, GONE)
        .bind("reviews", reviews.toArray(UUID[]::new))
        .list(row -> row.uuid("id"))
        .map(Set::copyOf);
  }
}
