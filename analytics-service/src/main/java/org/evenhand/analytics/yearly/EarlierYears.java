package org.evenhand.analytics.yearly;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.demographics.Dimension;
import org.evenhand.analytics.disclosure.Figure;
import org.evenhand.analytics.disclosure.FigureKey;
import org.evenhand.analytics.disclosure.Visibility;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was published of earlier years and other rooms, as disclosure control has to know it. */
@ApplicationScoped
class EarlierYears {

  private static final String EARLIER =
      """
      select f.number, f.room, g.value, g.people is not null as shown,
        f.has_levels and abs(f.year - :year) <= 1
          or y.is_chosen or coalesce(asked.is_chosen, false) as together
      from yearly_figure f
      join yearly_group g using (number)
      join figure_year y on y.room = f.room and y.year = f.year
      left join figure_year asked on asked.id = :id
      where g.dimension = :dimension
      order by f.number, g.value
      """;

  /**
   * A figure by its key, and whether it is asked what follows from it and others together. That is
   * so of those of which it is known at which level everybody stood; and where somebody chose who
   * counts in a year, of all, by who counted: they could have chosen so that a sum is of one.
   */
  private record Of(FigureKey key, boolean together) {}

  private record Said(Of figure, String group, boolean shown) {

    static Said of(Row row) {
      FigureKey key =
          FigureKey.ofYear(row.integer("number"), row.constant("room", YearlyRoom.class).of());
      return new Said(new Of(key, row.flag("together")), row.text("value"), row.flag("shown"));
    }

    Visibility visibility() {
      return shown ? new Visibility.Shown(true) : new Visibility.Hidden();
    }
  }

  /** In the order in which they were published. Those that show nothing tell nothing. */
  Uni<List<Figure>> read(Mutiny.Session session, FigureYear year, Dimension dimension) {
    return Rows.of(session, EARLIER)
        .bind("dimension", dimension.key())
        .bind("year", year.year())
        .bind("id", year.id())
        .list(Said::of)
        .map(EarlierYears::figures);
  }

  private static List<Figure> figures(List<Said> groups) {
    SortedMap<Of, SortedMap<String, Visibility>> figures =
        new TreeMap<>(Comparator.comparing(Of::key));
    groups.forEach(
        said ->
            figures
                .computeIfAbsent(said.figure(), none -> new TreeMap<>())
                .put(said.group(), said.visibility()));
    return figures.entrySet().stream()
        .filter(
            each -> each.getValue().values().stream().anyMatch(Visibility.Shown.class::isInstance))
        .map(each -> new Figure(each.getKey().key(), each.getValue(), each.getKey().together()))
        .toList();
  }
}
