package org.evenhand.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Kafka is away, and review-service gets SIGKILL at the two worst moments of an event. */
@ExtendWith(OneStack.class)
@ResourceLock(TestStack.KAFKA)
@ResourceLock(TestStack.REVIEW)
@Timeout(300)
class ProducerFaultsTest {
  private static final int CHANGES = 3;
  private static final String FORGET_THE_DEAD =
      "select pg_terminate_backend(pid) from pg_stat_activity where wait_event_type = 'Lock'";

  private final TestStack stack;

  ProducerFaultsTest(TestStack stack) {
    this.stack = stack;
  }

  @Test
  void ratingsAreTakenWhileKafkaIsAwayAndNothingIsLostWithAKillBeforeTheSend() throws Exception {
    People people = new People("unsent", 60);
    Way way = new Way(stack, "unsent");
    stack.hris().takeIn("/v1/org-imports", people.hired());
    way.awaitSent();

    stack.kafka().stop();
    try {
      for (int change = 0; change <= CHANGES; change++) {
        rate(people, "unsent", change);
      }
      assertThat(way.waiting()).isEqualTo(people.count() * (CHANGES + 1L));
      stack.review().kill();
    } finally {
      stack.kafka().start();
    }
    assertThat(way.records()).isEmpty();
    stack.review().start();

    way.awaitSent();
    way.requireAllInOrder();
    way.awaitCountedOnce();
  }

  @Test
  void killedBetweenSendAndDeleteItSendsAgainAndTheCountsStayTheSame() throws Exception {
    People people = new People("undeleted", 40);
    Way way = new Way(stack, "undeleted");
    stack.hris().takeIn("/v1/org-imports", people.hired());
    way.awaitSent();

    try (Connection held = stack.reviewSql().connect()) {
      stack.kafka().stop();
      try {
        rate(people, "undeleted", 0);
        // Locked rows can be read and sent, but not deleted.
        held.setAutoCommit(false);
        held.createStatement().execute("select id from outbox for update");
      } finally {
        stack.kafka().start();
      }
      await().atMost(TestStack.SOON).until(() -> way.records().size() == people.count());
      stack.review().kill();
      // The delete of the dead process still waits, and would be done once the rows are free.
      stack.reviewSql().run(FORGET_THE_DEAD);
    }
    assertThat(way.waiting()).isEqualTo(people.count());
    stack.review().start();

    way.awaitSent();
    way.requireAllInOrder();
    assertThat(way.records()).as("sent before the kill, and again").hasSize(2 * people.count());
    way.awaitCountedOnce();
  }

  private void rate(People people, String cycle, int time) throws Exception {
    stack.hris().takeIn("/v1/rating-imports", people.rated(cycle, time));
  }
}
