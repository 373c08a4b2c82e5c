package org.evenhand.analytics.counts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The cells of some dimensions of a cycle, before and after calibration, as of one moment. */
public final class Cube {

  private final Map<Phase, Map<String, List<Level>>> levels = new EnumMap<>(Phase.class);

  record Cell(Phase phase, Level level) {}

  Cube(List<Cell> cells) {
    for (Cell cell : cells) {
      levels
          .computeIfAbsent(cell.phase(), none -> new HashMap<>())
          .computeIfAbsent(cell.level().dimension(), none -> new ArrayList<>())
          .add(cell.level());
    }
  }

  /** The scale that most of the ratings are on; empty when there are none. */
  public Optional<Scale> scale() {
    return Tally.scale(
        Arrays.stream(Phase.values())
            .flatMap(phase -> of(phase, Dimensions.NONE).stream())
            .filter(level -> level.stratum().isEmpty())
            .toList());
  }

  /**
   * The ratings of one dimension that are on a scale.
   *
   * @param stratified with each group's strata
   */
  public Tally tally(Phase phase, String dimension, Scale scale, boolean stratified) {
    List<Level> cells = new ArrayList<>(of(phase, dimension));
    if (!dimension.equals(Dimensions.NONE)) {
      cells.addAll(of(phase, Dimensions.NONE));
    }
    cells.removeIf(level -> level.stratum().isEmpty() == stratified);
    Tally tally = Tally.of(cells, dimension, scale);
    return stratified ? tally.stratified(cells, dimension) : tally;
  }

  private List<Level> of(Phase phase, String dimension) {
    return levels.getOrDefault(phase, Map.of()).getOrDefault(dimension, List.of());
  }
}
