package org.evenhand.policy.directory;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/** Who is above and below whom: by LINE of any assignment all the way up, by DOTTED one step. */
@ApplicationScoped
public class Lines {

  /** A union without doubles ends also where a line turns in a circle. */
  private static final String CLOSE =
      """
      with recursive line (person, above) as (
        select p.employee_id, up.id
        from person p, unnest(array_append(p.further_manager_ids, p.manager_id)) as up (id)
        where p.employee_id = any (cast(:all as uuid[])) and up.id is not null
        union
        select line.person, up.id
        from line join person p on p.employee_id = line.above,
          unnest(array_append(p.further_manager_ids, p.manager_id)) as up (id)
        where up.id is not null),
      chain (person, above) as (
        select person, above from line
        union
        select p.employee_id, up.id from person p, unnest(p.dotted_manager_ids) as up (id)
        where p.employee_id = any (cast(:all as uuid[])))
      select person as one, above as other from chain
      where person = any (cast(:ones as uuid[])) and above = any (cast(:others as uuid[]))
      union
      select above, person from chain
      where above = any (cast(:ones as uuid[])) and person = any (cast(:others as uuid[]))
      """;

  private record Close(UUID one, UUID other) {}

  /** Of these people those who are somebody themself, or above or below them. */
  public Uni<Set<UUID>> closeTo(Mutiny.Session session, UUID me, Collection<UUID> people) {
    return closeTo(session, Set.of(me), people).map(close -> close.getOrDefault(me, Set.of()));
  }

  /** The same of several at once; of one whom nobody is close to there is none. */
  public Uni<Map<UUID, Set<UUID>>> closeTo(
      Mutiny.Session session, Collection<UUID> ones, Collection<UUID> others) {
    if (ones.isEmpty() || others.isEmpty()) {
      return Uni.createFrom().item(Map.of());
    }
    return Rows.of(session, CLOSE)
        .bind("all", array(Stream.concat(ones.stream(), others.stream())))
        .bind("ones", array(ones.stream()))
        .bind("others", array(others.stream()))
        .list(row -> new Close(row.uuid("one"), row.uuid("other")))
        .map(found -> byOne(ones, others, found));
  }

  private static UUID[] array(Stream<UUID> people) {
    return people.distinct().toArray(UUID[]::new);
  }

  private static Map<UUID, Set<UUID>> byOne(
      Collection<UUID> ones, Collection<UUID> others, List<Close> found) {
    Map<UUID, Set<UUID>> all = new HashMap<>();
    Stream.concat(
            found.stream(), ones.stream().filter(others::contains).map(one -> new Close(one, one)))
        .forEach(
            close -> all.computeIfAbsent(close.one(), one -> new HashSet<>()).add(close.other()));
    return all;
  }
}
