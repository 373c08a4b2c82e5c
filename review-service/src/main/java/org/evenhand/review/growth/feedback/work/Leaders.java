package org.evenhand.review.growth.feedback.work;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who leads people today, by LINE and directly, and who reviews them. */
@Singleton
class Leaders {

  private static final String LEADERS =
      """
      select near.employee, near.above from reporting_line near
      join employee leader on leader.id = near.above and leader.status <> 'TERMINATED'
      where near.employee = any(:people) and near.relationship = 'LINE' and near.depth = 1
      """;

  private static final String LEADERS_AND_REVIEWERS =
      LEADERS
          + """
          union
          select r.employee_id, r.reviewer_id from review r
          join employee reviewer on reviewer.id = r.reviewer_id and reviewer.status <> 'TERMINATED'
          where r.employee_id = any(:people)
            and r.phase not in ('FINAL', 'NOT_RATED', 'CANCELLED')
          """;

  /** By those whom they lead; whom nobody leads is absent. */
  Uni<Map<UUID, List<UUID>>> of(Mutiny.Session session, Collection<UUID> people) {
    return read(session, LEADERS, people);
  }

  /** Also those who have a review of the person that isn't over. */
  Uni<List<UUID>> andReviewersOf(Mutiny.Session session, UUID person) {
    return read(session, LEADERS_AND_REVIEWERS, List.of(person))
        .map(found -> found.getOrDefault(person, List.of()));
  }

  private static Uni<Map<UUID, List<UUID>>> read(
      Mutiny.Session session, String sql, Collection<UUID> people) {
    return Rows.of(session, sql)
        .bind("people", people.toArray(UUID[]::new))
        .list(row -> Map.entry(row.uuid("employee"), row.uuid("above")))
        .map(
            found ->
                found.stream()
                    .collect(
                        Collectors.groupingBy(
                            Map.Entry::getKey,
                            Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }
}
