package org.evenhand.policy.service;

import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A company in which nothing waits but what a test raises. */
abstract class ChallengeCase extends ServiceTest {

  @Inject ChallengePeople company;

  @BeforeEach
  void nothing_waits() {
    company.arrive();
    company.withoutChallenges();
  }

  @AfterEach
  void nothing_is_left_for_agendas() {
    company.withoutChallenges();
  }

  /** So late that an HR lead has had two days for it too. */
  void lateAndHeardOf(String... ids) {
    clock.advance(Duration.ofDays(37));
    for (String id : ids) {
      escalated(id);
    }
    clock.advance(Duration.ofDays(2));
    runDue();
  }

  private void escalated(String id) {
    Awaitility.await()
        .until(
            () ->
                company.count("duty where subject = '%s' and state = 'ESCALATED'".formatted(id))
                    == 1);
  }

  static String id(String externalId) {
    return ChallengePeople.id(externalId).toString();
  }
}
