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
import org.evenhand.analytics.disclosure.Standing;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

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
    return session
        .createNativeQuery(FIGURES, Object[].class)
        .setParameter("cycle", cycle.id())
        .setParameter("dimension", dimension)
        .setParameter("size", scale.size())
        .setParameter("favourableFrom", scale.favourableFrom())
        .getResultList()
        .map(EarlierFigures::figures);
  }

  private static List<Figure> figures(List<Object[]> rows) {
    SortedMap<FigureKey, SortedMap<String, Standing>> figures = new TreeMap<>();
    for (@Nullable Object[] row : rows) {
      figures
          .computeIfAbsent(key(row[0], row[1]), none -> new TreeMap<>())
          .put((String) row[2], standing(row));
    }
    return figures.entrySet().stream()
        .map(each -> new Figure(each.getKey(), each.getValue()))
        .toList();
  }

  private static Standing standing(@Nullable Object[] row) {
    return switch ((String) row[3]) {
      case "SHOWN" -> new Standing.Shown((Boolean) row[4]);
      case "CARRIED" -> new Standing.Carried(key(row[5], row[6]));
      default -> new Standing.Hidden();
    };
  }

  private static FigureKey key(Object edition, Object phase) {
    return new FigureKey(((Number) edition).intValue(), Phase.valueOf((String) phase));
  }
}
