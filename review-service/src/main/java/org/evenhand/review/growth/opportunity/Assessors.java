package org.evenhand.review.growth.opportunity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.review.growth.moved.Exits;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who assesses the applications to an opportunity. They stand beside it, so that nobody learns of a
 * change of them by its version: that somebody has to step in may tell who has applied.
 */
@ApplicationScoped
public class Assessors {

  private static final String ADD =
      """
      insert into opportunity_assessor (opportunity_id, employee_id, status_seen)
      select :opportunity, e.id, %s from employee e where e.id = :person
      on conflict (opportunity_id, employee_id)
        do update set status_seen = greatest(opportunity_assessor.status_seen, excluded.status_seen)
      returning employee_id
      """
          .formatted(Exits.seen("e.id"));

  private static final String REMOVE =
      """
      delete from opportunity_assessor where opportunity_id = :opportunity and employee_id = :person
      returning employee_id
      """;

  private static final String REMOVE_GONE =
      """
      delete from opportunity_assessor named where named.opportunity_id = :opportunity and %s
      returning named.employee_id
      """
          .formatted(Exits.since("named.employee_id", "named.status_seen"));

  private static final String OF =
      """
      select opportunity_id, employee_id from opportunity_assessor
      where opportunity_id = any(:ids) order by opportunity_id, employee_id
      """;

  public Uni<Void> add(Mutiny.Session session, UUID opportunity, UUID person) {
    return Rows.of(session, ADD).bind("opportunity", opportunity).bind("person", person).run();
  }

  public Uni<Void> remove(Mutiny.Session session, UUID opportunity, UUID person) {
    return Rows.of(session, REMOVE).bind("opportunity", opportunity).bind("person", person).run();
  }

  /** Those who have left since they were named; who is back may be named anew. */
  public Uni<Void> removeGone(Mutiny.Session session, UUID opportunity) {
    return Rows.of(session, REMOVE_GONE).bind("opportunity", opportunity).run();
  }

  /** By opportunity; one that has none is absent. */
  public Uni<Map<UUID, List<UUID>>> of(Mutiny.Session session, Collection<UUID> opportunities) {
    return opportunities.isEmpty()
        ? Uni.createFrom().item(Map.of())
        : Rows.of(session, OF)
            .bind("ids", opportunities.toArray(UUID[]::new))
            .list(row -> Map.entry(row.uuid("opportunity_id"), row.uuid("employee_id")))
            .map(
                found ->
                    found.stream()
                        .collect(
                            Collectors.groupingBy(
                                Map.Entry::getKey,
                                Collectors.mapping(Map.Entry::getValue, Collectors.toList()))));
  }
}
