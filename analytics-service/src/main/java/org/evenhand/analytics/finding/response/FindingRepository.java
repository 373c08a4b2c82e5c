package org.evenhand.analytics.finding.response;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.finding.Finding;
import org.evenhand.analytics.finding.Judgement;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Loads findings and judgements for who may know of them. */
@ApplicationScoped
class FindingRepository {

  private static final UUID HIGHEST = new UUID(-1, -1);

  private static final String AUDIT =
      """
      select id from access_audit
      where kind || ' ' || year = :text or cast(id as text) = lower(:text)
      """;

  Uni<Optional<Finding>> find(Mutiny.Session session, UUID id) {
    return session.find(Finding.class, id).map(Optional::ofNullable);
  }

  /** What was judged of opportunities under this key, for example {@code STRETCH 2026}, or id. */
  Uni<Optional<UUID>> audit(Mutiny.Session session, String keyOrId) {
    return Rows.of(session, AUDIT).bind("text", keyOrId).atMostOne(row -> row.uuid("id"));
  }

  /**
   * The newest first.
   *
   * @param cycles those that the caller may know of; empty for all
   */
  Uni<List<Finding>> list(
      Mutiny.Session session,
      FindingFilter filter,
      Optional<UUID> cycle,
      Optional<List<UUID>> cycles,
      @Nullable UUID before,
      int limit) {
    Map<String, Object> parameters = new HashMap<>();
    StringBuilder where = visible(parameters, cycle, cycles, before);
    and(where, parameters, "f.metric = :metric", "metric", filter.metric());
    and(where, parameters, "f.verdict = :verdict", "verdict", filter.verdict());
    and(where, parameters, "f.state = :state", "state", filter.state());
    and(where, parameters, "f.dimension = :dimension", "dimension", filter.dimension());
    return page(session, Finding.class, where, parameters, limit);
  }

  /** The newest first. */
  Uni<List<Judgement>> judgements(
      Mutiny.Session session,
      Optional<UUID> cycle,
      Optional<List<UUID>> cycles,
      @Nullable UUID before,
      int limit) {
    Map<String, Object> parameters = new HashMap<>();
    StringBuilder where = visible(parameters, cycle, cycles, before);
    return page(session, Judgement.class, where, parameters, limit);
  }

  private static StringBuilder visible(
      Map<String, Object> parameters,
      Optional<UUID> cycle,
      Optional<List<UUID>> cycles,
      @Nullable UUID before) {
    parameters.put("before", before == null ? HIGHEST : before);
    StringBuilder where = new StringBuilder("f.id < :before");
    and(where, parameters, "f.cycleId = :cycle", "cycle", cycle);
    and(where, parameters, "f.cycleId in (:cycles)", "cycles", cycles);
    return where;
  }

  private static <T> Uni<List<T>> page(
      Mutiny.Session session,
      Class<T> type,
      StringBuilder where,
      Map<String, Object> parameters,
      int limit) {
    var query =
        session
            .createSelectionQuery(
                "from " + type.getSimpleName() + " f where " + where + " order by f.id desc", type)
            .setMaxResults(limit);
    parameters.forEach(query::setParameter);
    return query.getResultList();
  }

  private static void and(
      StringBuilder where,
      Map<String, Object> parameters,
      String condition,
      String name,
      Optional<?> value) {
    value.ifPresent(
        present -> {
          where.append(" and ").append(condition);
          parameters.put(name, present);
        });
  }
}
