package org.evenhand.review.growth.opportunity.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.Doors;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.lines.Wanted;
import org.evenhand.review.growth.opportunity.application.ApplicationRepository;
import org.evenhand.review.growth.opportunity.application.ApplicationState;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which application, as one clause per relation. Whoever has a line to the applicant, as
 * HR too, has no door but that of the manager, which opens with the offer.
 */
@ApplicationScoped
public class ApplicationAccess {

  /**
   * Of what was withdrawn its applicant knows alone. While one can still apply, nobody reads who
   * has: they could do it themself, knowing what the others have written.
   */
  private static final String READABLE =
      "(p.state <> 'WITHDRAWN' and o.state <> 'POSTED' and " + Clauses.UNCONFLICTED + ")";

  /** Which of the visible ones are asked for. */
  public record Filter(@Nullable UUID opportunity, @Nullable ApplicationState state) {

    private Wanted wanted() {
      return Wanted.everything()
          .with("opportunity", opportunity, "p.opportunity_id = :opportunity")
          .with("state", state, "p.state = :state");
    }
  }

  /** The relations of the viewer to applications; those that they may not know of are absent. */
  public Uni<Map<UUID, Set<ApplicationRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> ids) {
    return doors(viewer).relations(session, ids);
  }

  /** The relations of the viewer to an application; 404 where they may not know of it. */
  Uni<Set<ApplicationRelation>> require(Mutiny.Session session, Viewer viewer, UUID id) {
    return doors(viewer).require(session, id, ApplicationRepository::unknown);
  }

  /** Visible applications in the order of their ids, with the relations to each. */
  public Uni<Map<UUID, Set<ApplicationRelation>>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    return doors(viewer).list(session, filter.wanted(), after, limit);
  }

  private static Doors<ApplicationRelation> doors(Viewer viewer) {
    return Doors.to(Clauses.APPLICATIONS, "p.id", viewer, clauses(viewer));
  }

  private static Map<ApplicationRelation, String> clauses(Viewer viewer) {
    Map<ApplicationRelation, String> doors = new EnumMap<>(ApplicationRelation.class);
    doors.put(ApplicationRelation.OWN, "(p.employee_id = :viewer)");
    doors.put(ApplicationRelation.ASSESSOR, reading(Clauses.ASSESSOR));
    if (viewer.has(Roles.MANAGER)) {
      doors.put(ApplicationRelation.LINE_MANAGER, Clauses.LINE_MANAGER);
      doors.put(ApplicationRelation.MANAGER, reading(Clauses.MANAGER));
    }
    if (viewer.has(Roles.HR)) {
      doors.put(ApplicationRelation.HR, reading(Clauses.serves("o.org_unit")));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      doors.put(ApplicationRelation.HR_LEAD, READABLE);
    }
    return doors;
  }

  private static String reading(String door) {
    return "(" + READABLE + " and " + door + ")";
  }
}
