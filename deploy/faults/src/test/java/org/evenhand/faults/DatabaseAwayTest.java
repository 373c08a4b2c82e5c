package org.evenhand.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/**
 * The database is away under a consumer for longer than Kafka waits for a consumer (8 s here), a
 * pool for a connection (5 s) and a consumer between two attempts (10 s). With {@code
 * -Devenhand.test.outage=PT2M} for two minutes.
 */
@ExtendWith(OneStack.class)
@ResourceLock(TestStack.ANALYTICS)
class DatabaseAwayTest {
  private static final Duration OUTAGE =
      Duration.parse(System.getProperty("evenhand.test.outage", "PT15S"));

  private static final Duration LIMIT = OUTAGE.plus(Duration.ofMinutes(8));

  private final TestStack stack;

  DatabaseAwayTest(TestStack stack) {
    this.stack = stack;
  }

  @Test
  void analyticsWaitsSaysSoSetsNothingAsideAndCatchesUp() {
    assertTimeoutPreemptively(LIMIT, this::outage);
  }

  private void outage() throws Exception {
    RatingStates states = new RatingStates("outage");
    Way way = new Way(stack, "outage");
    Map<String, String> before = states.of(20, "mill");
    stack.kafka().publish(Way.TOPIC, RatingStates.TYPE, before);
    await().atMost(TestStack.SOON).until(() -> way.counted().equals(Set.of("3:20")));

    Map<String, String> meanwhile = states.of(300, "mill");
    stack.analyticsDatabase().stop();
    try {
      stack.kafka().publish(Way.TOPIC, RatingStates.TYPE, meanwhile);
      await().atMost(TestStack.SOON).until(this::saysThatItWaits);
      await()
          .atMost(OUTAGE.plus(TestStack.SOON))
          .during(OUTAGE)
          .pollInterval(Duration.ofSeconds(1))
          .until(this::saysThatItWaits);
    } finally {
      stack.analyticsDatabase().start();
    }

    await()
        .atMost(TestStack.SOON)
        .ignoreExceptions()
        .until(() -> way.counted().equals(Set.of("3:320")) && well().statusCode() == 200);
    Map<String, String> all = new HashMap<>(before);
    all.putAll(meanwhile);
    assertThat(stack.kafka().all(Way.TOPIC + ".analytics-service.dlq"))
        .noneMatch(letter -> all.containsKey(letter.key()));
  }

  private boolean saysThatItWaits() throws Exception {
    HttpResponse<String> well = well();
    return well.statusCode() == 503 && well.body().contains("waits: ");
  }

  private HttpResponse<String> well() throws Exception {
    return stack.insight().get("/q/health/well");
  }
}
