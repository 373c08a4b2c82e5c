package org.evenhand.analytics.publication;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.counts.Scale;
import org.evenhand.analytics.disclosure.Figure;
import org.evenhand.analytics.disclosure.FigureKey;
import org.evenhand.analytics.disclosure.Visibility;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** What was published of a protected attribute, as disclosure control has to know it. */
@ApplicationScoped
class EarlierFigures {

  // Figures on another scale can't be held against these, and one that shows nothing tells nothing.
  private static final String FIGURES =
      """
      select g.edition, g.phase, g.value, g.standing, g.distribution, g.from_edition, g.from_phase
      from edition_group g
      join edition e on e.cycle_id = g.cycle_id and e.number = g.edition
      where g.cycle_id = :cycle and g.dimension = :dimension and e.scale_size = :size
        and e.favourable_from = :favourableFrom
        and exists (
          select 1 from edition_group telling
          where telling.cycle_id = g.cycle_id and telling.edition = g.edition
            and telling.phase = g.phase and telling.dimension = g.dimension
            and telling.standing = 'SHOWN')
      """;

  /** The figures of a dimension that were published on this scale, in the order of time. */
  Uni<List<Figure>> read(Mutiny.Session session, Cycle cycle, String dimension, Scale scale) {
    return Rows.of(session, FIGURES)
        .bind("cycle", cycle.id())
        .bind("dimension", dimension)
        .bind("size", scale.size())
        .bind("favourableFrom", scale.favourableFrom())
        .list(Said::of)
        .map(EarlierFigures::figures);
  }

  /** How a group stands in a figure. */
  private record Said(FigureKey figure, String group, Visibility visibility) {

    static Said of(Row row) {
      return new Said(key(row, "edition", "phase"), row.text("value"), visibility(row));
    }

    private static Visibility visibility(Row row) {
      return switch (row.text("standing")) {
        case "SHOWN" -> new Visibility.Shown(row.flag("distribution"));
        case "CARRIED" -> new Visibility.Carried(key(row, "from_edition", "from_phase"));
        default -> new Visibility.Hidden();
      };
    }

    private static FigureKey key(Row row, String edition, String phase) {
      return new FigureKey(row.integer(edition), row.constant(phase, Phase.class));
    }
  }

  private static List<Figure> figures(List<Said> groups) {
    SortedMap<FigureKey, SortedMap<String, Visibility>> figures = new TreeMap<>();
    for (Said said : groups) {
      figures
          .computeIfAbsent(said.figure(), none -> new TreeMap<>())
          .put(said.group(), said.visibility());
    }
    return figures.entrySet().stream()
        .map(each -> new Figure(each.getKey(), each.getValue()))
        .toList();
  }
}
