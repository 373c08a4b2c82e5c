package org.evenhand.analytics.yearly;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.disclosure.FigureKey;
import org.evenhand.analytics.disclosure.Place;
import org.evenhand.analytics.disclosure.Profile;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Table {@code demographics.yearly_place}: where everybody counted in which figure. */
@ApplicationScoped
class YearlyPlaces {

  // What persons have declared leaves the database by profile only.
  private static final String TAKE =
      """
      insert into demographics.yearly_place (number, dimension, employee_id, value, level)
      select f.number, known.key, p.employee_id, coalesce(held.value, 'undeclared'), p.level
      from yearly_figure f
      join %s p on p.kind = f.kind and p.year = f.year
      cross join demographics.dimension known
      left join demographics.declaration held
        on held.dimension = known.key and held.employee_id = p.employee_id
      where f.room = :room and f.year = :year
      """;

  // Until the second year after, figures are held against who stood where; from then on against
  // who counted.
  private static final String FORGET_LEVELS =
      """
      with old as (
        update yearly_figure set has_levels = false
        where has_levels and year < cast(:year as int) - 1
        returning number
      )
      update demographics.yearly_place s set level = null from old where s.number = old.number
      """;

  private static final String PROFILES =
      """
      select places, count(*) as people
      from (
        select cast(jsonb_agg(jsonb_build_array(s.number, coalesce(s.level, 1), s.value)
               order by s.number) as text) as places
        from demographics.yearly_place s
        where s.dimension = :dimension
          and s.number in (
            select cast(jsonb_array_elements_text(cast(cast(:numbers as text) as jsonb)) as int))
        group by s.employee_id) each
      group by places
      order by places
      """;

  /** Keeps where everybody counts in the figures of a year, which are kept already. */
  Uni<Void> take(Mutiny.Session session, FigureYear year) {
    return session
        .createNativeQuery(TAKE.formatted(year.room().people()), new AffectedEntities())
        .setParameter("room", year.room().name())
        .setParameter("year", year.year())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Once a year is published, nobody needs to know who stood where in the last one but one. */
  Uni<Void> forgetLevels(Mutiny.Session session, FigureYear year) {
    return session
        .createNativeQuery(FORGET_LEVELS, new AffectedEntities())
        .setParameter("year", year.year())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Everybody who counts in one of these figures, alike ones together. */
  Uni<List<Profile>> profiles(
      Mutiny.Session session, Dimension dimension, List<FigureKey> figures) {
    Map<Integer, Integer> order = new HashMap<>();
    figures.forEach(figure -> order.put(figure.edition(), order.size()));
    Map<Place, Optional<Place>> known = new HashMap<>();
    return Rows.of(session, PROFILES)
        .bind("dimension", dimension.key())
        .bind("numbers", Json.write(order.keySet()))
        .list(row -> profile(row, order, known));
  }

  /** Places are few, and people many: each place is one object. */
  private static Profile profile(
      Row row, Map<Integer, Integer> order, Map<Place, Optional<Place>> known) {
    Place[] places = new Place[order.size()];
    for (Object[] each : row.json("places", Object[][].class)) {
      int at = Objects.requireNonNull(order.get((Integer) each[0]));
      places[at] = new Place((String) each[2], (Integer) each[1]);
    }
    return new Profile(
        Arrays.stream(places)
            .map(
                place ->
                    place == null
                        ? Optional.<Place>empty()
                        : known.computeIfAbsent(place, Optional::of))
            .toList(),
        row.bigint("people"));
  }
}
