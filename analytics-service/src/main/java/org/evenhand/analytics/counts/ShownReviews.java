package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Remembers what is shown of a review when it changes (table {@code unseen_change}): until the
 * change is shown too, the counts less the unseen changes are what everybody sees. Nothing has to
 * be remembered of a cycle of which nothing is published, nor of groups of which nothing is.
 */
final class ShownReviews {

  private static final String REMEMBER =
      """
      insert into demographics.unseen_change
        (cycle_id, review_id, dimension, value, stratum, before, after)
      select (moved.f).cycle_id, (moved.f).review_id, s.dimension,
             max(s.value) filter (where moved.step < 0),
             max(s.stratum) filter (where moved.step < 0),
             max(s.before) filter (where moved.step < 0),
             max(s.after) filter (where moved.step < 0)
      %s
      cross join lateral shown_of(moved.f) s
      where exists (
        select 1 from cycle c
        where c.cycle_id = (moved.f).cycle_id and c.published_changes >= 0)
      group by 1, 2, 3
      having (max(s.value) filter (where moved.step < 0),
              max(s.stratum) filter (where moved.step < 0),
              max(s.before) filter (where moved.step < 0),
              max(s.after) filter (where moved.step < 0))
        is distinct from
             (max(s.value) filter (where moved.step > 0),
              max(s.stratum) filter (where moved.step > 0),
              max(s.before) filter (where moved.step > 0),
              max(s.after) filter (where moved.step > 0))
      order by 2, 3
      on conflict (review_id, dimension) do nothing
      """;

  /** While everything is counted anew, what is shown is what lies aside. */
  private static final String IS_SHOWN =
      """
      select exists (select 1 from cycle where cycle_id in (:cycles) and published_changes >= 0)
         and not exists (select 1 from rebuild where state = 'RUNNING')
      """;

  // What came while everything was counted anew.
  private static final String SINCE_ASIDE =
      """
      from (
        select a as f, -1 as step
        from facts_aside() a left join rating_fact f on f.review_id = a.review_id
        where a is distinct from f
        union all
        select f, 1
        from rating_fact f left join facts_aside() a on a.review_id = f.review_id
        where f is distinct from a
      ) moved
      """;

  private ShownReviews() {}

  /**
   * Before facts change.
   *
   * @param moved a from clause of facts {@code moved.f} as they are and as they will be, with
   *     {@code moved.step} -1 and 1
   */
  static Mutiny.MutationQuery remember(Mutiny.Session session, String moved) {
    return session.createNativeQuery(REMEMBER.formatted(moved));
  }

  /** Whether something of these cycles may be shown of which a change has to be remembered. */
  static Uni<Boolean> isShown(Mutiny.Session session, Collection<UUID> cycles) {
    return session
        .createNativeQuery(IS_SHOWN, Boolean.class)
        .setParameter("cycles", cycles)
        .getSingleResult();
  }

  /** Once everything has been counted anew, before what lies aside is forgotten. */
  static Uni<Void> rememberSinceAside(Mutiny.Session session) {
    return remember(session, SINCE_ASIDE).executeUpdate().replaceWithVoid();
  }
}
