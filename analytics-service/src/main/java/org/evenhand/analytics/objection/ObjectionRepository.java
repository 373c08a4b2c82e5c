package org.evenhand.analytics.objection;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Loads objections, and finds out whether there is something to object to. */
@ApplicationScoped
class ObjectionRepository {

  /** Of nobody, and after every id. */
  private static final UUID HIGHEST = new UUID(-1, -1);

  // Live figures and those of blind samples are shown, and so seen, separately.
  private static final String SEEN =
      """
      select 1 from rater_profile_shown where cycle_id = :cycle and reviewer_id = :rater
      union
      select 1 from blind_severity_shown where cycle_id = :cycle and rater_id = :rater
      """;

  Uni<Optional<Objection>> find(Mutiny.Session session, UUID id) {
    return session.find(Objection.class, id).map(Optional::ofNullable);
  }

  /** Whether a rater has seen figures of themself in this cycle. */
  Uni<Boolean> hasSeenProfile(Mutiny.Session session, UUID cycle, UUID rater) {
    return Rows.of(session, SEEN).bind("cycle", cycle).bind("rater", rater).any();
  }

  /** The objection that rules out another one. */
  Uni<Optional<Objection>> standing(Mutiny.Session session, UUID cycle, UUID rater) {
    return session
        .createSelectionQuery(
            "from Objection o where o.cycleId = :cycle and o.raterId = :rater"
                + " and o.state <> DECLINED",
            Objection.class)
        .setParameter("cycle", cycle)
        .setParameter("rater", rater)
        .getResultList()
        .map(found -> found.stream().findFirst());
  }

  /** The objections that the reader may know of, the newest first. */
  Uni<List<Objection>> list(
      Mutiny.Session session,
      Reader reader,
      Optional<UUID> cycle,
      Optional<ObjectionState> state,
      @Nullable UUID before,
      int limit) {
    Set<UUID> above = new HashSet<>(reader.above());
    above.add(HIGHEST);
    var query =
        session
            .createSelectionQuery(
                "from Objection o where o.id < :before"
                    + (reader.lead()
                        ? " and o.raterId not in (:raters)"
                        : " and o.raterId in (:raters)")
                    + (cycle.isPresent() ? " and o.cycleId = :cycle" : "")
                    + (state.isPresent() ? " and o.state = :state" : "")
                    + " order by o.id desc",
                Objection.class)
            .setParameter("before", before == null ? HIGHEST : before)
            .setParameter("raters", reader.lead() ? above : Set.of(reader.person()))
            .setMaxResults(limit);
    cycle.ifPresent(value -> query.setParameter("cycle", value));
    state.ifPresent(value -> query.setParameter("state", value));
    return query.getResultList();
  }
}
