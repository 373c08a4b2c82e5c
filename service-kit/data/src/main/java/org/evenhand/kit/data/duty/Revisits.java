package org.evenhand.kit.data.duty;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.command.NotInCommand;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/**
 * Looks at aggregates again that haven't changed themselves, some in one transaction: at all of a
 * type once a kind of duty is new to the database, as after an upgrade, and at those that belong to
 * another one when that has changed for all of them.
 */
@ApplicationScoped
public class Revisits {

  private static final Logger LOG = Logger.getLogger(Revisits.class);
  private static final int CHUNK = 200;

  /** Belongs to nothing, and comes before all. */
  private static final UUID NONE = new UUID(0, 0);

  private static final String MEET =
      """
      insert into duty_kind (name)
      select jsonb_array_elements_text(cast(cast(:kinds as text) as jsonb))
      on conflict do nothing returning name
      """;

  private static final String ASK =
      """
      insert into duty_revisit (aggregate_type, owner, last) values (?1, ?2, ?3)
      on conflict (aggregate_type, owner) do update set last = excluded.last
      """;

  private static final String TAKE =
      """
      delete from duty_revisit where (aggregate_type, owner) = (
        select aggregate_type, owner from duty_revisit
        where aggregate_type in (select jsonb_array_elements_text(
          cast(cast(:types as text) as jsonb)))
        order by aggregate_type, owner limit 1 for update skip locked)
      returning aggregate_type, owner, last
      """;

  private record Revisit(String aggregateType, UUID owner, UUID last) {}

  private final Mutiny.SessionFactory sessions;
  private final DutyKinds kinds;
  private final Duties duties;

  /** Whether this instance has told the database which kinds it knows. */
  private volatile boolean met;

  Revisits(Mutiny.SessionFactory sessions, DutyKinds kinds, Duties duties) {
    this.sessions = sessions;
    this.kinds = kinds;
    this.duties = duties;
  }

  /** Those that belong to the owner are looked at once this transaction has committed. */
  public Uni<Void> ask(Mutiny.Session session, String aggregateType, UUID owner) {
    return put(session, new Revisit(aggregateType, owner, NONE));
  }

  @Scheduled(
      identity = "duty-revisits",
      every = "${evenhand.due.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = NotInCommand.class)
  Uni<Void> scheduled() {
    return run()
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("duties wait to be looked at: %s", Failures.withoutContent(failure));
              return null;
            });
  }

  /** Looks at all that waits for it. */
  Uni<Void> run() {
    return meet().chain(this::step).chain(more -> more ? run() : Uni.createFrom().voidItem());
  }

  private Uni<Void> meet() {
    return met || kinds.names().length == 0
        ? Uni.createFrom().voidItem()
        : sessions.withTransaction(this::meet).invoke(() -> met = true);
  }

  private Uni<Void> meet(Mutiny.Session session) {
    return Rows.unflushed(session, MEET)
        .bind("kinds", Json.write(kinds.names()))
        .list(row -> row.text("name"))
        .map(names -> kinds.rulesOf(Set.copyOf(names)))
        .chain(rules -> askAll(session, rules));
  }

  private static Uni<Void> askAll(Mutiny.Session session, List<DutyRule> rules) {
    Uni<Void> asked = Uni.createFrom().voidItem();
    for (DutyRule rule : rules) {
      asked = asked.chain(() -> put(session, new Revisit(rule.aggregateType(), NONE, NONE)));
    }
    return asked;
  }

  private Uni<Boolean> step() {
    return sessions.withTransaction(
        session ->
            take(session)
                .chain(
                    taken ->
                        taken
                            .map(revisit -> look(session, revisit).replaceWith(true))
                            .orElseGet(() -> Uni.createFrom().item(false))));
  }

  private Uni<Optional<Revisit>> take(Mutiny.Session session) {
    return Rows.unflushed(session, TAKE)
        .bind("types", Json.write(kinds.aggregateTypes()))
        .atMostOne(
            row -> new Revisit(row.text("aggregate_type"), row.uuid("owner"), row.uuid("last")));
  }

  /** What has been taken comes back with the id that was reached, as long as there is more. */
  private Uni<Void> look(Mutiny.Session session, Revisit revisit) {
    DutyRule rule = kinds.rule(revisit.aggregateType()).orElseThrow();
    return next(session, rule.rows(), revisit)
        .chain(
            ids ->
                duties
                    .follow(session, rule, Set.copyOf(ids))
                    .chain(
                        () ->
                            ids.size() < CHUNK
                                ? Uni.createFrom().voidItem()
                                : put(session, after(revisit, ids.get(ids.size() - 1)))));
  }

  private static Revisit after(Revisit revisit, UUID last) {
    return new Revisit(revisit.aggregateType(), revisit.owner(), last);
  }

  private static Uni<List<UUID>> next(
      Mutiny.Session session, DutyRule.AggregateRows rows, Revisit revisit) {
    boolean all = revisit.owner().equals(NONE);
    Rows query = Rows.of(session, rows.sql(all)).bind("last", revisit.last()).limit(CHUNK);
    return (all ? query : query.bind("owner", revisit.owner())).list(row -> row.uuid("id"));
  }

  private static Uni<Void> put(Mutiny.Session session, Revisit revisit) {
    return session
        .createNativeQuery(ASK, new AffectedEntities())
        .setParameter(1, revisit.aggregateType())
        .setParameter(2, revisit.owner())
        .setParameter(3, revisit.last())
        .executeUpdate()
        .replaceWithVoid();
  }
}
