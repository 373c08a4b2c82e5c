package org.evenhand.review.growth.checkin.access;

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
import org.evenhand.review.directory.lines.Viewer;
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

  private static final UUID LOWEST = new UUID(0, 0);

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

  private static final Map<CheckInRelation, String> DOORS =
      new EnumMap<>(
          Map.of(
              CheckInRelation.EMPLOYEE, "(c.employee_id = :viewer)",
              CheckInRelation.MANAGER, "(c.manager_id = :viewer)",
              CheckInRelation.SUCCESSOR, SUCCESSOR));

  private static final String SELECT =
      DOORS.entrySet().stream()
          .map(door -> "coalesce(%s, false) as \"%s\"".formatted(door.getValue(), door.getKey()))
          .collect(Collectors.joining(", ", "select c.id, ", " from check_in c where "));

  /** Which of the visible ones are asked for. */
  public record Filter(@Nullable UUID employee, @Nullable CheckInState state) {

    private String clauses() {
      return (employee == null ? "" : " and c.employee_id = :employee")
          + (state == null ? "" : " and c.state = :state");
    }

    private void bind(Rows rows) {
      if (employee != null) {
        rows.bind("employee", employee);
      }
      if (state != null) {
        rows.bind("state", state.name());
      }
    }
  }

  /** The relations of the viewer to check-ins; those that they may not know of are absent. */
  public Uni<Map<UUID, Set<CheckInRelation>>> relations(
      Mutiny.Session session, Viewer viewer, Collection<UUID> ids) {
    String any = String.join(" or ", DOORS.values());
    return read(
        viewer,
        Rows.of(session, SELECT + "c.id = any(:ids) and (" + any + ")")
            .bind("ids", ids.toArray(UUID[]::new)));
  }

  /** Visible check-ins in the order of their ids, each door looked through by itself. */
  public Uni<Map<UUID, Set<CheckInRelation>>> list(
      Mutiny.Session session, Viewer viewer, Filter filter, @Nullable UUID after, int limit) {
    Rows rows =
        Rows.of(session, SELECT + "c.id in (" + page(filter) + ") order by c.id limit :page")
            .bind("after", after == null ? LOWEST : after)
            .bind("page", (long) limit);
    filter.bind(rows);
    return read(viewer, rows);
  }

  private static String page(Filter filter) {
    return DOORS.values().stream()
        .map(
            door ->
                """
                (select c.id from check_in c
                 where %s %s and c.id > :after order by c.id limit :page)
                """
                    .formatted(door, filter.clauses()))
        .collect(Collectors.joining(" union "));
  }

  private static Uni<Map<UUID, Set<CheckInRelation>>> read(Viewer viewer, Rows rows) {
    return rows.bind("viewer", viewer.employeeId())
        .list(row -> Map.entry(row.uuid("id"), relations(row)))
        .map(
            entries -> {
              Map<UUID, Set<CheckInRelation>> found = new LinkedHashMap<>();
              entries.forEach(entry -> found.put(entry.getKey(), entry.getValue()));
              return found;
            });
  }

  private static Set<CheckInRelation> relations(Row row) {
    return DOORS.keySet().stream()
        .filter(door -> row.flag(door.name()))
        .collect(Collectors.toCollection(() -> EnumSet.noneOf(CheckInRelation.class)));
  }
}
