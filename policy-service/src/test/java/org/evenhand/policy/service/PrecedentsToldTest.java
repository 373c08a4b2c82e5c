package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.Events;
import org.evenhand.policy.training.casestudy.PublishedPrecedents.Precedent;
import org.evenhand.policy.training.casestudy.ToldPrecedents;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What calibration-service publishes, for case studies. */
@QuarkusTest
class PrecedentsToldTest extends ServiceTest {

  @Inject ToldPrecedents precedents;
  @Inject Mutiny.SessionFactory sessions;

  @Test
  void a_precedent_can_be_learnt_from_with_the_levels_of_its_version_until_it_is_withdrawn() {
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock, PolicyUnderTest.content());
    int levels = PolicyUnderTest.content().at("/scale/levels").size();
    UUID id = UUID.randomUUID();
    tell(
        id,
        4,
        """
        {"precedentId": "%s", "policyId": "%s", "policyVersion": 1, "ordinal": 3,
         "text": "What was promised was there"}
        """
            .formatted(id, policy.id()));
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () ->
                assertThat(published(id))
                    .containsExactly(
                        new Precedent(id, null, "What was promised was there", levels, 3)));

    tell(id, 5, null);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(published(id)).isEmpty());
  }

  private static void tell(UUID id, long sequence, @Nullable String json) {
    Events.ofTest()
        .publish(
            "evenhand.internal.precedents",
            "org.evenhand.precedent.current.v1",
            "/calibration-service",
            id.toString(),
            sequence,
            json);
  }

  private Collection<Precedent> published(UUID id) {
    try {
      return VertxContextSupport.subscribeAndAwait(
              () -> sessions.withTransaction(db -> precedents.of(db, List.of(id))))
          .values();
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
  }
}
