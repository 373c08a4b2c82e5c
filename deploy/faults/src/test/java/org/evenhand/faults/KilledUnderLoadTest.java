package org.evenhand.faults;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Both services get SIGKILL at moments that nobody chose, while ratings come without a pause. */
@ExtendWith(OneStack.class)
@ResourceLock(TestStack.KAFKA)
@ResourceLock(TestStack.REVIEW)
@ResourceLock(TestStack.ANALYTICS)
class KilledUnderLoadTest {
  private static final int KILLS = Integer.getInteger("evenhand.test.kills", 2);

  /** A kill costs two starts and some seconds of load. */
  private static final Duration LIMIT =
      Duration.ofMinutes(4).plus(Duration.ofSeconds(40).multipliedBy(KILLS));

  private final TestStack stack;

  KilledUnderLoadTest(TestStack stack) {
    this.stack = stack;
  }

  @Test
  void killedAgainAndAgainUnderLoadNothingIsLostAndNothingCountedTwice() {
    assertTimeoutPreemptively(LIMIT, this::killAgainAndAgain);
  }

  private void killAgainAndAgain() throws Exception {
    People people = new People("loaded", 50);
    Way way = new Way(stack, "loaded");
    stack.hris().takeIn("/v1/org-imports", people.hired());

    try (Load load = new Load(stack.hris(), people, "loaded")) {
      for (int kill = 0; kill < KILLS; kill++) {
        load.awaitMore(ThreadLocalRandom.current().nextInt(1, 6));
        stack.review().kill();
        stack.analytics().kill();
        TestStack.sideBySide(stack.review()::start, stack.analytics()::start);
      }
      load.awaitMore(1);
    }

    way.awaitSent();
    way.requireAllInOrder();
    way.awaitCountedOnce();
  }
}
