package org.evenhand.analytics.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/** Table {@code edition}: when something of a cycle was published. */
@ApplicationScoped
class EditionStore {

  private static final String LAST =
      """
      select number, moment, published_at, scale_size, favourable_from, cast(phases as text) as phases,
             fingerprint, shared
      from edition where cycle_id = :cycle
      order by number desc limit 1
      """;

  private static final String KEEP =
      """
      insert into edition
        (cycle_id, number, moment, published_at, scale_size, favourable_from, phases, fingerprint,
         shared)
      values (:cycle, :number, :moment, :at, :size, :favourableFrom,
              cast(cast(:phases as text) as jsonb), :fingerprint, false)
      """;

  // Of a cycle from another system everything is; what was put aside to be counted anew says
  // nothing.
  private static final String MARK_SHARED =
      """
      update edition e set shared = true
      where e.cycle_id = :cycle and not e.shared
        and not exists (select 1 from rebuild where state = 'RUNNING')
        and not exists (
          select 1 from demographics.snapshot s
          left join rating_fact f
            on f.review_id = s.review_id
           and (is_shared(f.state) or f.state = 'RECORDED')
          where s.cycle_id = e.cycle_id and s.dimension = 'none' and s.first_edition <= e.number
            and coalesce(s.last_edition, e.number) >= e.number and f.review_id is null)
      """;

  private static final String IS_BEING_SHARED =
      """
      select 1 from edition e join cycle c using (cycle_id)
      where e.cycle_id = :cycle and not e.shared and c.changed_at > :since
        and e.number = (select max(number) from edition where cycle_id = :cycle)
      """;

  private static final String FINGERPRINT =
      """
      select encode(sha256(convert_to(string_agg(cell, ',' order by cell), 'UTF8')), 'hex')
               as fingerprint
      from (
        select concat_ws('|', phase, dimension, value, stratum, scale_size, favourable_from,
                         ordinal, n) as cell
        from count_cell where cycle_id = :cycle and n <> 0
        union all
        select key from demographics.dimension
        union all
        select '') cells
      """;

  /** Empty while nothing of the cycle has been published. */
  Uni<Optional<Edition>> last(Mutiny.Session session, Cycle cycle) {
    return Rows.of(session, LAST).bind("cycle", cycle.id()).atMostOne(EditionStore::edition);
  }

  Uni<Void> keep(Mutiny.Session session, Cycle cycle, Edition edition) {
    return session
        .createNativeQuery(KEEP)
        .setParameter("cycle", cycle.id())
        .setParameter("number", edition.number())
        .setParameter("moment", edition.moment().name())
        .setParameter("at", edition.publishedAt())
        .setParameter("size", edition.scale().size())
        .setParameter("favourableFrom", edition.scale().favourableFrom())
        .setParameter("phases", Json.write(edition.phases()))
        .setParameter("fingerprint", edition.fingerprint())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Says of the editions in which every rating has been shared by now that it has. */
  Uni<Void> markShared(Mutiny.Session session, Cycle cycle) {
    return session
        .createNativeQuery(MARK_SHARED)
        .setParameter("cycle", cycle.id())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Whether more of a cycle has been counted since, and its last edition is not shared yet. */
  Uni<Boolean> isBeingShared(Mutiny.Session session, Cycle cycle, Instant since) {
    return Rows.of(session, IS_BEING_SHARED).bind("cycle", cycle.id()).bind("since", since).any();
  }

  /** Of the counts, and of the dimensions that there are. */
  Uni<String> fingerprint(Mutiny.Session session, Cycle cycle) {
    return Rows.of(session, FINGERPRINT)
        .bind("cycle", cycle.id())
        .one(row -> row.text("fingerprint"));
  }

  private static Edition edition(Row row) {
    return new Edition(
        row.integer("number"),
        row.constant("moment", Moment.class),
        row.instant("published_at"),
        new Scale(row.integer("scale_size"), row.integer("favourable_from")),
        row.json("phases", new TypeReference<Map<Phase, Edition.Extent>>() {}),
        row.text("fingerprint"),
        row.flag("shared"));
  }
}
