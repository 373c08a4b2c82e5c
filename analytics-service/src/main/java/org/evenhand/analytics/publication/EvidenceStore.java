package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.evenhand.analytics.AnalyticsConfig;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.disclosure.DisclosureRules;
import org.evenhand.analytics.publication.EvidenceDisclosure.Alike;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Table {@code edition_evidence}: what the ratings of each group rest on. Of a cycle it is
 * published with one edition, the first that can tell of any group: who compares figures of two
 * moments learns what one person has changed.
 */
@ApplicationScoped
public class EvidenceStore {

  // Without the offset, the planner loses the row on its way into the function. What persons have
  // declared leaves the database by band only.
  private static final String PEOPLE =
      """
      select s.value as "group", each.evidence is not null as told, %s,
             coalesce(g.standing = 'SHOWN' and g.distribution, false) as distribution,
             count(*) as people
      from (
        select f, f.evidence as evidence from rating_fact f
        where f.cycle_id = :cycle and f.scale_size = :size
          and f.favourable_from = :favourableFrom
        offset 0) each
      cross join lateral shares_of(each.f) s
      left join edition_group g
        on g.cycle_id = :cycle and g.edition = :edition and g.phase = 'BEFORE'
          and g.dimension = s.dimension and g.value = s.value
      where s.before is not null and s.dimension = :dimension
      group by 1, 2, %s, g.standing, g.distribution
      """
          .formatted(
              Stream.of(EvidenceMeasure.values())
                  .map(measure -> "%s as \"%s\"".formatted(measure.sql(), measure))
                  .collect(Collectors.joining(", ")),
              IntStream.range(0, EvidenceMeasure.values().length)
                  .mapToObj(measure -> String.valueOf(measure + 3))
                  .collect(Collectors.joining(", ")));

  private static final String KEEP =
      """
      insert into edition_evidence (cycle_id, dimension, value, edition, bands)
      select cast(:cycle as uuid), cast(:dimension as text), told.key, cast(:edition as int),
             told.value
      from jsonb_each(cast(cast(:figures as text) as jsonb)) told
      """;

  private static final String READ =
      """
      select e.value, cast(e.bands as text) as bands, e.edition, made.moment, made.published_at
      from edition_evidence e
      join edition made on made.cycle_id = e.cycle_id and made.number = e.edition
      where e.cycle_id = :cycle and e.dimension = :dimension
      """;

  /** A group's figures, and with which edition they were published. */
  public record Published(EvidenceFigures figures, ReleaseView.EditionView edition) {}

  private final DisclosureRules rules;

  EvidenceStore(AnalyticsConfig config) {
    this.rules = new DisclosureRules(config.leastGroup(), config.leastDistribution());
  }

  /** Of an edition whose groups are kept already. */
  Uni<Void> keep(Mutiny.Session session, Cycle cycle, Edition edition, List<Dimension> dimensions) {
    return Rows.of(session, "select e.edition from edition_evidence e where e.cycle_id = :cycle")
        .bind("cycle", cycle.id())
        .any()
        .chain(
            told ->
                told
                    ? Uni.createFrom().voidItem()
                    : Multi.createFrom()
                        .iterable(dimensions)
                        .onItem()
                        .transformToUniAndConcatenate(
                            dimension -> keep(session, cycle, edition, dimension))
                        .collect()
                        .last());
  }

  private Uni<Void> keep(
      Mutiny.Session session, Cycle cycle, Edition edition, Dimension dimension) {
    return Rows.of(session, PEOPLE)
        .bind("cycle", cycle.id())
        .bind("edition", edition.number())
        .bind("size", edition.scale().size())
        .bind("favourableFrom", edition.scale().favourableFrom())
        .bind("dimension", dimension.key())
        .list(EvidenceStore::alike)
        .map(people -> EvidenceDisclosure.decide(people, dimension.undeclared(), rules))
        .chain(
            figures ->
                session
                    .createNativeQuery(KEEP)
                    .setParameter("cycle", cycle.id())
                    .setParameter("dimension", dimension.key())
                    .setParameter("edition", edition.number())
                    .setParameter("figures", Json.write(figures))
                    .executeUpdate())
        .replaceWithVoid();
  }

  private static Alike alike(Row row) {
    Map<EvidenceMeasure, Integer> bands = new EnumMap<>(EvidenceMeasure.class);
    if (row.flag("told")) {
      for (EvidenceMeasure measure : EvidenceMeasure.values()) {
        bands.put(measure, row.integer(measure.name()));
      }
    }
    return new Alike(row.text("group"), bands, row.flag("distribution"), row.bigint("people"));
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
        row.json("bands", EvidenceFigures.class),
        new ReleaseView.EditionView(
            row.integer("edition"),
            row.constant("moment", Moment.class),
            row.instant("published_at")));
  }
}
