package org.evenhand.calibration.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.calibration.policy.VersionInForce.Scope;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** Knows which version of each policy is in force. */
@ApplicationScoped
public class PolicyVersions {

  private static final String IN_FORCE =
      """
      select version, scale_size, cast(to_jsonb(criteria) as text) as criteria,
             cast(anchors as text) as anchors, cast(scope as text) as scope, checks_a_quarter
      from policy_version where policy_id = :policy and in_force
      """;

  /**
   * The policies that bind somebody, each by the version that held at a time. Should two of them
   * say something, the one that asks for more counts.
   */
  private static final String CHECKS =
      """
      select max(v.checks_a_quarter) as checks
      from person p, (
        select distinct on (policy_id) * from policy_version
        where since <= :at order by policy_id, version desc) v
      where p.id = :person and (v.until is null or v.until > :at)
        and (v.scope -> 'countries' = '[]' or v.scope -> 'countries' @> to_jsonb(p.country))
        and (v.scope -> 'legalEntities' = '[]'
          or v.scope -> 'legalEntities' @> to_jsonb(p.legal_entity))
        and (v.scope -> 'workerTypes' = '[]' or v.scope -> 'workerTypes' @> to_jsonb(p.worker_type))
      """;

  /** What is read anew doesn't hold again where a later version has taken effect since. */
  private static final String TOOK_EFFECT =
      """
      insert into policy_version (policy_id, version, in_force, scale_size, criteria, anchors,
                                  scope, checks_a_quarter, since)
      values (:policy, :version,
              not exists (select 1 from policy_version later
                          where later.policy_id = :policy and later.version > :version),
              :size, cast(:criteria as text[]), cast(cast(:anchors as text) as jsonb),
              cast(cast(:scope as text) as jsonb), cast(:checks as int), :at)
      on conflict (policy_id, version) do update
      set in_force = excluded.in_force, scale_size = excluded.scale_size,
          criteria = excluded.criteria, anchors = excluded.anchors, scope = excluded.scope,
          checks_a_quarter = excluded.checks_a_quarter, since = excluded.since
      """;

  /** Of two versions the later one holds, also where the event of its end comes late. */
  private static final String EARLIER_ENDED =
      """
      update policy_version set in_force = false
      where policy_id = :policy and version < :version and in_force
      """;

  private static final String ENDED =
      """
      update policy_version set in_force = false, until = :at
      where policy_id = :policy and version = :version
      """;

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
                    row.json("anchors", new TypeReference<Map<String, String>>() {}),
                    row.json("scope", new TypeReference<Scope>() {}),
                    row.orNull("checks_a_quarter", Row::integer)));
  }

  /** How many checks of a quarter somebody's policy asked for then; empty where it said nothing. */
  public Uni<Optional<Integer>> checksAQuarter(Mutiny.Session db, UUID person, Instant at) {
    return Rows.unflushed(db, CHECKS)
        .bind("person", person)
        .bind("at", at.atOffset(ZoneOffset.UTC))
        .one(row -> Optional.ofNullable(row.orNull("checks", Row::integer)));
  }

  Uni<Void> tookEffect(Mutiny.Session db, UUID policy, VersionInForce version, Instant at) {
    return db.createNativeQuery(TOOK_EFFECT)
        .setParameter("policy", policy)
        .setParameter("version", version.version())
        .setParameter("size", version.scaleSize())
        .setParameter("criteria", version.criteria().toArray(String[]::new))
        .setParameter("anchors", Json.write(version.anchors()))
        .setParameter("scope", Json.write(version.scope()))
        .setParameter("checks", version.checksAQuarter())
        .setParameter("at", at.atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .chain(
            () ->
                db.createNativeQuery(EARLIER_ENDED)
                    .setParameter("policy", policy)
                    .setParameter("version", version.version())
                    .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Void> ended(Mutiny.Session db, UUID policy, int version, Instant at) {
    return db.createNativeQuery(ENDED)
        .setParameter("policy", policy)
        .setParameter("version", version)
        .setParameter("at", at.atOffset(ZoneOffset.UTC))
        .executeUpdate()
        .replaceWithVoid();
  }
}
