package org.evenhand.analytics.guidance;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Origin;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** Stores the guidance of policy versions, and finds the one under which a cycle was rated. */
@ApplicationScoped
public class Guidances {

  private static final String KEEP =
      """
      insert into policy_guidance
      select g.* from jsonb_populate_recordset(
        cast(null as policy_guidance), cast(cast(:guidances as text) as jsonb)) g
      order by g.policy_id, g.version
      on conflict (policy_id, version) do update set
        scale_size = excluded.scale_size, levels = excluded.levels
      """;

  private static final String OF_CYCLE =
      """
      select c.policy_id, c.policy_version, g.scale_size, cast(g.levels as text) as levels
      from cycle c
      left join policy_guidance g on g.policy_id = c.policy_id and g.version = c.policy_version
      where c.cycle_id = :cycle
      """;

  private static final TypeReference<List<GuidedLevel>> LEVELS = new TypeReference<>() {};

  /** Stores what versions expect, at most one row for each; a repeat changes nothing. */
  public Uni<Void> keep(Mutiny.Session session, List<PolicyGuidance> guidances) {
    return session
        .createNativeQuery(KEEP)
        .setParameter("guidances", Json.write(guidances))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Topics have no order among each other, so a cycle may be known before its policy. */
  public Uni<Guidance> of(Mutiny.Session session, Cycle cycle) {
    if (cycle.origin() == Origin.HISTORY) {
      return Uni.createFrom().item(Guidance.none(GuidanceState.IMPORTED, null, null));
    }
    return Rows.of(session, OF_CYCLE).bind("cycle", cycle.id()).one(Guidances::guidance);
  }

  private static Guidance guidance(Row row) {
    UUID policyId = row.orNull("policy_id", Row::uuid);
    Integer version = row.orNull("policy_version", Row::integer);
    Integer scaleSize = row.orNull("scale_size", Row::integer);
    if (scaleSize == null) {
      return Guidance.none(GuidanceState.UNKNOWN, policyId, version);
    }
    List<GuidedLevel> levels = row.json("levels", LEVELS);
    return levels.isEmpty()
        ? Guidance.none(GuidanceState.NONE, policyId, version)
        : new Guidance(GuidanceState.GIVEN, policyId, version, scaleSize, levels);
  }
}
