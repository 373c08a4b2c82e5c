package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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

  @Test
  void the_same_people_in_two_sessions_are_no_more_people_and_a_cancelled_session_says_nothing() {
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock, PolicyUnderTest.content());
    int size = PolicyUnderTest.content().at("/scale/levels").size();
    UUID cancelled = UUID.randomUUID();
    Neighbours cycle =
        new Neighbours(clock.instant())
            .pins(policy.id(), 1)
            .scored(UUID.randomUUID(), "same" + policy.id(), size, "[2]", "[2]", "[2]")
            .scored(UUID.randomUUID(), "same" + policy.id(), size, "[2]", "[2]", "[2]")
            .scored(cancelled, "gone" + policy.id(), size, "[1]", "[1]", "[1]", "[1]", "[1]")
            .scored(size, "[3]", "[3]", "[3]", "[3]", "[3]")
            .cancelled(cancelled);
    cycle.tellTwice();

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(levels(policy)).containsExactly(3));
  }

  private static List<Integer> levels(PolicyUnderTest policy) {
    List<Integer> found = new ArrayList<>();
    notes(policy).forEach(note -> found.add(note.path("ordinal").asInt()));
    return found;
  }

  private static JsonNode notes(PolicyUnderTest policy) {
    return Said.by(
            PolicyUnderTest.as(Staff.HR)
                .get("/v1/policies/" + policy.id() + "/versions/1/anchor-notes"))
        .path("items");
  }
}
