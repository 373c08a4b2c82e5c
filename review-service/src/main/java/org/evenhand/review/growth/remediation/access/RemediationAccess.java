package org.evenhand.review.growth.remediation.access;

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
import org.evenhand.review.growth.remediation.RemediationRepository;
import org.evenhand.review.growth.remediation.RemediationState;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who sees which remediation plan, as one clause per relation. */
@ApplicationScoped
public class RemediationAccess {

  /** Before it has begun they know that they are asked; once it has ended nothing any more. */
  private static final String COMPANION =
      """
      (p.closed_on is null and cast(p.companion ->> 'employeeId' as uuid) = :viewer
        and coalesce(p.companion ->> 'consented', 'true') = 'true')
      """;

  /** Which of the visible plans are asked for. */
  public record Filter(@Nullable UUID employee, @Nullable RemediationState state) {

    private Wanted wanted() {
      return Wanted.everything()
          .with("employee", employee, "p.employee_id = :employee")
          .with("state", state, "p.state = :state");
    }

    /** Whoever is asked to be a companion doesn't see how a plan stands, and finds none by it. */
    private boolean opens(RemediationRelation door) {
      return state == null || door != RemediationRelation.COMPANION;
    }
  }

  /** The relations of the viewer to plans; those that they may not know of are absent. */
  public Uni<Map<UUID, Set<RemediationRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> plans) {
    return doors(viewer, clauses(viewer)).relations(session, plans);
  }

  /** The relations of the viewer to a plan; 404 where they may not know of it. */
  Uni<Set<RemediationRelation>> require(Mutiny.Session session, Viewer viewer, UUID plan) {
    return doors(viewer, clauses(viewer)).require(session, plan, RemediationRepository::unknown);
  }

  /** Visible plans in the order of their ids, with the relations to each. */
  public Uni<Map<UUID, Set<RemediationRelation>>> page(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    Map<RemediationRelation, String> clauses = clauses(viewer);
    clauses.keySet().removeIf(door -> !filter.opens(door));
    return doors(viewer, clauses).list(session, filter.wanted(), after, limit);
  }

  private static Doors<RemediationRelation> doors(
      Viewer viewer, Map<RemediationRelation, String> clauses) {
    return Doors.to(
        "remediation_plan p join assignment a on a.id = p.assignment_id", "p.id", viewer, clauses);
  }

  /**
   * Reads {@code p}, a plan: whoever has proposed it, put it as it is or stood by it has a side in
   * it, and doesn't look at it as HR once they have moved.
   */
  public static String onNoSide(String employee) {
    return """
    (%1$s <> p.proposed_by and %1$s <> p.terms_by and %1$s is distinct from p.confirmed_under)
    """
        .formatted(employee);
  }

  private static Map<RemediationRelation, String> clauses(Viewer viewer) {
    Map<RemediationRelation, String> doors = new EnumMap<>(RemediationRelation.class);
    doors.put(RemediationRelation.OWN, "(p.employee_id = :viewer and p.known)");
    doors.put(RemediationRelation.MANAGER, AccessClauses.leadsStill("p"));
    doors.put(RemediationRelation.COMPANION, COMPANION);
    if (viewer.has(Roles.HR)) {
      doors.put(
          RemediationRelation.HR,
          AccessClauses.hrOf("a.employee_id", "a.org_unit") + " and " + onNoSide(":viewer"));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      doors.put(
          RemediationRelation.HR_LEAD,
          AccessClauses.outsideOwnChain("a.employee_id") + " and " + onNoSide(":viewer"));
    }
    return doors;
  }
}
