package org.evenhand.review.growth.goal.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Doors;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.directory.lines.Wanted;
import org.evenhand.review.growth.goal.GoalRepository;
import org.evenhand.review.growth.goal.GoalState;
import org.evenhand.review.growth.goal.Posts;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which goal, as one clause per relation. A list and a single goal are read through the
 * same clauses, so that they cannot disagree.
 */
@ApplicationScoped
public class GoalAccess {

  /** Nobody is above the person in that assignment. */
  private static final String ALONE = "(" + Posts.MANAGER + ") is null";

  /**
   * The goal ran in the time that the review is about. Where nobody knows the zone, the day on
   * which it was drafted may be a day ahead.
   */
  private static final String IN_PERIOD =
      "r.assignment_id = g.assignment_id and g.created_on - 1 <= r.rated_to"
          + " and (g.closed_on is null or g.closed_on >= r.rated_from)";

  /** What never was proposed is its author's alone, also when it has ended. */
  private static final String KNOWN = "(g.proposed or g.author_id = :viewer)";

  private static final String COLLEAGUE =
      """
      exists (select 1 from assignment own
              where own.employee_id = :viewer and own.ended_on is null
                and own.org_unit = a.org_unit)
      """;

  /**
   * Which of the visible goals are asked for.
   *
   * @param review those of its reviewee, in the time that is rated
   */
  public record Filter(@Nullable UUID review, @Nullable UUID employee, @Nullable GoalState state) {

    private Wanted wanted() {
      return Wanted.everything()
          .with(
              "review",
              review,
              "exists (select 1 from review r where r.id = :review and " + IN_PERIOD + ")")
          .with("employee", employee, "g.employee_id = :employee")
          .with("state", state, "g.state = :state");
    }
  }

  /** The relations of the viewer to goals; those that they may not know of are absent. */
  public Uni<Map<UUID, Set<GoalRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> goals) {
    return doors(viewer).relations(session, goals);
  }

  /** The relations of the viewer to a goal; 404 where they may not know of it. */
  Uni<Set<GoalRelation>> require(Mutiny.Session session, Viewer viewer, UUID goal) {
    return doors(viewer).require(session, goal, GoalRepository::unknown);
  }

  /** Visible goals in the order of their ids, with the relations to each. */
  public Uni<Map<UUID, Set<GoalRelation>>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    return doors(viewer).list(session, filter.wanted(), after, limit);
  }

  private static Doors<GoalRelation> doors(Viewer viewer) {
    return Doors.to(
            "goal g join assignment a on a.id = g.assignment_id", "g.id", viewer, clauses(viewer))
        .where(KNOWN)
        // Whoever is next up leads the person where their manager has left.
        .beside(GoalRelation.MANAGER, "g.manager_id = :viewer", EnumSet.of(GoalRelation.LINE))
        .beside(GoalRelation.ON_BEHALF, ALONE, EnumSet.of(GoalRelation.HR, GoalRelation.HR_LEAD));
  }

  private static Map<GoalRelation, String> clauses(Viewer viewer) {
    Map<GoalRelation, String> doors = new EnumMap<>(GoalRelation.class);
    doors.put(GoalRelation.OWN, "(g.employee_id = :viewer)");
    doors.put(GoalRelation.AUTHOR, "(not g.proposed and g.author_id = :viewer)");
    doors.put(GoalRelation.MANAGER, "(a.line_manager_id = :viewer)");
    if (viewer.has(Roles.MANAGER)) {
      doors.put(GoalRelation.LINE, AccessClauses.lineBelow("a.line_manager_id"));
    }
    doors.put(GoalRelation.REVIEWER, reviewer());
    doors.putAll(hrDoors(viewer));
    doors.put(GoalRelation.UNIT, open("UNIT", COLLEAGUE));
    doors.put(GoalRelation.COMPANY, open("COMPANY", "cast(:viewer as uuid) is not null"));
    return doors;
  }

  /** HR's doors alone; they read {@code g} and {@code a}, its assignment. */
  private static Map<GoalRelation, String> hrDoors(Viewer viewer) {
    Map<GoalRelation, String> doors = new EnumMap<>(GoalRelation.class);
    if (viewer.has(Roles.HR)) {
      doors.put(GoalRelation.HR, AccessClauses.hrOf("g.employee_id", "a.org_unit"));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      doors.put(GoalRelation.HR_LEAD, AccessClauses.outsideOwnChain("g.employee_id"));
    }
    return doors;
  }

  /** As it was agreed last; what isn't agreed is between the two. */
  private static String open(String to, String who) {
    return "((g.versions -> -1 -> 'terms' ->> 'visibility') = '%s' and %s)".formatted(to, who);
  }

  /**
   * For as long as they review. As with reviews, a delegate comes neither to their own nor to those
   * of people above them.
   */
  private static String reviewer() {
    return """
    exists (select 1 from review r
            where %s and r.phase not in ('FINAL', 'NOT_RATED', 'CANCELLED')
              and r.id in (
                select theirs.id from review theirs where theirs.reviewer_id = :viewer
                union all
                select theirs.id from review theirs
                where %s and theirs.employee_id <> :viewer and not %s))
    """
        .formatted(
            IN_PERIOD,
            AccessClauses.actsFor("theirs.reviewer_id"),
            AccessClauses.lineAbove("theirs.employee_id"));
  }
}
