package org.evenhand.analytics.counts;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The cells of some dimensions of a cycle, before and after calibration, as of one moment. */
public final class Cube {

  private final Set<String> dimensions;
  private final Map<Phase, Map<String, List<Level>>> levels = new EnumMap<>(Phase.class);

  /** With a row of the phase and the columns of {@link Level} for each cell. */
  Cube(Set<String> dimensions, List<Object[]> rows) {
    this.dimensions = Set.copyOf(dimensions);
    for (Object[] row : rows) {
      Level level = Level.of(row, 1);
      levels
          .computeIfAbsent(Phase.valueOf((String) row[0]), none -> new HashMap<>())
          .computeIfAbsent(level.dimension(), none -> new ArrayList<>())
          .add(level);
    }
  }

  public Set<String> dimensions() {
    return dimensions;
  }

  /**
   * The ratings of one dimension; empty when nobody has any.
   *
   * @param stratified with each group's strata
   */
  public Optional<Tally> tally(Phase phase, String dimension, boolean stratified) {
    List<Level> cells = new ArrayList<>(of(phase, dimension));
    if (!dimension.equals(Dimensions.NONE)) {
      cells.addAll(of(phase, Dimensions.NONE));
    }
    cells.removeIf(level -> level.stratum().isEmpty() == stratified);
    return Tally.of(cells, dimension)
        .map(tally -> stratified ? tally.stratified(cells, dimension) : tally);
  }

  private List<Level> of(Phase phase, String dimension) {
    return levels.getOrDefault(phase, Map.of()).getOrDefault(dimension, List.of());
  }
}
