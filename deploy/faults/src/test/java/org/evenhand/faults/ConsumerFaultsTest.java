package org.evenhand.faults;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Analytics-service gets SIGKILL while it takes ratings in. */
@ExtendWith(OneStack.class)
@ResourceLock(TestStack.KAFKA)
@ResourceLock(TestStack.REVIEW)
@ResourceLock(TestStack.ANALYTICS)
@Timeout(300)
class ConsumerFaultsTest {
  private static final String WAITS_FOR_A_LOCK =
      "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";

  private final TestStack stack;
  private final People people = new People("consumed", 80);
  private final Way way;

  ConsumerFaultsTest(TestStack stack) {
    this.stack = stack;
    this.way = new Way(stack, "consumed");
  }

  @Test
  void killedWithinABatchAndRightAfterItAnalyticsCountsEachRatingOnce() throws Exception {
    stack.hris().takeIn("/v1/org-imports", people.hired());
    rate(0);
    way.awaitSent();
    way.awaitCountedOnce();

    killWithinItsTransaction();
    killBetweenItsCommitAndThatOfTheOffsets();

    way.requireAllInOrder();
    way.awaitCountedOnce();
  }

  private void killWithinItsTransaction() throws Exception {
    try (Connection held = holdCounts()) {
      rate(1);
      awaitBatch();
      stack.analytics().kill();
      held.rollback();
    }
    stack.analytics().start();
    way.awaitCountedOnce();
  }

  /** Kafka is away when the batch commits, so that its records come again after the start. */
  private void killBetweenItsCommitAndThatOfTheOffsets() throws Exception {
    Set<String> before = way.counted();
    try (Connection held = holdCounts()) {
      rate(2);
      awaitBatch();
      way.awaitSent();
      stack.kafka().stop();
      try {
        held.rollback();
        await().atMost(TestStack.SOON).until(() -> !way.counted().equals(before));
        stack.analytics().kill();
      } finally {
        stack.kafka().start();
      }
    }
    stack.analytics().start();
  }

  /** The counting transaction has to wait in the middle. */
  private Connection holdCounts() throws SQLException {
    Connection held = stack.analyticsSql().connect();
    held.setAutoCommit(false);
    held.createStatement().execute("lock table count_cell in share row exclusive mode");
    return held;
  }

  private void awaitBatch() {
    await().atMost(TestStack.SOON).until(() -> stack.analyticsSql().number(WAITS_FOR_A_LOCK) > 0);
  }

  private void rate(int time) throws Exception {
    stack.hris().takeIn("/v1/rating-imports", people.rated("consumed", time));
  }
}
