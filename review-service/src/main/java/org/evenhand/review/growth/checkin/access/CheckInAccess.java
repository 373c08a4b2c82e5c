package org.evenhand.review.growth.checkin.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.directory.lines.Doors;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.lines.Wanted;
import org.evenhand.review.growth.checkin.CheckInRepository;
import org.evenhand.review.growth.checkin.CheckInState;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which check-in, as one clause per relation. A list and a single one are read through the
 * same clauses, so that they cannot disagree. Neither the line above nor HR nor an auditor has a
 * door: two who are overheard say nothing.
 */
@ApplicationScoped
public class CheckInAccess {

  /**
   * As long as they lead the person, of the same time here, and of what was held before the person
   * said so.
   */
  private static final String SUCCESSOR =
      """
      (c.manager_id <> :viewer and c.state = 'HELD' and exists (
        select 1 from earlier_notes_reader n join assignment a on a.id = n.assignment_id
        where n.assignment_id = c.assignment_id and n.assignment_since = c.assignment_since
          and n.reader_id = :viewer and c.closed_at <= n.passed_on_at
          and a.ended_on is null and a.started_on = n.assignment_since and %s = :viewer))
      """
          .formatted(Posts.MANAGER);

  private static final Map<CheckInRelation, String> CLAUSES =
      Map.of(
          CheckInRelation.EMPLOYEE, "(c.employee_id = :viewer)",
          CheckInRelation.MANAGER, "(c.manager_id = :viewer)",
          CheckInRelation.SUCCESSOR, SUCCESSOR);

  /** Which of the visible ones are asked for. */
  public record Filter(@Nullable UUID employee, @Nullable CheckInState state) {

    private Wanted wanted() {
      return Wanted.everything()
          .with("employee", employee, "c.employee_id = :employee")
          .with("state", state, "c.state = :state");
    }
  }

  /** The relations of the viewer to check-ins; those that they may not know of are absent. */
  public Uni<Map<UUID, Set<CheckInRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> ids) {
    return doors(viewer).relations(session, ids);
  }

  /** The relations of the viewer to a check-in; 404 where they may not know of it. */
  Uni<Set<CheckInRelation>> require(Mutiny.Session session, Viewer viewer, UUID id) {
    return doors(viewer).require(session, id, CheckInRepository::unknown);
  }

  /** Visible check-ins in the order of their ids, with the relations to each. */
  public Uni<Map<UUID, Set<CheckInRelation>>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    return doors(viewer).list(session, filter.wanted(), after, limit);
  }

  private static Doors<CheckInRelation> doors(Viewer viewer) {
    return Doors.to("check_in c", "c.id", viewer, CLAUSES);
  }
}
