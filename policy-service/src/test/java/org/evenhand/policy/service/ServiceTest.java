package org.evenhand.policy.service;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.evenhand.kit.data.due.DueRunner;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The running service with its real neighbours, and people in it. */
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
abstract class ServiceTest {

  @Inject TestClock clock;
  @Inject Staff staff;
  @Inject DueRunner dueWork;

  @BeforeEach
  void people() {
    staff.arrive();
  }

  @AfterEach
  void today() {
    clock.reset();
  }

  /** The service itself may have taken what is due; then it is waited for. */
  void runDue() {
    try {
      VertxContextSupport.subscribeAndAwait(() -> dueWork.runDue());
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    Awaitility.await().pollInterval(Duration.ofMillis(20)).until(() -> staff.isNothingDue(clock));
  }
}
