package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** Table {@code unseen_change}: which reviews are shown otherwise than they are. */
@ApplicationScoped
class UnseenChanges {

  // A dimension shows of a review what the total shows: whoever waits there waits everywhere.
  private static final String SPREAD =
      """
      with missing as materialized (
        select u.review_id, d.dimension
        from demographics.unseen_change u
        cross join jsonb_array_elements_text(cast(cast(:dimensions as text) as jsonb)) d (dimension)
        where u.cycle_id = :cycle and u.dimension = 'none' and d.dimension <> 'none'
          and not exists (
            select 1 from demographics.unseen_change known
            where known.review_id = u.review_id and known.dimension = d.dimension)
      )
      insert into demographics.unseen_change
        (cycle_id, review_id, dimension, value, stratum, before, after)
      select cast(:cycle as uuid), m.review_id, m.dimension, s.value, s.stratum, s.before, s.after
      from (
        select missing.review_id, missing.dimension, f
        from missing join rating_fact f on f.review_id = missing.review_id offset 0) m
      left join lateral (
        select w.value, w.stratum, w.before, w.after from shown_of(m.f) w
        where w.dimension = m.dimension) s on true
      on conflict (review_id, dimension) do nothing
      """;

  private static final String SEEN =
      """
      delete from demographics.unseen_change u using demographics.edition_change c
      where u.review_id = c.review_id and u.dimension = c.dimension and not c.unseen
      """;

  private static final String UNSEEN =
      """
      update demographics.unseen_change u
      set value = c.next_value, stratum = c.next_stratum, before = c.next_before,
          after = c.next_after
      from demographics.edition_change c
      where u.review_id = c.review_id and u.dimension = c.dimension and c.unseen
        and (u.value, u.stratum, u.before, u.after)
          is distinct from (c.next_value, c.next_stratum, c.next_before, c.next_after)
      """;

  private static final String FORGET =
      "delete from demographics.unseen_change where cycle_id = :cycle";

  /** Gives whoever waits in the total a change in each of these dimensions too. */
  Uni<Void> spread(Mutiny.Session session, Cycle cycle, Collection<String> dimensions) {
    return session
        .createNativeQuery(SPREAD)
        .setParameter("cycle", cycle.id())
        .setParameter("dimensions", Json.write(dimensions))
        .executeUpdate()
        .replaceWithVoid();
  }

  /**
   * Keeps what the edition has decided to show of each; those that are shown as they are are no
   * change any more.
   */
  Uni<Void> keep(Mutiny.Session session) {
    return session
        .createNativeQuery(SEEN)
        .executeUpdate()
        .chain(() -> session.createNativeQuery(UNSEEN).executeUpdate())
        .replaceWithVoid();
  }

  /** As if nothing of the cycle had been published. */
  Uni<Void> forget(Mutiny.Session session, Cycle cycle) {
    return session
        .createNativeQuery(FORGET)
        .setParameter("cycle", cycle.id())
        .executeUpdate()
        .replaceWithVoid();
  }
}
