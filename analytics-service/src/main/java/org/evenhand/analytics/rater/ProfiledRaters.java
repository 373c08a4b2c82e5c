package org.evenhand.analytics.rater;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.evenhand.analytics.counts.Cycle;
import org.hibernate.reactive.mutiny.Mutiny;

/** Of whom a profile may be drawn, and who has seen their own. */
@ApplicationScoped
class ProfiledRaters {

  private static final String ENABLED =
      """
      from person p join rater_profiling e on e.country = p.country
      where e.enabled_from <= :today and (e.enabled_until is null or e.enabled_until >= :today)
      """;

  // Whoever is above the caller is closed to them, as a record of their own chain is to HR.
  private static final String OPEN_TO =
      """
      with recursive above as (
        select manager_id from person where external_id = :caller and status <> 'TERMINATED'
        union
        select p.manager_id from person p join above a on p.employee_id = a.manager_id
      )
      select cast(p.employee_id as text)
      """
          + ENABLED
          + """
            and exists (select 1 from published_group g
                        where g.cycle_id = :cycle and g.phase = 'BEFORE' and g.dimension = 'reviewer'
                          and g.value = cast(p.employee_id as text))
            and p.external_id <> :caller
            and not exists (select 1 from above a where a.manager_id = p.employee_id)
          """;

  private static final String IS_ENABLED =
      "select cast(p.employee_id as text) " + ENABLED + " and p.employee_id = :rater";

  private static final String SHOW =
      """
      insert into rater_profile_shown (cycle_id, reviewer_id, shown_at)
      values (cast(:cycle as uuid), cast(:rater as uuid), cast(:now as timestamptz))
      on conflict (cycle_id, reviewer_id) do update set shown_at = excluded.shown_at
      """;

  // What was published after the manager looked, they have not seen.
  private static final String SHOWN =
      """
      select cast(s.reviewer_id as text)
      from rater_profile_shown s join published_group g
        on g.cycle_id = s.cycle_id and g.phase = 'BEFORE' and g.dimension = 'reviewer'
          and g.value = cast(s.reviewer_id as text)
      where s.cycle_id = :cycle and s.shown_at >= g.published_at
      """;

  private final Clock clock;

  ProfiledRaters(Clock clock) {
    this.clock = clock;
  }

  /** Raters in countries where it is on today, but for the caller and those above them. */
  Uni<Set<String>> openTo(Mutiny.Session session, Cycle cycle, String callerExternalId) {
    return session
        .createNativeQuery(OPEN_TO, String.class)
        .setParameter("caller", callerExternalId)
        .setParameter("cycle", cycle.id())
        .setParameter("today", LocalDate.now(clock))
        .getResultList()
        .map(Set::copyOf);
  }

  Uni<Boolean> isEnabled(Mutiny.Session session, UUID rater) {
    return session
        .createNativeQuery(IS_ENABLED, String.class)
        .setParameter("rater", rater)
        .setParameter("today", LocalDate.now(clock))
        .getResultList()
        .map(found -> !found.isEmpty());
  }

  /** The manager sees their own profile now. */
  Uni<Void> show(Mutiny.Session session, Cycle cycle, UUID rater) {
    return session
        .createNativeQuery(SHOW)
        .setParameter("cycle", cycle.id())
        .setParameter("rater", rater)
        .setParameter("now", Instant.now(clock))
        .executeUpdate()
        .replaceWithVoid();
  }

  /** Who has seen their own profile as it is published now. */
  Uni<Set<String>> shown(Mutiny.Session session, Cycle cycle) {
    return session
        .createNativeQuery(SHOWN, String.class)
        .setParameter("cycle", cycle.id())
        .getResultList()
        .map(Set::copyOf);
  }
}
