package org.evenhand.policy.guidance;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who was above or below somebody when they asked: it may be about them, so it stays closed to them
 * when they lead each other no more. Of a head of many there are many, so they are rows.
 */
@ApplicationScoped
public class ChainAtAsking {

  private static final String KEEP =
      """
      insert into guidance_chain (request_id, person_id)
      with recursive line (person, above) as materialized (
        select p.employee_id, up.id
        from person p, unnest(array_append(p.further_manager_ids, p.manager_id)) as up (id)
        where up.id is not null),
      higher (id) as (
        select line.above from line where line.person = :asker
        union
        select line.above from higher join line on line.person = higher.id),
      lower (id) as (
        select line.person from line where line.above = :asker
        union
        select line.person from lower join line on line.above = lower.id),
      dotted (person, above) as (
        select p.employee_id, up.id from person p, unnest(p.dotted_manager_ids) as up (id))
      select cast(:request as uuid), found.id from (
        select higher.id from higher
        union select lower.id from lower
        union select dotted.above from dotted where dotted.person = :asker
        union select dotted.person from dotted where dotted.above = :asker) found
      where found.id <> :asker
      """;

  private static final String CLOSED =
      """
      select c.request_id as request, c.person_id as person from guidance_chain c
      where c.request_id = any (cast(:requests as uuid[]))
        and c.person_id = any (cast(:people as uuid[]))
      """;

  private static final String FORGET =
      "delete from guidance_chain where request_id = any (cast(:requests as uuid[]))";

  private record Closed(UUID request, UUID person) {}

  public Uni<Void> keep(Mutiny.Session session, UUID request, UUID asker) {
    return session
        .flush()
        .chain(
            () ->
                session
                    .createNativeQuery(KEEP, new AffectedEntities())
                    .setParameter("request", request)
                    .setParameter("asker", asker)
                    .executeUpdate())
        .replaceWithVoid();
  }

  /** Of these people those to whom each request has been closed since it was asked. */
  public Uni<Map<UUID, Set<UUID>>> closed(
      Mutiny.Session session, Collection<GuidanceRequest> requests, Collection<UUID> people) {
    return Rows.unflushed(session, CLOSED)
        .bind("requests", requests.stream().map(GuidanceRequest::id).toArray(UUID[]::new))
        .bind("people", people.toArray(UUID[]::new))
        .list(row -> new Closed(row.uuid("request"), row.uuid("person")))
        .map(
            found ->
                found.stream()
                    .collect(
                        Collectors.groupingBy(
                            Closed::request,
                            Collectors.mapping(Closed::person, Collectors.toSet()))));
  }

  public Uni<Void> forget(Mutiny.Session session, Collection<UUID> requests) {
    return session
        .createNativeQuery(FORGET, new AffectedEntities())
        .setParameter("requests", requests.toArray(UUID[]::new))
        .executeUpdate()
        .replaceWithVoid();
  }
}
