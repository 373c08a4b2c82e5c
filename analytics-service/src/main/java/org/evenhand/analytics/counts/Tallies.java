package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.Set;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the cube; the cost is the number of cells, whatever the number of people. */
@ApplicationScoped
public class Tallies {

  private static final String CUBE =
      """
      select phase, dimension, value, stratum, scale_size, favourable_from, ordinal, n
      from count_cell
      where cycle_id = :cycle and dimension in (:dimensions)
        and (dimension <> 'reviewer' or phase = 'BEFORE') and n <> 0
      """;

  private static final String OF_REVIEWER =
      """
      select dimension, value, stratum, scale_size, favourable_from, ordinal, n
      from %s
      where cycle_id = :cycle and phase = :phase and dimension = 'reviewer' and stratum = ''
        and value = :reviewer and n <> 0
      """
          .formatted(ShownCounts.COUNT_CELL);

  /**
   * Every cell of these dimensions, all as of one moment; of reviewers those before calibration.
   */
  public Uni<Cube> cube(Mutiny.Session session, Cycle cycle, Set<String> dimensions) {
    return Rows.of(session, CUBE)
        .bind("cycle", cycle.id())
        .bind("dimensions", dimensions)
        .list(row -> new Cube.Cell(row.constant("phase", Phase.class), Level.of(row)))
        .map(Cube::new);
  }

  /** The ratings that one reviewer gave; empty when there are none. */
  public Uni<Optional<Tally>> ofReviewer(
      Mutiny.Session session, Cycle cycle, Phase phase, String reviewer) {
    return Rows.of(session, OF_REVIEWER)
        .bind("cycle", cycle.id())
        .bind("phase", phase.name())
        .bind("reviewer", reviewer)
        .list(Level::of)
        .map(levels -> Tally.of(levels, "reviewer"));
  }
}
