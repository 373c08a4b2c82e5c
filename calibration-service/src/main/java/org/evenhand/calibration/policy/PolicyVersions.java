package org.evenhand.calibration.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** Knows which version of each policy is in force. */
@ApplicationScoped
public class PolicyVersions {

  private static final String IN_FORCE =
      """
      select version, scale_size, cast(to_jsonb(criteria) as text) as criteria,
             cast(anchors as text) as anchors
      from policy_version where policy_id = :policy and in_force
      """;

  /** What is read anew doesn't hold again where a later version has taken effect since. */
  private static final String TOOK_EFFECT =
      """
      insert into policy_version (policy_id, version, in_force, scale_size, criteria, anchors)
      values (:policy, :version,
              not exists (select 1 from policy_version later
                          where later.policy_id = :policy and later.version > :version),
              :size, cast(:criteria as text[]), cast(cast(:anchors as text) as jsonb))
      on conflict (policy_id, version) do update
      set in_force = excluded.in_force, scale_size = excluded.scale_size,
          criteria = excluded.criteria, anchors = excluded.anchors
      """;

  /** Of two versions the later one holds, also where the event of its end comes late. */
  private static final String EARLIER_ENDED =
      """
      update policy_version set in_force = false
      where policy_id = :policy and version < :version and in_force
      """;

  private static final String ENDED =
      "update policy_version set in_force = false where policy_id = :policy and version = :version";

  /** Empty where the policy isn't known, or none of its versions is in force. */
  public Uni<Optional<VersionInForce>> inForce(Mutiny.Session db, UUID policy) {
    return Rows.unflushed(db, IN_FORCE)
        .bind("policy", policy)
        .atMostOne(
            row ->
                new VersionInForce(
                    row.integer("version"),
                    row.integer("scale_size"),
                    row.json("criteria", new TypeReference<List<String>>() {}),
                    row.json("anchors", new TypeReference<Map<String, String>>() {})));
  }

  Uni<Void> tookEffect(Mutiny.Session db, UUID policy, VersionInForce version) {
    return db.createNativeQuery(TOOK_EFFECT)
        .setParameter("policy", policy)
        .setParameter("version", version.version())
        .setParameter("size", version.scaleSize())
        .setParameter("criteria", version.criteria().toArray(String[]::new))
        .setParameter("anchors", Json.write(version.anchors()))
        .executeUpdate()
        .chain(() -> run(db, EARLIER_ENDED, policy, version.version()));
  }

  Uni<Void> ended(Mutiny.Session db, UUID policy, int version) {
    return run(db, ENDED, policy, version);
  }

  private static Uni<Void> run(Mutiny.Session db, String sql, UUID policy, int version) {
    return db.createNativeQuery(sql)
        .setParameter("policy", policy)
        .setParameter("version", version)
        .executeUpdate()
        .replaceWithVoid();
  }
}
