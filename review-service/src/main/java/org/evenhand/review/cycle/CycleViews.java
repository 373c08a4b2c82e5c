package org.evenhand.review.cycle;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.review.directory.Viewer;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows cycles, with how far their works are and what was missed. */
@ApplicationScoped
public class CycleViews {

  private final Works works;
  private final Standings standings;

  CycleViews(Works works, Standings standings) {
    this.works = works;
    this.standings = standings;
  }

  public Uni<CycleView> of(Mutiny.Session session, Cycle cycle, Viewer viewer) {
    return standings
        .of(session, viewer, cycle.plan().orgUnits())
        .chain(
            standing ->
                works
                    .of(session, List.of(cycle.id()))
                    .chain(
                        progress ->
                            missed(session, List.of(cycle.id()))
                                .map(
                                    missed ->
                                        CycleView.of(
                                            cycle,
                                            progress,
                                            missed.getOrDefault(cycle.id(), List.of()),
                                            standing))));
  }

  Uni<List<CycleView>> of(Mutiny.Session session, List<Cycle> cycles, Viewer viewer) {
    Uni<List<CycleView>> views = Uni.createFrom().item(new ArrayList<>());
    for (Cycle cycle : cycles) {
      views =
          views.chain(
              before ->
                  of(session, cycle, viewer)
                      .map(
                          view -> {
                            before.add(view);
                            return before;
                          }));
    }
    return views;
  }

  private static Uni<Map<UUID, List<CycleView.Missed>>> missed(
      Mutiny.Session session, List<UUID> cycleIds) {
    return session
        .createNativeQuery(
            """
            select cycle_id, milestone, count(*) from milestone_exception
            where cycle_id in (:ids) group by cycle_id, milestone order by cycle_id, milestone
            """,
            Tuple.class)
        .setParameter("ids", cycleIds)
        .getResultList()
        .map(
            rows -> {
              Map<UUID, List<CycleView.Missed>> found = new HashMap<>();
              for (Tuple row : rows) {
                found
                    .computeIfAbsent(row.get(0, UUID.class), cycle -> new ArrayList<>())
                    .add(
                        new CycleView.Missed(
                            Milestone.valueOf(row.get(1, String.class)), row.get(2, Long.class)));
              }
              return found;
            });
  }
}
