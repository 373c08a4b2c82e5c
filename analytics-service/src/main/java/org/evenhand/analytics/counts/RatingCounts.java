package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Moves a batch of reviews from the cells of their last state to those of their new one. The cells
 * are worked out by the database (functions {@code cells_of} and {@code stages_of}), a handful of
 * statements for a batch of any size.
 */
@ApplicationScoped
public class RatingCounts {

  private static final String MOVED =
      """
      from (
        select f, -1 as step from rating_fact f
        where f.review_id in (
          select r.review_id
          from jsonb_populate_recordset(cast(null as rating_fact), cast(cast(:facts as text) as jsonb)) r)
        union all
        select r, 1
        from jsonb_populate_recordset(cast(null as rating_fact), cast(cast(:facts as text) as jsonb)) r
      ) moved
      """;

  // Cells are taken in one order by everyone, so that two batches wait for each other and no more.
  static final String MOVE_COUNTS =
      """
      insert into count_cell as c (cycle_id, phase, dimension, value, stratum, scale_size,
                                   favourable_from, ordinal, n)
      select cell.cycle_id, cell.phase, cell.dimension, cell.value, cell.stratum, cell.scale_size,
             cell.favourable_from, cell.ordinal, sum(moved.step)
      """
          + "%s"
          + """
          cross join lateral cells_of(moved.f) cell
          group by 1, 2, 3, 4, 5, 6, 7, 8
          having sum(moved.step) <> 0
          order by 1, 2, 3, 4, 5, 6, 7, 8
          on conflict (cycle_id, phase, dimension, stratum, value, scale_size, favourable_from, ordinal)
          do update set n = c.n + excluded.n
          """;

  private static final String MOVE_COMPLETION =
      """
      insert into completion_cell as c (cycle_id, dimension, value, stage, n)
      select cell.cycle_id, cell.dimension, cell.value, cell.stage, sum(moved.step)
      """
          + MOVED
          + """
          cross join lateral stages_of(moved.f) cell
          group by 1, 2, 3, 4
          having sum(moved.step) <> 0
          order by 1, 2, 3, 4
          on conflict (cycle_id, dimension, value, stage) do update set n = c.n + excluded.n
          """;

  private static final String KEEP_FACTS =
      """
      insert into rating_fact
      select r.* from jsonb_populate_recordset(cast(null as rating_fact), cast(cast(:facts as text) as jsonb)) r
      order by r.review_id
      on conflict (review_id) do update set
        cycle_id = excluded.cycle_id, employee_id = excluded.employee_id,
        reviewer_id = excluded.reviewer_id, line_above = excluded.line_above,
        org_unit = excluded.org_unit, job_level = excluded.job_level,
        job_family = excluded.job_family, work_location = excluded.work_location,
        scale_size = excluded.scale_size, favourable_from = excluded.favourable_from,
        state = excluded.state, calibration = excluded.calibration,
        acknowledged = excluded.acknowledged, original_ordinal = excluded.original_ordinal,
        ordinal = excluded.ordinal, revision = excluded.revision, evidence = excluded.evidence
      """;

  private static final String KEEP_CYCLES =
      """
      insert into cycle as c
        (cycle_id, key, origin, first_at, changed_at, effective_at, policy_id, policy_version)
      select seen.cycle_id, max(seen.key), max(seen.origin), cast(:now as timestamptz),
             cast(:now as timestamptz), max(seen.effective_at), cast(max(seen.policy_id) as uuid),
             max(seen.policy_version)
      from jsonb_to_recordset(cast(cast(:cycles as text) as jsonb))
        as seen (cycle_id uuid, key text, origin text, effective_at timestamptz, policy_id text,
                 policy_version int)
      group by seen.cycle_id
      order by seen.cycle_id
      on conflict (cycle_id) do update
      set key = excluded.key, changed_at = greatest(c.changed_at, excluded.changed_at),
          effective_at = greatest(c.effective_at, excluded.effective_at),
          policy_id = coalesce(excluded.policy_id, c.policy_id),
          policy_version = coalesce(excluded.policy_version, c.policy_version)
      """;

  private static final String ACKNOWLEDGED =
      "select review_id from rating_fact where acknowledged and review_id in (:reviews)";

  private final ImportedYears importedYears;
  private final Clock clock;

  RatingCounts(ImportedYears importedYears, Clock clock) {
    this.importedYears = importedYears;
    this.clock = clock;
  }

  /**
   * Counts the new state of each review instead of the one that was counted until now.
   *
   * @param facts at most one for each review
   */
  Uni<Void> replace(Mutiny.Session session, List<RatingFact> facts, Set<RatedCycle> cycles) {
    return CountingLock.counting(session)
        .chain(() -> rememberAcknowledged(session, facts))
        .map(Json::write)
        .chain(
            batch ->
                run(session, MOVE_COUNTS.formatted(MOVED), batch)
                    .chain(() -> run(session, MOVE_COMPLETION, batch))
                    .chain(() -> run(session, KEEP_FACTS, batch)))
        .chain(() -> keepCycles(session, cycles));
  }

  /** Puts everything that was counted aside, to be counted anew; shown is what lies aside. */
  public Uni<Void> startOver(Mutiny.Session session) {
    return CountingLock.alone(session)
        .chain(() -> Rows.of(session, "select 1 from (select put_counts_aside()) aside").run());
  }

  /** Once everything has been counted anew, shows that in place of what lies aside. */
  public Uni<Void> finish(Mutiny.Session session) {
    return session
        .createNativeQuery("truncate count_cell_aside, completion_cell_aside")
        .executeUpdate()
        .replaceWithVoid();
  }

  private Uni<List<RatingFact>> rememberAcknowledged(
      Mutiny.Session session, List<RatingFact> facts) {
    List<UUID> asCounted =
        facts.stream()
            .filter(fact -> fact.acknowledged() == null)
            .map(RatingFact::reviewId)
            .toList();
    if (asCounted.isEmpty()) {
      return Uni.createFrom().item(facts);
    }
    return Rows.of(session, ACKNOWLEDGED)
        .bind("reviews", asCounted)
        .list(row -> row.uuid("review_id"))
        .map(Set::copyOf)
        .map(
            known ->
                facts.stream()
                    .map(
                        fact ->
                            fact.acknowledged() == null
                                ? fact.acknowledged(known.contains(fact.reviewId()))
                                : fact)
                    .toList());
  }

  private Uni<Void> keepCycles(Mutiny.Session session, Set<RatedCycle> cycles) {
    return session
        .createNativeQuery(KEEP_CYCLES)
        .setParameter("cycles", Json.write(List.copyOf(cycles)))
        .setParameter("now", Instant.now(clock))
        .executeUpdate()
        .chain(() -> importedYears.changed(session, imported(cycles)));
  }

  /** In one order, as every batch takes them. */
  private static List<UUID> imported(Set<RatedCycle> cycles) {
    return cycles.stream()
        .filter(cycle -> cycle.origin() == Origin.HISTORY)
        .map(RatedCycle::cycleId)
        .distinct()
        .sorted()
        .toList();
  }

  private static Uni<Void> run(Mutiny.Session session, String sql, String facts) {
    return session
        .createNativeQuery(sql)
        .setParameter("facts", facts)
        .executeUpdate()
        .replaceWithVoid();
  }
}
