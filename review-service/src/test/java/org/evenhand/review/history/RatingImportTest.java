package org.evenhand.review.history;

import static org.evenhand.review.Hris.asHris;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.lines;
import static org.evenhand.review.Hris.post;
import static org.evenhand.review.Hris.takeIn;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Transactions;
import org.evenhand.review.rating.CycleKeys;
import org.evenhand.review.rating.Origin;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RatingImportTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEADER =
      "externalId,assignmentId,cycle,periodStart,periodEnd,ordinal,label,scaleSize,favourableFrom,"
          + "reviewerExternalId";

  @Inject CycleKeys cycles;
  @Inject Transactions transactions;

  @BeforeEach
  void company() {
    takeIn(hire("S1", "", "board"), hire("S2", "S1", "care"), hire("S3", "S2", "care"));
  }

  @Test
  void tellsAllWhoListenWhatARatingWas() throws Exception {
    Response result = importRatings(rating("S3", "told", 2, "Met"));

    result.then().statusCode(207).body("created", equalTo(1));
    String review = result.path("results[0].id");
    JsonNode state = event("evenhand.internal.ratings", review, 1);
    assertEquals("HISTORY", state.path("origin").asText());
    assertEquals("RECORDED", state.path("state").asText());
    assertEquals("care", state.path("orgUnit").asText());
    assertEquals(2, state.path("lineAbove").size());
    assertEquals("2014-03-31T00:00:00Z", state.path("effectiveAt").asText());
    JsonNode fact = event("evenhand.ratings", review, 1);
    assertEquals(2, fact.path("ordinal").asInt());
    assertFalse(fact.has("lineAbove"));
    assertEquals(fact, event("evenhand.current-ratings", review, 1));
  }

  @Test
  void correctsARatingThatComesAgainOtherwise() throws Exception {
    String review = importRatings(rating("S3", "corrected", 2, "Met")).path("results[0].id");

    importRatings(rating("S3", "corrected", 2, "Met")).then().body("unchanged", equalTo(1));
    importRatings(rating("S3", "corrected", 3, "Exceeded"))
        .then()
        .body("changed", equalTo(1))
        .body("results[0].id", equalTo(review));

    assertEquals(3, event("evenhand.internal.ratings", review, 2).path("ordinal").asInt());
    JsonNode fact = event("evenhand.ratings", review, 2);
    assertEquals(2, fact.path("previousOrdinal").asInt());
    asHris()
        .get("/v1/ratings?cycle=corrected")
        .then()
        .body("items.ordinal", contains(3))
        .body("items.status", contains("REVISED"));
  }

  @Test
  void saysOfEachBadRowWhichCellIsWrong() {
    importRatings(
            rating("S1", "bad", 2, "Met"),
            rating("S2", "bad", 4, "Beyond"),
            rating("S9", "bad", 2, "Met"),
            rating("S2", "bad", 2, "Met").replace("S2,,", "S2,A9,"),
            rating("S3", "bad", 2, "Met").replace(",3,,", ",5,,"),
            rating("S3", "bad", 1, "Met"))
        .then()
        .statusCode(207)
        .body("created", equalTo(1))
        .body("results[1].errors[0].column", equalTo("ordinal"))
        .body("results[2].errors[0].column", equalTo("externalId"))
        .body("results[3].errors[0].column", equalTo("assignmentId"))
        .body(
            "results.outcome",
            contains("CREATED", "REFUSED", "REFUSED", "REFUSED", "REFUSED", "REFUSED"));
  }

  @Test
  void holdsACycleToOneScaleAndOneNamePerLevel() {
    importRatings(rating("S1", "scaled", 3, "Exceeded")).then().body("created", equalTo(1));

    importRatings(rating("S2", "scaled", 2, "Met").replace(",3,,", ",4,,"))
        .then()
        .body("results[0].errors[0].column", equalTo("scaleSize"));
    importRatings(rating("S2", "scaled", 3, "Improvement needed"))
        .then()
        .body("results[0].errors[0].column", equalTo("label"))
        .body("results[0].errors[0].detail", containsString("Exceeded"));
  }

  @Test
  void refusesTwoRatingsOfOneAssignment() {
    importRatings(
            rating("S3", "twice", 2, "Met"),
            rating("S3", "twice", 2, "Met").replace("S3,,", "S3,S3,"))
        .then()
        .body("refused", equalTo(2))
        .body("results[0].errors[0].detail", containsString("1, 2"));
  }

  @Test
  void neverMixesWithACycleThatIsHeldHere() {
    transactions.run(
        session ->
            cycles.register(
                session, new CycleKeys.Registered("held-here", UUID.randomUUID(), Origin.LIVE)));

    importRatings(rating("S1", "held-here", 2, "Met"))
        .then()
        .body("results[0].errors[0].column", equalTo("cycle"));
  }

  @Test
  void writesNothingOnADryRun() {
    post("/v1/rating-imports?dryRun=true", lines(HEADER, rating("S1", "dry", 2, "Met")))
        .then()
        .statusCode(207)
        .body("created", equalTo(1));

    asHris()
        .get("/v1/ratings?cycle=dry")
        .then()
        .statusCode(422)
        .body("type", equalTo("https://evenhand.org/problems/cycle-unknown"));
    importRatings(rating("S1", "dry", 2, "Met")).then().body("created", equalTo(1));
  }

  @Test
  void refusesAFileOfTheWrongKind() {
    asHris()
        .contentType("application/json")
        .body("{}")
        .post("/v1/rating-imports")
        .then()
        .statusCode(415);
    post("/v1/rating-imports", "externalId,mark\nS1,2\n")
        .then()
        .statusCode(400)
        .body("errors.column", hasItem("mark"));
  }

  private static Response importRatings(String... rows) {
    return post("/v1/rating-imports", HEADER + "\n" + String.join("\n", rows) + "\n");
  }

  private static String rating(String externalId, String cycle, int ordinal, String label) {
    return "%s,,%s,2013-04-01,2014-03-31,%d,%s,3,,".formatted(externalId, cycle, ordinal, label);
  }

  private static JsonNode event(String topic, String review, long sequence) throws Exception {
    List<ConsumerRecord<String, String>> found =
        Events.ofTest()
            .await(
                topic,
                1,
                record ->
                    record.key().equals(review)
                        && Long.toString(sequence).equals(Events.header(record, "ce_sequence")));
    EventSchemas.check(found.get(0));
    return JSON.readTree(found.get(0).value());
  }
}
