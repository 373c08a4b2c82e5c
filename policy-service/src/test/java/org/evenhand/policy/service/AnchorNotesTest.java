package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.Said;
import org.junit.jupiter.api.Test;

/** What calibration has shown of levels, beside the anchors that a draft words. */
@QuarkusTest
class AnchorNotesTest extends ServiceTest {

  @Test
  void a_draft_shows_at_each_level_how_far_raters_agreed_on_it_and_what_comes_twice_counts_once() {
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock, PolicyUnderTest.content());
    int size = PolicyUnderTest.content().at("/scale/levels").size();
    Neighbours cycle =
        new Neighbours(clock.instant())
            .pins(policy.id(), 1)
            .scored(size, "[3, 2]", "[3, 2]", "[2, null]")
            .scored(size, "[3]", "[3]", "[3]")
            .scored(size + 1, "[1]", "[1]", "[1]", "[1]", "[1]");
    cycle.tellTwice();

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(notes(policy).at("/0/sessions").asInt()).isEqualTo(2));
    JsonNode found = notes(policy);
    assertThat(found).as("three raters alone gave a 2").hasSize(1);
    assertThat(found.at("/0/ordinal").asInt()).isEqualTo(3);
    assertThat(found.at("/0/agreement").asDouble()).isEqualTo(0.8);
    assertThat(found.at("/0/criteria")).isNotEmpty();
  }

  private static JsonNode notes(PolicyUnderTest policy) {
    return Said.by(
            PolicyUnderTest.as(Staff.HR)
                .get("/v1/policies/" + policy.id() + "/versions/1/anchor-notes"))
        .path("items");
  }
}
