package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.stream.Collectors;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Table {@code edition_evidence}: what the ratings of each group rest on. Of a cycle it is
 * published with one edition, the first that can tell of any group: who compares figures of two
 * moments learns what one person has changed. Levels off the middle need observations, so how many
 * there are says something of the ratings: it is told of groups whose distribution is shown.
 */
@ApplicationScoped
public class EvidenceStore {

  // Without the offset, the planner loses the row on its way into the function.
  private static final String KEEP =
      """
      insert into edition_evidence (cycle_id, dimension, value, edition, sums)
      select g.cycle_id, g.dimension, g.value, g.edition, summed.sums
      from (
        select s.dimension, s.value,
               bool_and((each.f).evidence is not null) as known,
               jsonb_build_object(
                 'reviews', count(*),
                 'observed', count((each.f).evidence ->> 'daysSince'),
                 'observations', sum(cast((each.f).evidence ->> 'observations' as int)),
                 'withImpact', sum(cast((each.f).evidence ->> 'withImpact' as int)),
                 'criteriaWithout', sum(cast((each.f).evidence ->> 'criteriaWithout' as int)),
                 'days', coalesce(sum(cast((each.f).evidence ->> 'daysSince' as int)), 0)) as sums
        from (
          select f from rating_fact f
          where f.cycle_id = :cycle and f.scale_size = :size
            and f.favourable_from = :favourableFrom
          offset 0) each
        cross join lateral shares_of(each.f) s
        where s.before is not null
          and s.dimension in (select key from demographics.dimension)
        group by s.dimension, s.value) summed
      join edition_group g
        on g.cycle_id = :cycle and g.edition = :edition and g.phase = 'BEFORE'
          and g.dimension = summed.dimension and g.value = summed.value
      where g.standing = 'SHOWN' and g.distribution and summed.known
        and not exists (select 1 from edition_evidence earlier where earlier.cycle_id = :cycle)
      """;

  private static final String READ =
      """
      select e.value, cast(e.sums as text) as sums, e.edition, made.moment, made.published_at
      from edition_evidence e
      join edition made on made.cycle_id = e.cycle_id and made.number = e.edition
      where e.cycle_id = :cycle and e.dimension = :dimension
      """;

  /** A group's figure, and with which edition of the cycle it was published. */
  public record Published(EvidenceSums sums, ReleaseView.EditionView edition) {}

  /** Of an edition whose groups are kept already. */
  Uni<Void> keep(Mutiny.Session session, Cycle cycle, Edition edition) {
    return session
        .createNativeQuery(KEEP)
        .setParameter("cycle", cycle.id())
        .setParameter("edition", edition.number())
        .setParameter("size", edition.scale().size())
        .setParameter("favourableFrom", edition.scale().favourableFrom())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** By group of a dimension. */
  public Uni<Map<String, Published>> read(Mutiny.Session session, Cycle cycle, String dimension) {
    return Rows.of(session, READ)
        .bind("cycle", cycle.id())
        .bind("dimension", dimension)
        .list(row -> Map.entry(row.text("value"), published(row)))
        .map(
            groups ->
                groups.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  private static Published published(Row row) {
    return new Published(
        row.json("sums", EvidenceSums.class),
        new ReleaseView.EditionView(
            row.integer("edition"),
            row.constant("moment", Moment.class),
            row.instant("published_at")));
  }
}
