package org.evenhand.review.growth.opportunity.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.Doors;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.lines.Wanted;
import org.evenhand.review.growth.moved.Exits;
import org.evenhand.review.growth.opportunity.OpportunityRepository;
import org.evenhand.review.growth.opportunity.OpportunityState;
import org.evenhand.review.growth.opportunity.application.Applicant;
import org.evenhand.review.growth.opportunity.terms.OpportunityKind;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/** Who sees which opportunity, as one clause per relation. */
@ApplicationScoped
public class OpportunityAccess {

  /** In the main assignment where that is one of them. */
  private static final String APPLICANT =
      """
      select a.id, %s as status_seen
      from opportunity o, assignment a join employee e on e.id = a.employee_id
      where o.id = :id and a.employee_id = :viewer and %s
      order by a.main desc, a.id limit 1
      """
          .formatted(
              Exits.seen("a.employee_id"), Clauses.eligible("o", "cast(:today as date) + 1"));

  /** Which of the visible ones are asked for. */
  public record Filter(
      @Nullable OpportunityState state, @Nullable OpportunityKind kind, @Nullable String orgUnit) {

    private Wanted wanted() {
      return Wanted.everything()
          .with("state", state, "o.state = :state")
          .with("kind", kind, "o.kind = :kind")
          .with("unit", orgUnit, "o.org_unit = :unit");
    }
  }

  /** The relations of the viewer to opportunities; those that they may not know of are absent. */
  public Uni<Map<UUID, Set<OpportunityRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> ids) {
    return doors(viewer).relations(session, ids);
  }

  /** The relations of the viewer to an opportunity; 404 where they may not know of it. */
  Uni<Set<OpportunityRelation>> require(Mutiny.Session session, Viewer viewer, UUID id) {
    return doors(viewer).require(session, id, OpportunityRepository::unknown);
  }

  /** Visible opportunities in the order of their ids, with the relations to each. */
  public Uni<Map<UUID, Set<OpportunityRelation>>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    return doors(viewer).list(session, filter.wanted(), after, limit);
  }

  /** Whether the viewer may begin an opportunity in the unit. */
  public Uni<Boolean> keepsIn(Mutiny.Session session, Viewer viewer, String orgUnit) {
    if (viewer.has(Roles.HR_LEAD)) {
      return Uni.createFrom().item(true);
    }
    return viewer
        .bind(
            Rows.of(
                session,
                """
                select true as keeps
                where cast(:viewer as uuid) is not null and cast(:today as date) is not null
                  and (%s or %s)
                """
                    .formatted(
                        viewer.has(Roles.HR) ? Clauses.serves(":unit") : "false",
                        viewer.has(Roles.MANAGER) ? Clauses.leadsIn(":unit") : "false")))
        .bind("unit", orgUnit)
        .any();
  }

  /** The viewer as somebody who applies, of those who are eligible. */
  public Uni<Applicant> applicant(Mutiny.Session session, Viewer viewer, UUID opportunity) {
    return viewer
        .bind(Rows.of(session, APPLICANT))
        .bind("id", opportunity)
        .one(row -> new Applicant(viewer.employeeId(), row.uuid("id"), row.bigint("status_seen")));
  }

  private static Doors<OpportunityRelation> doors(Viewer viewer) {
    return Doors.to("opportunity o", "o.id", viewer, clauses(viewer));
  }

  private static Map<OpportunityRelation, String> clauses(Viewer viewer) {
    Map<OpportunityRelation, String> doors = new EnumMap<>(OpportunityRelation.class);
    doors.put(OpportunityRelation.ASSESSOR, Clauses.ASSESSOR);
    doors.put(OpportunityRelation.ELIGIBLE, Clauses.ELIGIBLE);
    doors.put(OpportunityRelation.APPLICANT, Clauses.APPLICANT);
    if (viewer.has(Roles.MANAGER)) {
      doors.put(OpportunityRelation.MANAGER, unlessApplying(Clauses.MANAGER));
    }
    if (viewer.has(Roles.HR)) {
      doors.put(OpportunityRelation.HR, unlessApplying(Clauses.serves("o.org_unit")));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      doors.put(OpportunityRelation.HR_LEAD, unlessApplying("true"));
    }
    return doors;
  }

  /** Nobody has a hand in what they have applied for, also when they have withdrawn. */
  private static String unlessApplying(String door) {
    return "(" + door + " and not " + Clauses.APPLICANT + ")";
  }
}
