package org.evenhand.review.growth.moved;

import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells who has left since they were given something. How they stand doesn't: whoever left and was
 * hired anew between two looks stands as before. So the last change of their status is kept beside
 * what they are given, and what was told after it counts.
 */
public final class Exits {

  private static final String SEEN =
      "select e.id, %s as seen from employee e where e.id = any(:people)".formatted(seen("e.id"));

  private Exits() {}

  /**
   * The last change of somebody's status, 0 where there was none.
   *
   * @param person an SQL expression of the query's own, a uuid
   */
  public static String seen(String person) {
    return "coalesce((select max(s.id) from status_change s where s.employee_id = %s), 0)"
        .formatted(person);
  }

  /** The last change of the status of each of them. */
  public static Uni<Map<UUID, Long>> seen(Mutiny.Session session, Collection<UUID> people) {
    return Rows.of(session, SEEN)
        .bind("people", people.toArray(UUID[]::new))
        .list(row -> Map.entry(row.uuid("id"), row.bigint("seen")))
        .map(
            found ->
                found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /**
   * Whether somebody has left since a change of their status was the last one, be it that they are
   * back.
   *
   * @param person an SQL expression of the query's own, a uuid or {@code any} of several
   * @param seen likewise, the last change
   */
  public static String since(String person, String seen) {
    return """
    (exists (select 1 from status_change s
      where s.employee_id = %s and s.id > %s and s.status = 'TERMINATED'))
    """
        .formatted(person, seen);
  }
}
