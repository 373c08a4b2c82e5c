package org.evenhand.analytics.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.disclosure.FigureKey;
import org.evenhand.analytics.disclosure.Place;
import org.evenhand.analytics.disclosure.Profile;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/** Table {@code demographics.access_place}: where everybody counted in which audit. */
@ApplicationScoped
class FunnelPlaces {

  // What persons have declared leaves the database by profile only.
  private static final String TAKE =
      """
      insert into demographics.access_place (number, dimension, employee_id, value, stage)
      select a.number, known.key, p.employee_id, coalesce(held.value, 'undeclared'), p.stage
      from access_audit a
      join access_person p on p.kind = a.kind and p.year = a.year
      cross join demographics.dimension known
      left join demographics.declaration held
        on held.dimension = known.key and held.employee_id = p.employee_id
      where a.year = :year
      """;

  private static final String STRATA =
      """
      select s.number, s.value, j.job,
        cast(jsonb_build_array(
          count(*) filter (where s.stage = 1), count(*) filter (where s.stage = 2),
          count(*) filter (where s.stage = 3), count(*) filter (where s.stage = 4)) as text)
          as furthest
      from demographics.access_place s
      join access_audit a on a.number = s.number and a.year = :year
      join access_job j
        on j.kind = a.kind and j.year = a.year and j.employee_id = s.employee_id
      where s.dimension = :dimension
      group by s.number, s.value, j.job
      """;

  // Until the second year after, figures are held against who came how far; from then on against
  // who counted.
  private static final String FORGET_STAGES =
      """
      with old as (
        update access_audit set has_stages = false
        where has_stages and year < cast(:year as int) - 1
        returning number
      )
      update demographics.access_place s set stage = null from old where s.number = old.number
      """;

  private static final String PROFILES =
      """
      select places, count(*) as people
      from (
        select cast(jsonb_agg(jsonb_build_object(
                 'number', s.number, 'group', s.value, 'stage', coalesce(s.stage, 1))
               order by s.number) as text) as places
        from demographics.access_place s
        where s.dimension = :dimension
          and s.number in (
            select cast(jsonb_array_elements_text(cast(cast(:numbers as text) as jsonb)) as int))
        group by s.employee_id) each
      group by places
      order by places
      """;

  /** Keeps where everybody counts in the audits of a year, which are kept already. */
  Uni<Void> take(Mutiny.Session session, AuditYear year) {
    return session
        .createNativeQuery(TAKE, new AffectedEntities())
        .setParameter("year", year.year())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Once a year is published, nobody needs to know who came how far in the last one but one. */
  Uni<Void> forgetStages(Mutiny.Session session, AuditYear year) {
    return session
        .createNativeQuery(FORGET_STAGES, new AffectedEntities())
        .setParameter("year", year.year())
        .executeUpdate()
        .replaceWithVoid();
  }

  /** The people of a group in an audit who had the same job; those without one are in none. */
  record Stratum(int number, String group, String name, LevelCounts furthest) {}

  /** Of the audits of a year that has just been taken. */
  Uni<List<Stratum>> strata(Mutiny.Session session, AuditYear year, Dimension dimension) {
    return Rows.of(session, STRATA)
        .bind("dimension", dimension.key())
        .bind("year", year.year())
        .list(
            row ->
                new Stratum(
                    row.integer("number"),
                    row.text("value"),
                    row.text("job"),
                    LevelCounts.of(row.json("furthest", long[].class))));
  }

  /** Where somebody counts in an audit. */
  private record Stay(int number, String group, int stage) {}

  /** People who count alike in all of them. */
  private record Alike(List<Stay> stays, long people) {

    static Alike of(Row row) {
      return new Alike(Arrays.asList(row.json("places", Stay[].class)), row.bigint("people"));
    }

    Optional<Place> place(FigureKey figure) {
      return stays.stream()
          .filter(stay -> stay.number() == figure.edition())
          .findFirst()
          .map(stay -> new Place(stay.group(), stay.stage()));
    }
  }

  /** Everybody who counts in one of these figures, alike ones together. */
  Uni<List<Profile>> profiles(
      Mutiny.Session session, Dimension dimension, List<FigureKey> figures) {
    return Rows.of(session, PROFILES)
        .bind("dimension", dimension.key())
        .bind("numbers", Json.write(figures.stream().map(FigureKey::edition).toList()))
        .list(Alike::of)
        .map(
            rows -> {
              Map<List<Optional<Place>>, Long> people = new HashMap<>();
              rows.forEach(
                  alike ->
                      people.merge(
                          figures.stream().map(alike::place).toList(), alike.people(), Long::sum));
              return people.entrySet().stream()
                  .filter(each -> each.getKey().stream().anyMatch(Optional::isPresent))
                  .map(each -> new Profile(each.getKey(), each.getValue()))
                  .toList();
            });
  }
}
