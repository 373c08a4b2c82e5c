package org.evenhand.calibration.pool;

import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.consume.ReceivedEvent;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** The reviews of all cycles as review-service last told them. History is never calibrated. */
@ApplicationScoped
public class Pool {

  private static final String UPSERT =
      """
      insert into pool_review (id, cycle_id, employee_id, reviewer_id, line_above, contributors,
                               org_unit, job_level, job_family, scale_size, state, session_id)
      select r."reviewId", r."cycleId", r."employeeId", r."reviewerId",
             array(select cast(x as uuid) from jsonb_array_elements_text(r."lineAbove") x),
             array(select cast(x as uuid) from jsonb_array_elements_text(r."contributorIds") x),
             r."orgUnit", r."jobLevel", r."jobFamily", cast(r.scale ->> 'size' as integer),
             r.state, r."sessionId"
      from jsonb_to_recordset(cast(cast(:batch as text) as jsonb)) as r(
             "reviewId" uuid, "cycleId" uuid, "employeeId" uuid, "reviewerId" uuid,
             "lineAbove" jsonb, "contributorIds" jsonb, "orgUnit" text, "jobLevel" text,
             "jobFamily" text, scale jsonb, state text, "sessionId" uuid)
      on conflict (id) do update set
        reviewer_id = excluded.reviewer_id, line_above = excluded.line_above,
        contributors = excluded.contributors, org_unit = excluded.org_unit,
        job_level = excluded.job_level, job_family = excluded.job_family,
        state = excluded.state, session_id = excluded.session_id
      """;

  private static final String CANDIDATES =
"""
with member as materialized (
  select m.id, m.facilitates, array(select managers_of(m.id)) as managers
  from jsonb_to_recordset(cast(cast(:panel as text) as jsonb)) as m(id uuid, facilitates boolean))
select r.id,
       concat_ws('/', r.org_unit, r.job_family, r.job_level) as stratum,
       exists (select 1 from member m
               where m.facilitates and too_close(m.id, m.managers, r)) as too_close,
       (select count(*) from member m
        where not m.facilitates and not too_close(m.id, m.managers, r)) as free_raters
from pool_review r
where r.cycle_id = :cycle and r.state = 'SUBMITTED' and r.session_id is null
  and (:everywhere or r.org_unit in (select units_served(:facilitator, :today)))
order by r.id
""";

  private static final String UNSERVED =
      """
      select r.id from pool_review r
      where r.id in (select cast(x as uuid)
                     from jsonb_array_elements_text(cast(cast(:reviews as text) as jsonb)) x)
        and r.org_unit not in (select units_served(:person, :today))
      """;

  private static final String PEOPLE =
      """
      select distinct p.id
      from pool_review r
        cross join lateral unnest(
          r.line_above || r.contributors || array[r.employee_id, r.reviewer_id]) as p (id)
      where r.id = any (cast(:reviews as uuid[])) and p.id is not null
      """;

  private final List<PoolListener> listeners;
  private final Clock clock;

  Pool(@All List<PoolListener> listeners, Clock clock) {
    this.listeners = listeners;
    this.clock = clock;
  }

  /**
   * Who is to hold a session, and who is to score in it.
   *
   * @param everywhere whether the facilitator is of hr-lead, who serves all units
   */
  public record Panel(
      UUID facilitator, boolean everywhere, UUID coFacilitator, Collection<UUID> raters) {

    String json() {
      var members = new HashMap<UUID, Boolean>();
      raters.forEach(rater -> members.put(rater, false));
      members.put(facilitator, true);
      members.put(coFacilitator, true);
      return Json.write(
          members.entrySet().stream()
              .map(member -> Map.of("id", member.getKey(), "facilitates", member.getValue()))
              .toList());
    }
  }

  /**
   * A review that could be calibrated now.
   *
   * @param stratum team, job family and job level: the cells that a sample is spread over
   * @param facilitatorTooClose whether either facilitator has a conflict of interest
   * @param freeRaters how many of the raters have none
   */
  public record Candidate(
      UUID reviewId, String stratum, boolean facilitatorTooClose, long freeRaters) {

    static Candidate read(Row row) {
      return new Candidate(
          row.uuid("id"), row.text("stratum"), row.flag("too_close"), row.bigint("free_raters"));
    }
  }

  /** Takes in review events of one batch; the last state of each review stands. */
  public Uni<Void> take(Mutiny.Session db, List<ReceivedEvent> events) {
    var latest = new LinkedHashMap<UUID, ReviewState>();
    for (var event : events) {
      var state = event.as(ReviewState.class);
      if (state.live()) {
        latest.put(state.reviewId(), state);
      }
    }
    return db.createNativeQuery(UPSERT)
        .setParameter("batch", Json.write(latest.values()))
        .executeUpdate()
        .chain(() -> tell(db, latest.keySet()));
  }

  private Uni<Void> tell(Mutiny.Session db, Collection<UUID> reviews) {
    return Multi.createFrom()
        .iterable(listeners)
        .onItem()
        .transformToUniAndConcatenate(each -> each.reviewsChanged(db, reviews))
        .collect()
        .last();
  }

  /**
   * All submitted reviews of a cycle that no session has claimed, of the units that the facilitator
   * serves today, by id.
   */
  public Uni<List<Candidate>> candidates(Mutiny.Session db, UUID cycle, Panel panel) {
    return Rows.of(db, CANDIDATES)
        .bind("cycle", cycle)
        .bind("panel", panel.json())
        .bind("facilitator", panel.facilitator())
        .bind("everywhere", panel.everywhere())
        .bind("today", LocalDate.now(clock))
        .list(Candidate::read);
  }

  /** Whom the reviews are about, who wrote them, and who is above. */
  public Uni<List<UUID>> peopleOf(Mutiny.Session db, Collection<UUID> reviews) {
    return Rows.of(db, PEOPLE)
        .bind("reviews", reviews.toArray(UUID[]::new))
        .list(row -> row.uuid("id"));
  }

  /** Those of the reviews that are of a unit which the person doesn't serve today. */
  public Uni<Set<UUID>> unserved(Mutiny.Session db, UUID person, Collection<UUID> reviews) {
    return Rows.of(db, UNSERVED)
        .bind("person", person)
        .bind("reviews", Json.write(reviews))
        .bind("today", LocalDate.now(clock))
        .list(row -> row.uuid("id"))
        .map(Set::copyOf);
  }
}
