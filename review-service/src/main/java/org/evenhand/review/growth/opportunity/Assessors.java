package org.evenhand.review.growth.opportunity;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who assesses the applications to an opportunity. They stand beside it, so that nobody learns of a
 * change of them by its version: that somebody has to step in may tell who has applied.
 */
@ApplicationScoped
public class Assessors {

  private static final String ADD =
      """
      insert into opportunity_assessor (opportunity_id, employee_id)
      values (:opportunity, :person) on conflict do nothing returning employee_id
      """;

  private static final String REMOVE =
      """
      delete from opportunity_assessor where opportunity_id = :opportunity and employee_id = :person
      returning employee_id
      """;

  private static final String REMOVE_GONE =
      """
      delete from opportunity_assessor s using employee e
      where s.opportunity_id = :opportunity and e.id = s.employee_id and e.status = 'TERMINATED'
      returning s.employee_id
      """;

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

  /** Those who work here no more. */
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
