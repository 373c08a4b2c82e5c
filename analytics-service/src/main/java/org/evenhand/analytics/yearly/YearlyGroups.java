package org.evenhand.analytics.yearly;

import com.fasterxml.jackson.core.type.TypeReference;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Table {@code yearly_group}: what was published of each group in a figure. */
@ApplicationScoped
public class YearlyGroups {

  private static final String KEEP =
      """
      insert into yearly_group (number, dimension, value, people, strata)
      select * from jsonb_to_recordset(cast(cast(:rows as text) as jsonb))
        as g (number int, dimension text, value text, people jsonb, strata jsonb)
      """;

  private static final String READ =
      """
      select value, cast(people as text) as people, cast(strata as text) as strata
      from yearly_group
      where number = :number and dimension = :dimension
      """;

  /** A group; without numbers when it is hidden. */
  private record Kept(
      int number,
      String dimension,
      String value,
      @Nullable List<Long> people,
      @Nullable Map<String, List<Long>> strata) {}

  Uni<Void> keep(Mutiny.Session session, int number, String dimension, FigureGroups groups) {
    List<Kept> kept = new ArrayList<>();
    groups
        .shown()
        .forEach(
            (value, counts) ->
                kept.add(
                    new Kept(number, dimension, value, counts.toList(), strata(groups, value))));
    groups.hidden().forEach(value -> kept.add(new Kept(number, dimension, value, null, null)));
    return session
        .createNativeQuery(KEEP, new AffectedEntities())
        .setParameter("rows", Json.write(kept))
        .executeUpdate()
        .replaceWithVoid();
  }

  private static Map<String, List<Long>> strata(FigureGroups groups, String value) {
    Map<String, List<Long>> strata = new TreeMap<>();
    groups
        .strata()
        .getOrDefault(value, Map.of())
        .forEach((name, counts) -> strata.put(name, counts.toList()));
    return strata;
  }

  /** Without any group where the dimension wasn't there yet. */
  public Uni<FigureGroups> read(Mutiny.Session session, int number, String dimension) {
    SortedMap<String, LevelCounts> shown = new TreeMap<>();
    Map<String, Map<String, LevelCounts>> strata = new HashMap<>();
    SortedSet<String> hidden = new TreeSet<>();
    return Rows.of(session, READ)
        .bind("number", number)
        .bind("dimension", dimension)
        .list(
            row -> {
              String value = row.text("value");
              LevelCounts people = row.orNull("people", YearlyGroups::people);
              if (people == null) {
                return hidden.add(value);
              }
              strata.put(
                  value,
                  Objects.requireNonNullElse(row.orNull("strata", YearlyGroups::strata), Map.of()));
              return shown.put(value, people) == null;
            })
        .map(read -> new FigureGroups(shown, strata, hidden));
  }

  private static Map<String, LevelCounts> strata(Row row, String column) {
    Map<String, LevelCounts> strata = new TreeMap<>();
    row.json(column, new TypeReference<Map<String, long[]>>() {})
        .forEach((name, counts) -> strata.put(name, LevelCounts.of(counts)));
    return strata;
  }

  private static LevelCounts people(Row row, String column) {
    return LevelCounts.of(row.json(column, long[].class));
  }
}
