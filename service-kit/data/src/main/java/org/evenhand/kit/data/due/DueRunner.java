package org.evenhand.kit.data.due;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.evenhand.kit.data.command.NotInCommand;
import org.evenhand.kit.data.database.Failures;
import org.evenhand.kit.data.database.Row;
import org.evenhand.kit.data.database.Rows;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.web.answer.SafeFailure;
import org.hibernate.reactive.common.AffectedEntities;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes due rows one by one, each in its own transaction, skipping those that another instance has
 * locked. A task that fails is put off, so that it doesn't stand in the way of the others.
 */
@ApplicationScoped
public class DueRunner {

  private static final Logger LOG = Logger.getLogger(DueRunner.class);
  private static final Duration LONGEST_DELAY = Duration.ofMinutes(15);
  private static final int MOST_PER_RUN = 1_000;

  private final Mutiny.SessionFactory sessions;
  private final Map<String, DueTask> tasks;
  private final Clock clock;

  public DueRunner(Mutiny.SessionFactory sessions, @All List<DueTask> tasks, Clock clock) {
    this.sessions = sessions;
    this.tasks = tasks.stream().collect(Collectors.toMap(DueTask::kind, Function.identity()));
    this.clock = clock;
  }

  @Scheduled(
      identity = "due-work",
      every = "${evenhand.due.every:1s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP,
      skipExecutionIf = NotInCommand.class)
  Uni<Void> scheduled() {
    return runDue()
        .replaceWithVoid()
        .onFailure()
        .recoverWithItem(
            failure -> {
              LOG.warnf("due work waits: %s", Failures.withoutContent(failure));
              return null;
            });
  }

  /**
   * Runs all that is due now, and answers how many tasks ran. The scheduler calls it every second;
   * a test that moved its clock calls it instead of waiting.
   */
  public Uni<Integer> runDue() {
    return tasks.isEmpty() ? Uni.createFrom().item(0) : next(0);
  }

  private Uni<Integer> next(int done) {
    Attempt attempt = new Attempt();
    return sessions
        .withTransaction(session -> runOne(session, attempt))
        .onFailure(failure -> attempt.taken != null)
        .recoverWithUni(failure -> putOff(attempt, failure).replaceWith(true))
        .chain(
            ran ->
                ran && done < MOST_PER_RUN
                    ? next(done + 1)
                    : Uni.createFrom().item(done + (ran ? 1 : 0)));
  }

  /** Deleting first lets the task schedule itself anew; a failure brings the row back. */
  private Uni<Boolean> runOne(Mutiny.Session session, Attempt attempt) {
    return Rows.unflushed(
            session,
            "delete from due_work where (kind, subject) = (select kind, subject from due_work"
                + " where try_at <= :now and kind in (select jsonb_array_elements_text("
                + "cast(cast(:kinds as text) as jsonb))) order by try_at limit 1"
                + " for update skip locked) returning kind, subject, attempts")
        .bind("now", Instant.now(clock).atOffset(ZoneOffset.UTC))
        .bind("kinds", Json.write(tasks.keySet()))
        .atMostOne(Taken::of)
        .chain(
            due -> {
              if (due.isEmpty()) {
                return Uni.createFrom().item(false);
              }
              Taken taken = due.get();
              attempt.taken = taken;
              return task(taken.kind())
                  .run(session, taken.subject(), taken.attempts())
                  .replaceWith(true);
            });
  }

  private DueTask task(String kind) {
    DueTask task = tasks.get(kind);
    if (task == null) {
      throw new IllegalStateException("no task of kind " + kind);
    }
    return task;
  }

  private Uni<Void> putOff(Attempt attempt, Throwable failure) {
    Taken taken = attempt.taken;
    if (taken == null) {
      return Uni.createFrom().failure(failure);
    }
    Duration delay = delay(taken.attempts());
    LOG.warnf(
        SafeFailure.of(failure),
        "%s %s failed, next attempt in %s",
        taken.kind(),
        taken.subject(),
        delay);
    return sessions.withTransaction(
        session ->
            session
                .createNativeQuery(
                    "update due_work set attempts = attempts + 1, try_at = ?, last_error = ?"
                        + " where kind = ? and subject = ?",
                    new AffectedEntities())
                .setParameter(1, Instant.now(clock).plus(delay).atOffset(ZoneOffset.UTC))
                .setParameter(2, Failures.withoutContent(failure))
                .setParameter(3, taken.kind())
                .setParameter(4, taken.subject())
                .executeUpdate()
                .replaceWithVoid());
  }

  /** 1 s, 2 s, 4 s … 15 min. */
  private static Duration delay(int attempts) {
    Duration delay = Duration.ofSeconds(1L << Math.min(attempts, 20));
    return delay.compareTo(LONGEST_DELAY) < 0 ? delay : LONGEST_DELAY;
  }

  private record Taken(String kind, UUID subject, int attempts) {
    static Taken of(Row row) {
      return new Taken(row.text("kind"), row.uuid("subject"), row.integer("attempts"));
    }
  }

  /** The row that the failed transaction had taken; by now it is back in the table. */
  private static final class Attempt {
    @Nullable Taken taken;
  }
}
