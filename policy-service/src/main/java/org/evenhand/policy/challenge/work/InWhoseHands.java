package org.evenhand.policy.challenge.work;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Whose the practice is, as far as this service owns it: who holds or looks after a duty, who has
 * written or signed what it is about, who sees to a review of governance. Whose the practices of
 * other services are, it doesn't know. What is asked in confidence is never looked up.
 */
@ApplicationScoped
class InWhoseHands {

  private static final String FOUND =
      """
      with own as (
        select d.subject, d.holder_id, d.responsible_id from duty d
        where d.id = :subject and d.kind <> 'GUIDANCE_ANSWER'),
      matter as (
        select cast(:subject as uuid) as id union select own.subject from own),
      signed as (
        select v.authors, v.sign_off from policy_version v
        where v.id in (select m.id from matter m) or v.policy_id in (select m.id from matter m)
        union all
        select c.authors, c.sign_off from charter c where c.id in (select m.id from matter m))
      select found.person from (
        select own.holder_id as person from own
        union select own.responsible_id from own
        union select cast(a.id as uuid)
        from signed s, jsonb_array_elements_text(s.authors -> 'ids') as a (id)
        union select cast(g.value ->> 'signerId' as uuid)
        from signed s, jsonb_array_elements(s.sign_off -> 'rounds') as r,
          jsonb_array_elements(r.value -> 'signatures') as g
        union select cast(h.terms ->> 'owner' as uuid)
        from governance_review h where h.id in (select m.id from matter m)) found
      where found.person is not null
      """;

  Uni<Set<UUID>> of(Mutiny.Session session, UUID subject) {
    return Rows.of(session, FOUND)
        .bind("subject", subject)
        .list(row -> row.uuid("person"))
        .map(Set::copyOf);
  }
}
