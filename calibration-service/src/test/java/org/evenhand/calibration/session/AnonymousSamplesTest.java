package org.evenhand.calibration.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.Test;

/** No order and no seed that a reader can know puts a sample back to its review. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class AnonymousSamplesTest extends SessionScene {

  @Test
  void no_seed_that_a_reader_knows_gives_the_order_of_samples_and_no_event_tells_it() {
    var reviews = submitted(12).stream().sorted().toList();
    var id = scoring();
    var inOrder = byPlace(id);
    for (var known : List.of(UUID.fromString(id), company.cycle, company.id(hr), company.id(co))) {
      for (long seed : List.of(known.getLeastSignificantBits(), known.getMostSignificantBits())) {
        var guess = new ArrayList<>(reviews);
        Collections.shuffle(guess, new Random(seed));
        assertNotEquals(guess, inOrder);
      }
    }
    assertNotEquals(reviews, inOrder);

    var samples = sampleIds(raters.get(0), "manager", id);
    for (var rater : raters) {
      for (int at = 0; at < samples.size(); at++) {
        score(rater, id, samples.get(at), 1 + at % 5).statusCode(200);
      }
    }
    decided(id, reviews);
    step(co, "manager", id, "lock").statusCode(200);

    List<Integer> told =
        JsonPath.from(event(id, "org.evenhand.session.revealed.v1"))
            .getList("blindScores.raters[0].ordinals");
    assertNotEquals(List.of(1, 2, 3, 4, 5, 1, 2, 3, 4, 5, 1, 2), told);
    List<String> locked =
        JsonPath.from(event(id, "org.evenhand.session.locked.v1")).getList("decisions.reviewId");
    assertEquals(reviews, locked.stream().map(UUID::fromString).toList());
    List<String> reasons = reasons(id).extract().path("decisions.reviewId");
    assertEquals(locked, reasons);
  }

  @Test
  void which_reviews_are_drawn_follows_from_nothing_that_is_known() {
    submitted(12);
    List<List<UUID>> draws = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String id = plan(Map.of("size", 6)).statusCode(201).extract().path("id");
      List<String> drawn = as(hr, "hr").get(SESSIONS + "/" + id).path("reviewIds");
      draws.add(drawn.stream().map(UUID::fromString).toList());
    }
    assertNotEquals(1, draws.stream().distinct().count());
  }

  private List<UUID> byPlace(String id) {
    List<String> found = as(hr, "hr").get(SESSIONS + "/" + id + "/samples").path("items.reviewId");
    return found.stream().map(UUID::fromString).toList();
  }
}
