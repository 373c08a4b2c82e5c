package org.evenhand.kit.data.duty;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.evenhand.kit.data.command.NotInCommand;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.due.DueTask;
import org.evenhand.kit.data.due.DueWork;
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
public class Revisits implements DueTask {

  private static final Logger LOG = Logger.getLogger(Revisits.class);
  private static final String KIND = "duty-revisit";
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
      insert into duty_revisit (id, aggregate_type, owner, last)
      values (gen_random_uuid(), :type, :owner, :none)
      on conflict (aggregate_type, owner) do update set last = excluded.last
      returning id
      """;

  private static final String ONE =
      "select id, aggregate_type, owner, last from duty_revisit where id = :id for update";

  private record Revisit(UUID id, String aggregateType, UUID owner, UUID last) {}

  private final Mutiny.SessionFactory sessions;
  private final DutyKinds kinds;
  private final Duties duties;
  private final DueWork dueWork;
  private final Clock clock;

  /** Whether this instance has told the database which kinds it knows. */
  private volatile boolean met;

  Revisits(
      Mutiny.SessionFactory sessions,
      DutyKinds kinds,
      Duties duties,
      DueWork dueWork,
      Clock clock) {
    this.sessions = sessions;
    this.kinds = kinds;
    this.duties = duties;
    this.dueWork = dueWork;
    this.clock = clock;
  }

  /** Those that belong to the owner are looked at once this transaction has committed. */
  public Uni<Void> ask(Mutiny.Session session, String aggregateType, UUID owner) {
    return Rows.unflushed(session, ASK)
        .bind("type", aggregateType)
        .bind("owner", owner)
        .bind("none", NONE)
        .one(row -> row.uuid("id"))
        .chain(id -> dueWork.schedule(session, KIND, id, clock.instant()));
  }

  @Scheduled(
      identity = "duty-kinds",
      every = "${evenhand.due.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = NotInCommand.class)
  Uni<Void> scheduled() {
    return meet()
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("duties wait to be looked at: %s", Failures.withoutContent(failure));
              return null;
            });
  }

  /** Asks once for all of each type of which a kind is new. */
  Uni<Void> meet() {
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

  private Uni<Void> askAll(Mutiny.Session session, List<DutyRule> rules) {
    Uni<Void> asked = Uni.createFrom().voidItem();
    for (DutyRule rule : rules) {
      asked = asked.chain(() -> ask(session, rule.aggregateType(), NONE));
    }
    return asked;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public Uni<Void> run(Mutiny.Session session, UUID id) {
    return Rows.unflushed(session, ONE)
        .bind("id", id)
        .atMostOne(
            row ->
                new Revisit(
                    row.uuid("id"),
                    row.text("aggregate_type"),
                    row.uuid("owner"),
                    row.uuid("last")))
        .chain(
            found ->
                found
                    .map(revisit -> run(session, revisit))
                    .orElseGet(() -> Uni.createFrom().voidItem()));
  }

  /** A later version may know fewer types. */
  private Uni<Void> run(Mutiny.Session session, Revisit revisit) {
    Optional<DutyRule> rule = kinds.rule(revisit.aggregateType());
    return rule.isEmpty() ? done(session, revisit) : look(session, revisit, rule.get());
  }

  private Uni<Void> look(Mutiny.Session session, Revisit revisit, DutyRule rule) {
    return next(session, rule.rows(), revisit)
        .chain(
            ids ->
                duties
                    .follow(session, rule, Set.copyOf(ids))
                    .chain(
                        () ->
                            ids.size() < CHUNK
                                ? done(session, revisit)
                                : goOn(session, revisit, ids.get(ids.size() - 1))));
  }

  private static Uni<List<UUID>> next(
      Mutiny.Session session, DutyRule.AggregateRows rows, Revisit revisit) {
    boolean all = revisit.owner().equals(NONE);
    Rows query = Rows.of(session, rows.sql(all)).bind("last", revisit.last()).limit(CHUNK);
    return (all ? query : query.bind("owner", revisit.owner())).list(row -> row.uuid("id"));
  }

  private Uni<Void> goOn(Mutiny.Session session, Revisit revisit, UUID last) {
    return session
        .createNativeQuery(
            "update duty_revisit set last = ?1 where id = ?2", new AffectedEntities())
        .setParameter(1, last)
        .setParameter(2, revisit.id())
        .executeUpdate()
        .chain(() -> dueWork.schedule(session, KIND, revisit.id(), clock.instant()));
  }

  private static Uni<Void> done(Mutiny.Session session, Revisit revisit) {
    return session
        .createNativeQuery("delete from duty_revisit where id = ?1", new AffectedEntities())
        .setParameter(1, revisit.id())
        .executeUpdate()
        .replaceWithVoid();
  }
}
