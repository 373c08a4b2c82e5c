package org.evenhand.policy.anchor;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.policy.PolicySettings;
import org.evenhand.policy.version.PolicyVersion;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps how far raters agreed on each level. */
@ApplicationScoped
public class LevelAgreements {

  private static final String KEEP =
      """
      insert into level_agreement
        (session_id, ordinal, cycle_id, scale_size, raters, agreeing, pairs)
      select cast(:session as uuid), l.ordinal, cast(:cycle as uuid), cast(:size as integer),
             cast(:raters as integer), l.agreeing, l.pairs
      from jsonb_to_recordset(cast(cast(:levels as text) as jsonb))
        as l (ordinal integer, agreeing bigint, pairs bigint)
      on conflict do nothing
      """;

  /** Of cycles under any version with as many levels. */
  private static final String OF_POLICY =
      """
      select l.ordinal, count(*) as sessions, sum(l.agreeing) as agreeing, sum(l.pairs) as pairs
      from level_agreement l join pinned_version p on p.cycle_id = l.cycle_id
      where p.policy_id = :policy and l.scale_size = :size
      group by l.ordinal
      having sum(l.raters) >= :least and sum(l.pairs) > 0
      order by l.ordinal
      """;

  private record Level(int ordinal, long agreeing, long pairs) {}

  private final int leastGroup;

  LevelAgreements(PolicySettings settings) {
    this.leastGroup = settings.leastGroup();
  }

  public Uni<Void> keep(Mutiny.Session db, UUID session, UUID cycle, BlindScores scores) {
    List<Level> levels = scores.byLevel().entrySet().stream().map(LevelAgreements::level).toList();
    return db.createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("session", session)
        .setParameter("cycle", cycle)
        .setParameter("size", scores.scaleSize())
        .setParameter("raters", scores.raters().size())
        .setParameter("levels", Json.write(levels))
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Level level(Map.Entry<Integer, BlindScores.Pairs> found) {
    return new Level(found.getKey(), found.getValue().agreeing(), found.getValue().all());
  }

  /** From which enough raters were asked. */
  Uni<List<LevelNote.Measured>> of(Mutiny.Session db, PolicyVersion version) {
    return Rows.of(db, OF_POLICY)
        .bind("policy", version.policyId())
        .bind("size", version.content().scale().levels().size())
        .bind("least", (long) leastGroup)
        .list(
            row ->
                new LevelNote.Measured(
                    row.integer("ordinal"),
                    row.bigint("sessions"),
                    row.number("agreeing") / row.number("pairs")));
  }
}
