package org.evenhand.review.growth.goal;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.growth.moved.Exits;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads how assignments stand. */
@ApplicationScoped
public class Posts {

  /**
   * Reads {@code a}, an assignment: to whom it reports; where that one has left, the next one above
   * them. Who leads the person in another assignment has nothing to do with this one.
   */
  public static final String MANAGER =
      """
      coalesce(
        (select m.id from employee m where m.id = a.line_manager_id and m.status <> 'TERMINATED'),
        (select up.above from reporting_line up join employee m on m.id = up.above
         where up.employee = a.line_manager_id and up.relationship = 'LINE'
           and m.status <> 'TERMINATED' and m.id <> a.employee_id
         order by up.depth, up.above limit 1))
      """;

  private static final String OF =
      """
      select a.id, a.employee_id, a.assignment_id, a.org_unit, a.work_location, a.country,
        a.legal_entity, a.worker_type, %s as manager,
        a.started_on as since,
        %s as status_seen,
        e.status <> 'TERMINATED' and a.ended_on is null as open
      from assignment a join employee e on e.id = a.employee_id
      where a.id = any(:ids)
      """
          .formatted(MANAGER, Exits.seen("a.employee_id"));

  /** Those that exist, by id. */
  public Uni<Map<UUID, Post>> byIds(Mutiny.Session session, Collection<UUID> assignments) {
    if (assignments.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return Rows.of(session, OF)
        .bind("ids", assignments.toArray(UUID[]::new))
        .list(Posts::post)
        .map(
            found ->
                found.stream().collect(Collectors.toMap(Post::assignmentId, Function.identity())));
  }

  public Uni<Post> get(Mutiny.Session session, UUID assignment) {
    return byIds(session, List.of(assignment))
        .map(found -> Optional.ofNullable(found.get(assignment)).orElseThrow());
  }

  private static Post post(Row row) {
    return new Post(
        row.uuid("employee_id"),
        row.uuid("id"),
        row.text("assignment_id"),
        row.text("org_unit"),
        row.text("work_location"),
        row.text("country"),
        row.text("legal_entity"),
        row.text("worker_type"),
        row.orNull("manager", Row::uuid),
        row.day("since"),
        row.bigint("status_seen"),
        row.flag("open"));
  }
}
