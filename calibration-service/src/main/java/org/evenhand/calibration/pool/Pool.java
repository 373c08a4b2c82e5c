package org.evenhand.calibration.pool;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.data.ReceivedEvent;
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
      select r.id, concat_ws('/', r.org_unit, r.job_family, r.job_level),
             too_close(:facilitator, r), too_close(:coFacilitator, r)
      from pool_review r
      where r.cycle_id = :cycle and r.state = 'SUBMITTED' and r.session_id is null
      order by r.id
      """;

  private static final String CONFLICTS =
      """
      select r.id from pool_review r
      where r.id in (select cast(x as uuid) from jsonb_array_elements_text(cast(cast(:ids as text) as jsonb)) x)
        and too_close(:person, r)
      """;

  /**
   * A review that could be calibrated now.
   *
   * @param stratum team, job family and job level: the cells that a sample is spread over
   * @param facilitatorTooClose whether either facilitator has a conflict of interest
   */
  public record Candidate(UUID reviewId, String stratum, boolean facilitatorTooClose) {}

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
        .replaceWithVoid();
  }

  /** All submitted reviews of a cycle that no session has claimed, by id. */
  public Uni<List<Candidate>> candidates(
      Mutiny.Session db, UUID cycle, UUID facilitator, UUID coFacilitator) {
    return db.createNativeQuery(CANDIDATES, Object[].class)
        .setParameter("cycle", cycle)
        .setParameter("facilitator", facilitator)
        .setParameter("coFacilitator", coFacilitator)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(
                        row ->
                            new Candidate(
                                (UUID) row[0],
                                (String) row[1],
                                (Boolean) row[2] || (Boolean) row[3]))
                    .toList());
  }

  /** Those of the reviews that a person must have no say in. */
  public Uni<List<UUID>> conflicts(Mutiny.Session db, UUID person, Collection<UUID> reviews) {
    return db.createNativeQuery(CONFLICTS, UUID.class)
        .setParameter("ids", Json.write(reviews))
        .setParameter("person", person)
        .getResultList();
  }
}
