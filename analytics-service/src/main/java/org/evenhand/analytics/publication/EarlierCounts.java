package org.evenhand.analytics.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.counts.Cycle;
import org.evenhand.analytics.counts.Phase;
import org.evenhand.analytics.statistics.LevelCounts;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Table {@code published_before}: what each open group showed in editions before the last one. It
 * is written where {@link PublishedGroups} renews a group, and goes with the group.
 */
@ApplicationScoped
class EarlierCounts {

  private static final String READ =
      """
      select dimension, phase, value, cast(jsonb_agg(counts) as text)
      from published_before
      where cycle_id = :cycle
      group by 1, 2, 3
      """;

  /** Those of a cycle, by dimension. */
  Uni<Map<String, Map<Cell, List<LevelCounts>>>> read(Mutiny.Session session, Cycle cycle) {
    return session
        .createNativeQuery(READ, Object[].class)
        .setParameter("cycle", cycle.id())
        .getResultList()
        .map(EarlierCounts::byDimension);
  }

  private static Map<String, Map<Cell, List<LevelCounts>>> byDimension(List<Object[]> rows) {
    Map<String, Map<Cell, List<LevelCounts>>> dimensions = new HashMap<>();
    for (Object[] row : rows) {
      dimensions
          .computeIfAbsent((String) row[0], none -> new HashMap<>())
          .put(new Cell(Phase.valueOf((String) row[1]), (String) row[2]), counts((String) row[3]));
    }
    return dimensions;
  }

  private static List<LevelCounts> counts(String json) {
    try {
      return Arrays.stream(Json.mapper().readValue(json, long[][].class))
          .map(LevelCounts::of)
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Counts are an array of integers", e);
    }
  }
}
