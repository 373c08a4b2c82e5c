package org.evenhand.kit.data.duty;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.command.NotInCommand;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Doesn't let a duty wait for somebody who isn't there: what a leaver owes passes to the next one
 * up at once, and so does what somebody owes who has been on leave for a week, five working days,
 * and has asked nobody to act for them. The day stays. What somebody owes about themself waits for
 * them.
 */
@ApplicationScoped
class Absences {

  private static final Logger LOG = Logger.getLogger(Absences.class);

  /** Of leave; whoever is back sooner finds their duties as they were. */
  private static final int LONGEST_DAYS = 7;

  private static final String BEGUN =
      """
      insert into duty_absence (person, since)
      select c.id, :today from colleague c where c.status = 'ON_LEAVE' on conflict do nothing
      """;

  private static final String OVER =
      """
      delete from duty_absence a
      where not exists (select 1 from colleague c where c.id = a.person and c.status = 'ON_LEAVE')
      """;

  /** Reads {@code c}, a colleague. */
  static final String AWAY =
      """
      (c.status = 'TERMINATED' or c.status = 'ON_LEAVE' and exists (
        select 1 from duty_absence a where a.person = c.id and a.since <= :longest))
      """;

  /** Never waits for a duty that somebody is at work on: the next look finds it. */
  private static final String MOVE_ON =
      """
      with waiting as (
        select d.id from duty d join colleague c on c.id = d.holder_id
        where d.state = 'DUE' and d.next_at > :now and d.holder_id is distinct from d.about
          and not (c.status = 'ON_LEAVE' and (d.holder_id, d.kind) in (
            select r.person, r.kind from jsonb_to_recordset(
              cast(cast(:represented as text) as jsonb)) as r(person uuid, kind text)))
          and %s
        for update of d skip locked)
      update duty d set next_at = :now from waiting w where w.id = d.id
      """
          .formatted(AWAY);

  private final Mutiny.SessionFactory sessions;
  private final Colleagues colleagues;
  private final Clock clock;

  Absences(Mutiny.SessionFactory sessions, Colleagues colleagues, Clock clock) {
    this.sessions = sessions;
    this.colleagues = colleagues;
    this.clock = clock;
  }

  @Scheduled(
      identity = "duty-absences",
      every = "${evenhand.duties.absences-every:1m}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = NotInCommand.class)
  Uni<Void> scheduled() {
    return run()
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("duties of absent people wait: %s", Failures.withoutContent(failure));
              return null;
            });
  }

  /** Lets {@link DutyWatch} move on what waits for nobody. */
  Uni<Void> run() {
    return sessions.withTransaction(
        session ->
            statement(session, BEGUN)
                .setParameter("today", today())
                .executeUpdate()
                .chain(() -> statement(session, OVER).executeUpdate())
                .chain(() -> colleagues.represented(session))
                .chain(represented -> moveOn(session, represented)));
  }

  private Uni<Void> moveOn(Mutiny.Session session, Map<UUID, Set<String>> represented) {
    return statement(session, MOVE_ON)
        .setParameter("now", clock.instant().atOffset(ZoneOffset.UTC))
        .setParameter("longest", longest(clock))
        .setParameter("represented", Json.write(Represented.each(represented)))
        .executeUpdate()
        .replaceWithVoid();
  }

  private record Represented(UUID person, String kind) {

    static List<Represented> each(Map<UUID, Set<String>> represented) {
      return represented.entrySet().stream()
          .flatMap(
              each -> each.getValue().stream().map(kind -> new Represented(each.getKey(), kind)))
          .toList();
    }
  }

  /** Whose leave began on this day or before is away. */
  static LocalDate longest(Clock clock) {
    return LocalDate.now(clock).minusDays(LONGEST_DAYS);
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private static Mutiny.MutationQuery statement(Mutiny.Session session, String sql) {
    return session.createNativeQuery(sql, new AffectedEntities());
  }
}
