package org.evenhand.policy.training.completion;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.web.security.Roles;
import org.evenhand.policy.directory.Actor;
import org.evenhand.policy.training.CompletionState;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/**
 * Who sees whose completions: everybody their own, the two who lead a module those of it, whoever
 * is above a person at any height, in any assignment, and HR for the units that it serves, outside
 * its own chain.
 */
@ApplicationScoped
class CompletionSight {

  /** Whom HR's door is closed to: those above in any assignment, and by a dotted line. */
  private static final String CHAIN =
      """
      above(id) as (
        select l.above_id from person_line l where l.person_id = :me
        union
        select l.above_id from person_line l join above a on l.person_id = a.id),
      chain(id) as (
        select id from above
        union
        select up.id from person p, unnest(p.dotted_manager_ids) as up (id)
        where p.employee_id = :me)
      """;

  private static final String SEEN =
      """
      with recursive %s,
      below(id) as (
        select l.person_id from person_line l where l.above_id = :me
        union
        select l.person_id from person_line l join below b on l.above_id = b.id)
      select c.id from training_completion c join training_module m on m.id = c.module_id
      where c.id > :after
        and (cast(:one as uuid) is null or c.id = cast(:one as uuid))
        and (cast(:module as uuid) is null or c.module_id = cast(:module as uuid))
        and (cast(:person as uuid) is null or c.person_id = cast(:person as uuid))
        and (cast(:state as text) is null or c.state = cast(:state as text))
        and (c.person_id = :me or m.hr_lead = :me or m.manager_lead = :me
          or c.person_id in (select id from below)
          or :hr and c.person_id not in (select id from chain)
            and (:lead or exists (
              select 1 from colleague t join colleague_hr_unit u on u.org_unit = t.org_unit
              where t.id = c.person_id and u.person_id = :me and u.valid_from <= :today
                and (u.valid_to is null or u.valid_to >= :today))))
      order by c.id
      """
          .formatted(CHAIN);

  private static final String SERVED =
      """
      with recursive %s
      select t.id from colleague t
      where t.id = :person and t.id not in (select id from chain)
        and (:lead or exists (
          select 1 from colleague_hr_unit u
          where u.org_unit = t.org_unit and u.person_id = :me and u.valid_from <= :today
            and (u.valid_to is null or u.valid_to >= :today)))
      """
          .formatted(CHAIN);

  private static final UUID BEFORE_ALL = new UUID(0, 0);

  /** Which are asked for; null is for all. */
  record Filter(
      @Nullable UUID one,
      @Nullable UUID module,
      @Nullable UUID person,
      @Nullable CompletionState state) {

    static Filter of(UUID one) {
      return new Filter(one, null, null, null);
    }
  }

  private final Clock clock;

  CompletionSight(Clock clock) {
    this.clock = clock;
  }

  /** Whether somebody of HR serves a person today, who isn't above them. */
  Uni<Boolean> serves(Mutiny.Session session, Actor hr, UUID person) {
    return Rows.of(session, SERVED)
        .bind("me", hr.person())
        .bind("person", person)
        .bind("lead", hr.roles().contains(Roles.HR_LEAD))
        .bind("today", LocalDate.now(clock))
        .any();
  }

  /** The ids of those that the reader sees, in their order. */
  Uni<List<UUID>> seen(
      Mutiny.Session session, Actor reader, Filter filter, Optional<UUID> after, int most) {
    return Rows.of(session, SEEN)
        .bind("me", reader.person())
        .bind("hr", reader.hr())
        .bind("lead", reader.roles().contains(Roles.HR_LEAD))
        .bind("today", LocalDate.now(clock))
        .bind("after", after.orElse(BEFORE_ALL))
        .bind("one", filter.one())
        .bind("module", filter.module())
        .bind("person", filter.person())
        .bind("state", filter.state() == null ? null : filter.state().name())
        .limit(most)
        .list(row -> row.uuid("id"));
  }
}
