package org.evenhand.policy.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** The lines of the main assignments, which are those that this service knows. */
@ApplicationScoped
public class Lines {

  /** A union without doubles ends also where a line turns in a circle. */
  private static final String IN_CHAIN =
      """
      with recursive line (person, above) as (
        select p.employee_id, p.manager_id from person p
        where p.manager_id is not null and p.employee_id = any (cast(:people as uuid[]))
        union
        select line.person, p.manager_id from line join person p on p.employee_id = line.above
        where p.manager_id is not null)
      select line.person as id from line where line.above = :me
      union
      select line.above as id from line
      where line.person = :me and line.above = any (cast(:people as uuid[]))
      """;

  /** Of these people those who are somebody themself, or above or below them at any depth. */
  public Uni<Set<UUID>> closeTo(Mutiny.Session session, UUID me, Collection<UUID> people) {
    if (people.isEmpty()) {
      return Uni.createFrom().item(Set.of());
    }
    UUID[] all = Stream.concat(people.stream(), Stream.of(me)).distinct().toArray(UUID[]::new);
    return Rows.of(session, IN_CHAIN)
        .bind("people", all)
        .bind("me", me)
        .list(row -> row.uuid("id"))
        .map(
            chain ->
                Stream.concat(chain.stream(), Stream.of(me))
                    .filter(people::contains)
                    .collect(Collectors.toSet()));
  }
}
