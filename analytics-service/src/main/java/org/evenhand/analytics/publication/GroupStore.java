package org.evenhand.analytics.publication;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.disclosure.FigureKey;
import org.evenhand.analytics.disclosure.Visibility;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Table {@code edition_group}: what each edition says of each group. */
@ApplicationScoped
class GroupStore {

  private static final String KEEP =
      """
      insert into edition_group
        (cycle_id, edition, phase, dimension, value, standing, distribution, from_edition,
         from_phase, counts, strata)
      select cast(:cycle as uuid), cast(:edition as int), g.phase, g.dimension, g.value, g.standing,
             g.distribution, g."fromEdition", g."fromPhase", g.counts, g.strata
      from jsonb_to_recordset(cast(cast(:groups as text) as jsonb))
        as g (phase text, dimension text, value text, standing text, distribution boolean,
              "fromEdition" int, "fromPhase" text, counts jsonb, strata jsonb)
      """;

  private static final String CARRY =
      """
      update edition_group g
      set counts = earlier.counts, strata = earlier.strata, distribution = earlier.distribution
      from edition_group earlier
      where g.cycle_id = :cycle and g.edition = :edition and g.standing = 'CARRIED'
        and earlier.cycle_id = g.cycle_id and earlier.edition = g.from_edition
        and earlier.phase = g.from_phase and earlier.dimension = g.dimension
        and earlier.value = g.value
      """;

  private static final String READ =
      """
      select g.value, g.distribution, cast(g.counts as text) as counts,
             cast(g.strata as text) as strata, g.from_edition, g.from_phase, source.moment, source.published_at
      from edition_group g
      left join edition source
        on source.cycle_id = g.cycle_id and source.number = g.from_edition
      where g.cycle_id = :cycle and g.edition = :edition and g.phase = :phase
        and g.dimension = :dimension
      order by g.value
      """;

  Uni<Void> keep(Mutiny.Session session, Cycle cycle, int edition, List<GroupFigure> groups) {
    return session
        .createNativeQuery(KEEP)
        .setParameter("cycle", cycle.id())
        .setParameter("edition", edition)
        .setParameter("groups", Json.write(groups.stream().map(Kept::of).toList()))
        .executeUpdate()
        .chain(
            () ->
                session
                    .createNativeQuery(CARRY)
                    .setParameter("cycle", cycle.id())
                    .setParameter("edition", edition)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /**
   * The groups of a dimension and phase, and the names of those that are hidden. A group in which
   * somebody once was and nobody is any more is shown by not being named.
   */
  record Found(List<ShownGroup> shown, TreeSet<String> hidden) {

    boolean isEmpty() {
      return shown.isEmpty() && hidden.isEmpty();
    }
  }

  Uni<Found> read(
      Mutiny.Session session, Cycle cycle, Edition edition, Phase phase, String dimension) {
    return Rows.of(session, READ)
        .bind("cycle", cycle.id())
        .bind("edition", edition.number())
        .bind("phase", phase.name())
        .bind("dimension", dimension)
        .list(GroupStore::named)
        .map(GroupStore::found);
  }

  /** A group; without figures when it is hidden. */
  private record Named(String value, Optional<ShownGroup> shown) {}

  private static Named named(Row row) {
    String value = row.text("value");
    return new Named(
        value,
        Optional.ofNullable(row.orNull("counts", Row::text))
            .map(
                shown ->
                    new ShownGroup(
                        value,
                        LevelCounts.of(row.json("counts", long[].class)),
                        strata(row),
                        row.flag("distribution"),
                        row.orNull("from_edition", (from, column) -> source(from)))));
  }

  private static Map<String, LevelCounts> strata(Row row) {
    Map<String, LevelCounts> strata = new TreeMap<>();
    row.json("strata", new TypeReference<Map<String, long[]>>() {})
        .forEach((stratum, counts) -> strata.put(stratum, LevelCounts.of(counts)));
    return strata;
  }

  private static FigureSource source(Row row) {
    return new FigureSource(
        row.integer("from_edition"),
        row.constant("moment", Moment.class),
        row.instant("published_at"),
        row.constant("from_phase", Phase.class));
  }

  private static Found found(List<Named> groups) {
    Found found = new Found(new ArrayList<>(), new TreeSet<>());
    for (Named group : groups) {
      if (group.shown().isEmpty()) {
        found.hidden().add(group.value());
      }
      group.shown().filter(each -> each.counts().people() > 0).ifPresent(found.shown()::add);
    }
    return found;
  }

  private record Kept(
      Phase phase,
      String dimension,
      String value,
      String standing,
      boolean distribution,
      @Nullable Integer fromEdition,
      @Nullable Phase fromPhase,
      @Nullable List<Long> counts,
      @Nullable Map<String, List<Long>> strata) {

    static Kept of(GroupFigure group) {
      Visibility visibility = group.visibility();
      FigureKey from = visibility instanceof Visibility.Carried carried ? carried.from() : null;
      LevelCounts counts = group.counts();
      Map<String, List<Long>> strata = new TreeMap<>();
      group.strata().forEach((stratum, each) -> strata.put(stratum, each.toList()));
      return new Kept(
          group.phase(),
          group.dimension(),
          group.value(),
          from != null ? "CARRIED" : counts != null ? "SHOWN" : "HIDDEN",
          visibility instanceof Visibility.Shown shown && shown.distribution(),
          from == null ? null : from.edition(),
          from == null ? null : from.phase(),
          counts == null ? null : counts.toList(),
          counts == null ? null : strata);
    }
  }
}
