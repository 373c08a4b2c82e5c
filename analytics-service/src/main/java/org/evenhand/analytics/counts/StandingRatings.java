package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lets the ratings of a live cycle stand as they will be shared. */
@ApplicationScoped
public class StandingRatings {

  // Results that will be shared as they stand, which marks NOT_CALIBRATED whatever no session has
  // decided.
  private static final String STOOD =
      """
      from (
        select f, -1 as step from rating_fact f
        where f.cycle_id = :cycle and f.state = 'SUBMITTED'
        union all
        select jsonb_populate_record(f, jsonb_build_object(
                 'state', 'NOT_CALIBRATED', 'ordinal', coalesce(f.ordinal, f.original_ordinal))), 1
        from rating_fact f
        where f.cycle_id = :cycle and f.state = 'SUBMITTED'
      ) moved
      """;

  private static final String STAND = "update cycle set standing = true where cycle_id = :cycle";

  private static final String IS_STANDING = "select standing from cycle where cycle_id = :cycle";

  /**
   * Counts the ratings of a live cycle from now on as they will be shared: those that no session
   * has decided on stand as their reviewers gave them. The caller keeps everybody from counting
   * meanwhile.
   */
  public Uni<Void> stand(Mutiny.Session session, Cycle cycle) {
    return Rows.of(session, IS_STANDING)
        .bind("cycle", cycle.id())
        .one(row -> row.flag("standing"))
        .chain(
            stands ->
                stands
                    ? Uni.createFrom().voidItem()
                    : of(
                            cycle,
                            session.createNativeQuery(RatingCounts.MOVE_COUNTS.formatted(STOOD)))
                        .chain(() -> of(cycle, session.createNativeQuery(STAND))));
  }

  private static Uni<Void> of(Cycle cycle, Mutiny.MutationQuery query) {
    return query.setParameter("cycle", cycle.id()).executeUpdate().replaceWithVoid();
  }
}
