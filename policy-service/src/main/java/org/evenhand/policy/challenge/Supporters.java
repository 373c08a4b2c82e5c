package org.evenhand.policy.challenge;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Who stands behind challenges. Nobody is ever told who: not the author, not HR, and the audit as
 * little.
 */
@ApplicationScoped
public class Supporters {

  private static final String COUNTED =
      """
      select s.challenge_id as id, count(*) as number,
        coalesce(bool_or(s.person_id = :me), false) as mine
      from challenge_supporter s where s.challenge_id = any (cast(:ids as uuid[]))
      group by s.challenge_id
      """;

  private static final String ADD =
      """
      insert into challenge_supporter (challenge_id, person_id) values (:id, :me)
      on conflict do nothing
      """;

  private static final String REMOVE =
      "delete from challenge_supporter where challenge_id = :id and person_id = :me";

  /** An author needs no other to stand behind their own. */
  private static final String CARRY_OVER =
      """
      insert into challenge_supporter (challenge_id, person_id)
      select cast(:into as uuid), found.person from (
        select s.person_id as person from challenge_supporter s where s.challenge_id = :id
        union
        select c.author_id from challenge c where c.id = :id) found
      where found.person <> (select c.author_id from challenge c where c.id = :into)
      on conflict do nothing
      """;

  /**
   * Those of a challenge.
   *
   * @param mine whether the reader is one of them
   */
  public record Support(long number, boolean mine) {

    public static final Support NONE = new Support(0, false);
  }

  public Uni<Map<UUID, Support>> of(Mutiny.Session session, UUID me, Collection<UUID> ids) {
    return Rows.of(session, COUNTED)
        .bind("me", me)
        .bind("ids", ids.toArray(UUID[]::new))
        .list(row -> Map.entry(row.uuid("id"), new Support(row.bigint("number"), row.flag("mine"))))
        .map(
            found ->
                found.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  public Uni<Void> add(Mutiny.Session session, UUID id, UUID me) {
    return write(session, ADD, Map.of("id", id, "me", me));
  }

  public Uni<Void> remove(Mutiny.Session session, UUID id, UUID me) {
    return write(session, REMOVE, Map.of("id", id, "me", me));
  }

  /** Whoever stood behind one of them, and who raised it, stands behind the other. */
  public Uni<Void> carryOver(Mutiny.Session session, UUID id, UUID into) {
    return write(session, CARRY_OVER, Map.of("id", id, "into", into));
  }

  private static Uni<Void> write(Mutiny.Session session, String sql, Map<String, UUID> values) {
    var query = session.createNativeQuery(sql, new AffectedEntities());
    values.forEach(query::setParameter);
    return query.executeUpdate().replaceWithVoid();
  }
}
