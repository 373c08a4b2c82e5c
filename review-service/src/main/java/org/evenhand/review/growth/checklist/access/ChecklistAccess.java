package org.evenhand.review.growth.checklist.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Doors;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.lines.Wanted;
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.evenhand.review.growth.checklist.ChecklistRepository;
import org.evenhand.review.growth.checklist.ChecklistState;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who sees which checklist, as one clause per relation. */
@ApplicationScoped
public class ChecklistAccess {

  /**
   * Which of the visible lists are asked for.
   *
   * @param kind finds a buddy nothing: they don't know of what kind a list is
   */
  public record Filter(
      @Nullable UUID employee, @Nullable ChecklistKind kind, @Nullable ChecklistState state) {

    private Wanted wanted() {
      return Wanted.everything()
          .with("employee", employee, "c.employee_id = :employee")
          .with("kind", kind, "c.kind = :kind")
          .with("state", state, "c.state = :state");
    }
  }

  /** The relations of the viewer to lists; those that they may not know of are absent. */
  public Uni<Map<UUID, Set<ChecklistRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> lists) {
    return doors(viewer, clauses(viewer)).relations(session, lists);
  }

  /** The relations of the viewer to a list; 404 where they may not know of it. */
  Uni<Set<ChecklistRelation>> require(Mutiny.Session session, Viewer viewer, UUID list) {
    return doors(viewer, clauses(viewer)).require(session, list, ChecklistRepository::unknown);
  }

  /** Visible lists in the order of their ids, with the relations to each. */
  public Uni<Map<UUID, Set<ChecklistRelation>>> page(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    Map<ChecklistRelation, String> clauses = clauses(viewer);
    if (filter.kind() != null) {
      clauses.remove(ChecklistRelation.BUDDY);
    }
    return doors(viewer, clauses).list(session, filter.wanted(), after, limit);
  }

  private static Doors<ChecklistRelation> doors(
      Viewer viewer, Map<ChecklistRelation, String> clauses) {
    return Doors.to(
        "checklist c join assignment a on a.id = c.assignment_id", "c.id", viewer, clauses);
  }

  private static Map<ChecklistRelation, String> clauses(Viewer viewer) {
    Map<ChecklistRelation, String> doors = new EnumMap<>(ChecklistRelation.class);
    doors.put(ChecklistRelation.OWN, "(c.employee_id = :viewer)");
    doors.put(ChecklistRelation.MANAGER, AccessClauses.leadsStill("c"));
    doors.put(ChecklistRelation.BUDDY, "(c.buddy_id = :viewer)");
    if (viewer.has(Roles.HR)) {
      doors.put(ChecklistRelation.HR, AccessClauses.hrOf("a.employee_id", "a.org_unit"));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      doors.put(ChecklistRelation.HR_LEAD, AccessClauses.outsideOwnChain("a.employee_id"));
    }
    return doors;
  }
}
