package org.evenhand.review.growth.goal.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;
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

  private static final UUID LOWEST = new UUID(0, 0);

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

    private String clauses() {
      return (review == null
              ? ""
              : " and exists (select 1 from review r where r.id = :review and " + IN_PERIOD + ")")
          + (employee == null ? "" : " and g.employee_id = :employee")
          + (state == null ? "" : " and g.state = :state");
    }

    private void bind(Rows rows) {
      if (review != null) {
        rows.bind("review", review);
      }
      if (employee != null) {
        rows.bind("employee", employee);
      }
      if (state != null) {
        rows.bind("state", state.name());
      }
    }
  }

  /** The relations of the viewer to goals; those that they may not know of are absent. */
  public Uni<Map<UUID, Set<GoalRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> goals) {
    return goals.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : read(
            viewer,
            Rows.of(session, select(viewer) + " and g.id = any(:ids) and " + anyOf(viewer))
                .bind("ids", goals.toArray(UUID[]::new)));
  }

  /**
   * Visible goals in the order of their ids, with the relations to each. Each door is looked
   * through by itself and no further than the page goes, so that each has its index.
   */
  public Uni<Map<UUID, Set<GoalRelation>>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    Rows rows =
        Rows.of(
                session,
                select(viewer)
                    + " and g.id in ("
                    + page(viewer, filter)
                    + ") order by g.id limit :page")
            .bind("after", after == null ? LOWEST : after)
            .bind("page", (long) limit);
    filter.bind(rows);
    return read(viewer, rows);
  }

  private static String page(Viewer viewer, Filter filter) {
    return doors(viewer).values().stream()
        .map(
            door ->
                """
                (select g.id from goal g join assignment a on a.id = g.assignment_id
                 where %s and %s %s and g.id > :after order by g.id limit :page)
                """
                    .formatted(KNOWN, door, filter.clauses()))
        .collect(Collectors.joining(" union "));
  }

  private static Uni<Map<UUID, Set<GoalRelation>>> read(Viewer viewer, Rows rows) {
    Set<GoalRelation> doors = doors(viewer).keySet();
    return viewer
        .bind(rows)
        .list(row -> Map.entry(row.uuid("id"), relations(row, doors)))
        .map(
            entries -> {
              Map<UUID, Set<GoalRelation>> found = new LinkedHashMap<>();
              entries.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
              return found;
            });
  }

  private static String select(Viewer viewer) {
    Map<GoalRelation, String> doors = doors(viewer);
    String columns =
        doors.entrySet().stream()
            .map(door -> "coalesce(%s, false) as \"%s\"".formatted(door.getValue(), door.getKey()))
            .collect(Collectors.joining(", "));
    // Today is read in every case, whichever doors a role opens.
    return """
    select g.id, %s as alone, coalesce(g.manager_id = :viewer, false) as leads, %s
    from goal g join assignment a on a.id = g.assignment_id
    where %s and cast(:today as date) is not null
    """
        .formatted(ALONE, columns, KNOWN);
  }

  private static String anyOf(Viewer viewer) {
    return "(" + String.join(" or ", doors(viewer).values()) + ")";
  }

  private static Map<GoalRelation, String> doors(Viewer viewer) {
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

  private static Set<GoalRelation> relations(Row row, Collection<GoalRelation> doors) {
    Set<GoalRelation> found =
        doors.stream()
            .filter(door -> row.flag(door.name()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(GoalRelation.class)));
    // Whoever is next up leads the person where their manager has left.
    if (row.flag("leads") && found.contains(GoalRelation.LINE)) {
      found.add(GoalRelation.MANAGER);
    }
    if (row.flag("alone")
        && (found.contains(GoalRelation.HR) || found.contains(GoalRelation.HR_LEAD))) {
      found.add(GoalRelation.ON_BEHALF);
    }
    return found;
  }
}
