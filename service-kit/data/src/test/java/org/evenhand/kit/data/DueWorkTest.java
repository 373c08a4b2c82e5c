package org.evenhand.kit.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.evenhand.kit.data.due.DueRunner;
import org.evenhand.kit.data.due.DueWork;
import org.evenhand.kit.data.testapp.CountingTask;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class DueWorkTest {

  private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

  @Inject DueWork dueWork;
  @Inject DueRunner runner;
  @Inject CountingTask task;
  @Inject TestClock clock;
  @Inject Database database;

  private final UUID subject = UUID.randomUUID();

  @BeforeEach
  void noon() {
    clock.set(NOON);
    database.execute("delete from due_work");
    task.reset();
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void workRunsOnceWhenItsTimeHasCome() {
    schedule(subject, NOON.plus(Duration.ofHours(1)));

    assertEquals(0, runDue());
    clock.advance(Duration.ofHours(1));
    assertEquals(1, runDue());
    assertEquals(0, runDue());
    assertEquals(1, task.runs(subject));
  }

  @Test
  void whatFellDueDuringAStopIsCaughtUpOldestFirst() {
    UUID other = UUID.randomUUID();
    schedule(subject, NOON.minus(Duration.ofDays(1)));
    schedule(other, NOON.minus(Duration.ofDays(9)));

    assertEquals(2, runDue());
    assertEquals(java.util.List.of(other, subject), task.order());
  }

  @Test
  void aTaskThatFailsIsTriedAgainLaterAndStandsInNobodysWay() {
    UUID good = UUID.randomUUID();
    task.fail(subject, true);
    schedule(subject, NOON.minusSeconds(10));
    schedule(good, NOON.minusSeconds(5));

    runDue();
    assertEquals(1, task.runs(good));
    assertEquals(0, task.runs(subject));
    assertEquals(
        "IllegalStateException",
        database.rows("select last_error from due_work where subject = ?", subject).get(0).get(0));

    task.fail(subject, false);
    assertEquals(0, runDue(), "put off");
    clock.advance(Duration.ofMinutes(1));
    assertEquals(1, runDue());
    assertEquals(1, task.runs(subject));
  }

  @Test
  void cancelledWorkDoesNotRun() {
    schedule(subject, NOON);
    database.inTransaction(session -> dueWork.cancel(session, CountingTask.KIND, subject));

    assertEquals(0, runDue());
  }

  @Test
  void schedulingAnewMovesIt() {
    schedule(subject, NOON);
    schedule(subject, NOON.plus(Duration.ofDays(1)));

    assertEquals(0, runDue());
  }

  @Test
  void aTaskMayScheduleItselfAnew() {
    task.repeat(subject, NOON.plus(Duration.ofHours(1)));
    schedule(subject, NOON);

    assertEquals(1, runDue());
    assertEquals(0, runDue());
    clock.advance(Duration.ofHours(1));
    assertEquals(1, runDue());
  }

  @Test
  void aKindThatNobodyHereKnowsIsLeftAlone() {
    database.inTransaction(session -> dueWork.schedule(session, "unknown", subject, NOON));

    assertEquals(0, runDue());
    assertEquals(1, database.number("select count(*) from due_work"));
  }

  @Test
  void twoRunnersAtTheSameMomentShareTheWork() {
    for (int i = 0; i < 40; i++) {
      schedule(UUID.randomUUID(), NOON);
    }
    int sum =
        Database.await(
            () ->
                Uni.combine()
                    .all()
                    .unis(apart(runner.runDue()), apart(runner.runDue()))
                    .with(Integer::sum));

    assertEquals(40, sum);
    assertEquals(40, task.order().stream().distinct().count());
    assertEquals(40, task.order().size());
  }

  /** Each runs on a context of its own; otherwise they would share one session. */
  private static Uni<Integer> apart(Uni<Integer> run) {
    return Uni.createFrom()
        .item(() -> Database.await(() -> run))
        .runSubscriptionOn(io.smallrye.mutiny.infrastructure.Infrastructure.getDefaultExecutor());
  }

  private int runDue() {
    return Database.await(runner::runDue);
  }

  private void schedule(UUID id, Instant at) {
    database.inTransaction(session -> dueWork.schedule(session, CountingTask.KIND, id, at));
  }
}
