package org.evenhand.review.growth.checklist.access;

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
import org.evenhand.review.growth.checklist.ChecklistKind;
import org.evenhand.review.growth.checklist.ChecklistState;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees which checklist, as one clause per relation. A list and a single checklist are read
 * through the same clauses, so that they cannot disagree.
 */
@ApplicationScoped
public class ChecklistAccess {

  private static final UUID LOWEST = new UUID(0, 0);

  /**
   * Whoever is next up leads the person where their manager has left. Whoever leads a person who
   * came back reads nothing of the time before they left.
   */
  private static final String MANAGER =
      """
      (a.started_on = c.assignment_since and (a.line_manager_id = :viewer
        or c.manager_id = :viewer and a.line_manager_id in (
          select gone.id from employee gone
          join reporting_line below on below.employee = gone.id and below.relationship = 'LINE'
          where below.above = :viewer and gone.status = 'TERMINATED')))
      """;

  /**
   * Which of the visible lists are asked for.
   *
   * @param kind tells a buddy nothing: they don't know of what kind a list is
   */
  public record Filter(
      @Nullable UUID employee, @Nullable ChecklistKind kind, @Nullable ChecklistState state) {

    private String clauses() {
      return (employee == null ? "" : " and c.employee_id = :employee")
          + (kind == null ? "" : " and c.kind = :kind")
          + (state == null ? "" : " and c.state = :state");
    }

    private boolean opens(ChecklistRelation door) {
      return kind == null || door != ChecklistRelation.BUDDY;
    }

    private void bind(Rows rows) {
      if (employee != null) {
        rows.bind("employee", employee);
      }
      if (kind != null) {
        rows.bind("kind", kind.name());
      }
      if (state != null) {
        rows.bind("state", state.name());
      }
    }
  }

  /** The relations of the viewer to lists; those that they may not know of are absent. */
  public Uni<Map<UUID, Set<ChecklistRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> lists) {
    return lists.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : read(
            viewer,
            Rows.of(
                    session,
                    "%s and c.id = any(:ids) and (%s)"
                        .formatted(select(viewer), String.join(" or ", doors(viewer).values())))
                .bind("ids", lists.toArray(UUID[]::new)));
  }

  /** Visible lists in the order of their ids, with the relations to each. */
  public Uni<Map<UUID, Set<ChecklistRelation>>> page(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    Rows rows =
        Rows.of(
                session,
                "%s and c.id in (%s) order by c.id".formatted(select(viewer), page(viewer, filter)))
            .bind("after", after == null ? LOWEST : after)
            .bind("page", (long) limit);
    filter.bind(rows);
    return read(viewer, rows);
  }

  /** Each door is looked through by itself and no further than the page goes. */
  private static String page(Viewer viewer, Filter filter) {
    String doors =
        doors(viewer).entrySet().stream()
            .filter(door -> filter.opens(door.getKey()))
            .map(
                door ->
                    """
                    (select c.id from checklist c join assignment a on a.id = c.assignment_id
                     where %s %s and c.id > :after order by c.id limit :page)
                    """
                        .formatted(door.getValue(), filter.clauses()))
            .collect(Collectors.joining(" union "));
    return "select id from (%s) seen order by id limit :page".formatted(doors);
  }

  private static Uni<Map<UUID, Set<ChecklistRelation>>> read(Viewer viewer, Rows rows) {
    Set<ChecklistRelation> doors = doors(viewer).keySet();
    return viewer
        .bind(rows)
        .list(row -> Map.entry(row.uuid("id"), relations(row, doors)))
        .map(
            entries -> {
              Map<UUID, Set<ChecklistRelation>> found = new LinkedHashMap<>();
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
    select c.id, %s
    from checklist c join assignment a on a.id = c.assignment_id
    where cast(:today as date) is not null
    """
        .formatted(columns);
  }

  private static Map<ChecklistRelation, String> doors(Viewer viewer) {
    Map<ChecklistRelation, String> doors = new EnumMap<>(ChecklistRelation.class);
    doors.put(ChecklistRelation.OWN, "(c.employee_id = :viewer)");
    doors.put(ChecklistRelation.MANAGER, MANAGER);
    doors.put(ChecklistRelation.BUDDY, "(c.buddy_id = :viewer)");
    if (viewer.has(Roles.HR)) {
      doors.put(ChecklistRelation.HR, AccessClauses.hrOf("a.employee_id", "a.org_unit"));
    }
    if (viewer.has(Roles.HR_LEAD)) {
      doors.put(ChecklistRelation.HR_LEAD, AccessClauses.outsideOwnChain("a.employee_id"));
    }
    return doors;
  }

  private static Set<ChecklistRelation> relations(Row row, Collection<ChecklistRelation> doors) {
    return doors.stream()
        .filter(door -> row.flag(door.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(ChecklistRelation.class)));
  }
}
