package org.evenhand.review.growth.plan.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.directory.lines.AccessClauses;
import org.evenhand.review.directory.lines.Viewer;
import org.evenhand.review.growth.plan.PlanState;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which development plan, as one clause per relation. A list and a single plan are read
 * through the same clauses, so that they cannot disagree. Neither a session nor a panel has a door.
 */
@ApplicationScoped
public class PlanAccess {

  private static final UUID LOWEST = new UUID(0, 0);

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

    private String clauses() {
      return (review == null
              ? ""
              : " and exists (select 1 from review r where r.id = :review and " + IN_PERIOD + ")")
          + (employee == null ? "" : " and p.employee_id = :employee")
          + (state == null ? "" : " and p.state = :state");
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

  /** The relations of the viewer to plans; those that they may not know of are absent. */
  public Uni<Map<UUID, Set<PlanRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> plans) {
    return plans.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : read(
            viewer,
            Rows.of(
                    session,
                    "%s and p.id = any(:ids) and (%s)"
                        .formatted(select(viewer), String.join(" or ", doors(viewer).values())))
                .bind("ids", plans.toArray(UUID[]::new)));
  }

  /**
   * Visible plans in the order of their ids, with the relations to each. Each door is looked
   * through by itself and no further than the page goes, so that each has its index.
   */
  public Uni<Map<UUID, Set<PlanRelation>>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    Rows rows =
        Rows.of(
                session,
                "%s and p.id in (%s) order by p.id limit :page"
                    .formatted(select(viewer), page(viewer, filter)))
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
                (select p.id from development_plan p join assignment a on a.id = p.assignment_id
                 where %s and %s %s and p.id > :after order by p.id limit :page)
                """
                    .formatted(KNOWN, door, filter.clauses()))
        .collect(Collectors.joining(" union "));
  }

  private static Uni<Map<UUID, Set<PlanRelation>>> read(Viewer viewer, Rows rows) {
    Set<PlanRelation> doors = doors(viewer).keySet();
    return viewer
        .bind(rows)
        .list(row -> Map.entry(row.uuid("id"), relations(row, doors)))
        .map(
            entries -> {
              Map<UUID, Set<PlanRelation>> found = new LinkedHashMap<>();
              entries.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
              return found;
            });
  }

  private static String select(Viewer viewer) {
    String columns =
        doors(viewer).entrySet().stream()
            .map(door -> "coalesce(%s, false) as \"%s\"".formatted(door.getValue(), door.getKey()))
            .collect(Collectors.joining(", "));
    // Today is read in every case, whichever doors a role opens.
    return """
    select p.id, %s as alone, coalesce(p.manager_id = :viewer, false) as leads, %s
    from development_plan p join assignment a on a.id = p.assignment_id
    where %s and cast(:today as date) is not null
    """
        .formatted(AssignmentDoors.ALONE + " and " + SAME_TIME, columns, KNOWN);
  }

  private static Map<PlanRelation, String> doors(Viewer viewer) {
    Map<PlanRelation, String> doors = new EnumMap<>(AssignmentDoors.of(viewer));
    for (PlanRelation leading : List.of(PlanRelation.MANAGER, PlanRelation.LINE)) {
      doors.computeIfPresent(leading, (relation, door) -> "(%s and %s)".formatted(door, SAME_TIME));
    }
    doors.put(PlanRelation.OWN, "(p.employee_id = :viewer)");
    doors.put(PlanRelation.AUTHOR, "(not p.known and p.author_id = :viewer)");
    doors.put(PlanRelation.REVIEWER, REVIEWER);
    return doors;
  }

  private static Set<PlanRelation> relations(Row row, Collection<PlanRelation> doors) {
    Set<PlanRelation> found =
        doors.stream()
            .filter(door -> row.flag(door.name()))
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(PlanRelation.class)));
    // Whoever is next up leads the person where their manager has left.
    if (row.flag("leads") && found.contains(PlanRelation.LINE)) {
      found.add(PlanRelation.MANAGER);
    }
    if (row.flag("alone") && PlanRelation.isHr(found)) {
      found.add(PlanRelation.ON_BEHALF);
    }
    return found;
  }
}
