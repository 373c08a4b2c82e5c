package org.evenhand.analytics.finding;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Origin;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Loads judgements and findings. */
@ApplicationScoped
class FindingRepository {

  private static final UUID HIGHEST = new UUID(-1, -1);

  Uni<Optional<Judgement>> lastJudgement(Mutiny.Session session, UUID cycleId) {
    return session
        .createSelectionQuery(
            "from Judgement j where j.cycleId = :cycle order by j.number desc", Judgement.class)
        .setParameter("cycle", cycleId)
        .setMaxResults(1)
        .getResultList()
        .map(found -> found.stream().findFirst());
  }

  Uni<Optional<Finding>> find(Mutiny.Session session, UUID id) {
    return session.find(Finding.class, id).map(Optional::ofNullable);
  }

  /**
   * What a judgement of this cycle may end: every finding of the same cycle, and those of other
   * cycles that are still open. An imported year lies in the past and ends none of the latter.
   */
  Uni<List<Finding>> endable(Mutiny.Session session, Cycle cycle) {
    return session
        .createSelectionQuery(
            """
            from Finding f where (f.cycleId = :cycle and f.state <> CLEARED)
              or (:live = true and f.state in (RAISED, ANSWERED)) order by f.id
            """,
            Finding.class)
        .setParameter("cycle", cycle.id())
        .setParameter("live", cycle.origin() == Origin.LIVE)
        .getResultList();
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
