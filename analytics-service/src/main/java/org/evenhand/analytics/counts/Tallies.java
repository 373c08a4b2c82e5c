package org.evenhand.analytics.counts;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the cube; the cost is the number of cells, whatever the number of people. */
@ApplicationScoped
public class Tallies {

  // Dimension 'none' comes along, because who is undeclared is the difference to it.
  private static final String READ =
      """
      select dimension, value, stratum, scale_size, favourable_from, ordinal, n
      from %s
      where cycle_id = :cycle and phase = :phase and dimension in ('none', :dimension)
        and stratum = '' and n <> 0
      """
          .formatted(ShownCounts.COUNT_CELL);

  private static final String CUBE =
      """
      select phase, dimension, value, stratum, scale_size, favourable_from, ordinal, n
      from count_cell
      where cycle_id = :cycle and phase in (:phases) and dimension in (:dimensions)
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

  // As if results were shared now, which marks NOT_CALIBRATED whatever no session has decided.
  // Without the offset, PostgreSQL 18's planner loses the row on its way into the function.
  private static final String STANDING =
      """
      select cell.phase, cell.dimension, cell.value, cell.stratum, cell.scale_size, cell.favourable_from,
             cell.ordinal, count(*)
      from (
        select case f.state
                 when 'SUBMITTED' then jsonb_populate_record(f, jsonb_build_object(
                   'state', 'NOT_CALIBRATED', 'ordinal', coalesce(f.ordinal, f.original_ordinal)))
                 else f
               end as f
        from rating_fact f where f.cycle_id = :cycle offset 0) each
      cross join lateral cells_of(each.f) cell
      where cell.phase = 'AFTER' and cell.dimension in (:dimensions)
        and cell.dimension <> 'reviewer'
      group by 1, 2, 3, 4, 5, 6, 7
      """;

  /** Empty when nobody has a rating in this phase. */
  public Uni<Optional<Tally>> read(
      Mutiny.Session session, Cycle cycle, Phase phase, String dimension) {
    return levels(session, READ, cycle, phase, dimension)
        .map(levels -> Tally.of(levels, dimension));
  }

  /**
   * Every cell of these dimensions, all as of one moment; of reviewers those before calibration.
   */
  public Uni<Cube> cube(Mutiny.Session session, Cycle cycle, Set<String> dimensions) {
    return cells(session, cycle, dimensions, List.of(Phase.values()))
        .map(cells -> new Cube(dimensions, cells));
  }

  private static Uni<List<Level>> levels(
      Mutiny.Session session, String sql, Cycle cycle, Phase phase, String dimension) {
    return session
        .createNativeQuery(sql, Object[].class)
        .setParameter("cycle", cycle.id())
        .setParameter("phase", phase.name())
        .setParameter("dimension", dimension)
        .getResultList()
        .map(Tallies::levels);
  }

  /**
   * The same, with the ratings after calibration as they would stand if the results were shared
   * now: the calibrated one where a session has decided, else the one that the reviewer gave. Costs
   * the number of reviews of the cycle, so it is for what happens once in a cycle; the caller keeps
   * everybody from counting meanwhile.
   */
  public Uni<Cube> standing(Mutiny.Session session, Cycle cycle, Set<String> dimensions) {
    return cells(session, cycle, dimensions, List.of(Phase.BEFORE))
        .chain(
            before ->
                session
                    .createNativeQuery(STANDING, Object[].class)
                    .setParameter("cycle", cycle.id())
                    .setParameter("dimensions", dimensions)
                    .getResultList()
                    .map(
                        after ->
                            new Cube(
                                dimensions,
                                Stream.concat(before.stream(), after.stream()).toList())));
  }

  private static Uni<List<Object[]>> cells(
      Mutiny.Session session, Cycle cycle, Set<String> dimensions, List<Phase> phases) {
    return session
        .createNativeQuery(CUBE, Object[].class)
        .setParameter("cycle", cycle.id())
        .setParameter("phases", phases.stream().map(Phase::name).toList())
        .setParameter("dimensions", dimensions)
        .getResultList();
  }

  /** The ratings that one reviewer gave; empty when there are none. */
  public Uni<Optional<Tally>> ofReviewer(
      Mutiny.Session session, Cycle cycle, Phase phase, String reviewer) {
    return session
        .createNativeQuery(OF_REVIEWER, Object[].class)
        .setParameter("cycle", cycle.id())
        .setParameter("phase", phase.name())
        .setParameter("reviewer", reviewer)
        .getResultList()
        .map(Tallies::levels)
        .map(levels -> Tally.of(levels, "reviewer"));
  }

  private static List<Level> levels(List<Object[]> rows) {
    return rows.stream().map(row -> Level.of(row, 0)).toList();
  }
}
