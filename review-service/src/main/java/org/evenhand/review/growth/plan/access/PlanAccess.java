package org.evenhand.review.growth.plan.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Doors;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.lines.Wanted;
import org.evenhand.review.growth.plan.PlanRepository;
import org.evenhand.review.growth.plan.PlanState;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which development plan, as one clause per relation. A list and a single plan are read
 * through the same clauses, so that they cannot disagree. Neither a session nor a panel has a door.
 */
@ApplicationScoped
public class PlanAccess {

  /** What never was proposed is its author's alone, also when it has ended. */
  private static final String KNOWN = "(p.known or p.author_id = :viewer)";

  /**
   * The plan ran in the time that the review is about. Where nobody knows the zone, the day on
   * which it began may be a day ahead.
   */
  private static final String IN_PERIOD =
      "r.assignment_id = p.assignment_id and p.created_on - 1 <= r.rated_to"
          + " and (p.closed_on is null or p.closed_on >= r.rated_from)";

  /** Whoever leads a person who came back reads nothing of the time before they left. */
  private static final String SAME_TIME = "a.started_on = p.assignment_since";

  /**
   * For as long as they review, of what the reviewee has cited in that review. As with reviews, a
   * delegate comes neither to their own nor to those of people above them.
   */
  private static final String REVIEWER =
      """
      (p.id in (
        select cited.plan_id
        from development_plan_citation cited join review r on r.id = cited.review_id
        where r.phase not in ('FINAL', 'NOT_RATED', 'CANCELLED')
          and r.id in (
            select theirs.id from review theirs where theirs.reviewer_id = :viewer
            union all
            select theirs.id from review theirs
            where %s and theirs.employee_id <> :viewer and not %s)))
      """
          .formatted(
              AccessClauses.actsFor("theirs.reviewer_id"),
              AccessClauses.lineAbove("theirs.employee_id"));

  /**
   * Which of the visible plans are asked for.
   *
   * @param review those of its reviewee, in the time that is rated
   */
  public record Filter(@Nullable UUID review, @Nullable UUID employee, @Nullable PlanState state) {

    private Wanted wanted() {
      return Wanted.everything()
          .with(
              "review",
              review,
              "exists (select 1 from review r where r.id = :review and " + IN_PERIOD + ")")
          .with("employee", employee, "p.employee_id = :employee")
          .with("state", state, "p.state = :state");
    }
  }

  /** The relations of the viewer to plans; those that they may not know of are absent. */
  public Uni<Map<UUID, Set<PlanRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> plans) {
    return doors(viewer).relations(session, plans);
  }

  /** The relations of the viewer to a plan; 404 where they may not know of it. */
  Uni<Set<PlanRelation>> require(Mutiny.Session session, Viewer viewer, UUID plan) {
    return doors(viewer).require(session, plan, PlanRepository::unknown);
  }

  /** Visible plans in the order of their ids, with the relations to each. */
  public Uni<Map<UUID, Set<PlanRelation>>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    return doors(viewer).list(session, filter.wanted(), after, limit);
  }

  private static Doors<PlanRelation> doors(Viewer viewer) {
    return Doors.to(
            "development_plan p join assignment a on a.id = p.assignment_id",
            "p.id",
            viewer,
            clauses(viewer))
        .where(KNOWN)
        // Whoever is next up leads the person where their manager has left.
        .beside(PlanRelation.MANAGER, "p.manager_id = :viewer", EnumSet.of(PlanRelation.LINE))
        .beside(
            PlanRelation.ON_BEHALF,
            AssignmentDoors.ALONE + " and " + SAME_TIME,
            EnumSet.of(PlanRelation.HR, PlanRelation.HR_LEAD));
  }

  private static Map<PlanRelation, String> clauses(Viewer viewer) {
    Map<PlanRelation, String> doors = new EnumMap<>(AssignmentDoors.of(viewer));
    for (PlanRelation leading : List.of(PlanRelation.MANAGER, PlanRelation.LINE)) {
      doors.computeIfPresent(leading, (relation, door) -> "(%s and %s)".formatted(door, SAME_TIME));
    }
    doors.put(PlanRelation.OWN, "(p.employee_id = :viewer)");
    doors.put(PlanRelation.AUTHOR, "(not p.known and p.author_id = :viewer)");
    doors.put(PlanRelation.REVIEWER, REVIEWER);
    return doors;
  }
}
