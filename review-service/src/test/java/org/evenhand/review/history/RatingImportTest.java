package org.evenhand.review.history;

import static org.evenhand.review.Hris.asHris;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.lines;
import static org.evenhand.review.Hris.post;
import static org.evenhand.review.Hris.takeIn;
import static org.evenhand.review.Hris.trouble;
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
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.review.Transactions;
import org.evenhand.review.live.Tables;
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
  void tellsOnceWhenTheNewestPeriodOfACycleEnded() throws Exception {
    importRatings(rating("S1", "ended", 2, "Met"), rating("S2", "ended", 2, "Met"));
    String cycle = Tables.text("cycle_id from cycle_key where key = 'ended'");
    importRatings(rating("S3", "ended", 2, "Met").replace("2014-03-31", "2014-06-30"));
    importRatings(rating("S1", "ended", 3, "Exceeded"));

    List<ConsumerRecord<String, String>> told =
        Events.ofTest()
            .await("evenhand.internal.past-cycles", 2, event -> event.key().equals(cycle));
    told.forEach(EventSchemas::check);
    assertEquals(2, told.size());
    assertEquals("2014-03-31", JSON.readTree(told.get(0).value()).path("periodEnd").asText());
    assertEquals("2014-06-30", JSON.readTree(told.get(1).value()).path("periodEnd").asText());
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
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                asHris()
                    .get("/v1/ratings?cycle=corrected")
                    .then()
                    .body("items.ordinal", contains(3))
                    .body("items.status", contains("REVISED")));
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
  void neverPublishesARatingOffItsScaleHoweverItsNumbersAreWritten() {
    takeIn(hire("X-442", "", "board"), hire("X-443", "", "board"));

    post("/v1/rating-imports", trouble("signed-numbers.csv"))
        .then()
        .statusCode(207)
        .body("refused", equalTo(2))
        .body("results[0].errors.column", contains("ordinal", "scaleSize"))
        .body("results[1].errors.column", contains("ordinal"))
        .body("results[1].errors[0].detail", containsString("plain digits"));
    importRatings(
            rating("S1", "digits", 2, "Met").replace(",2,Met", ",٢,Met"),
            rating("S2", "digits", 2, "Met").replace(",2,Met", ",0002,Met"),
            rating("S3", "digits", 5, "Top"))
        .then()
        .body("refused", equalTo(3))
        .body("results[0].errors[0].detail", containsString("U+0662"));
    asHris().get("/v1/ratings?cycle=digits").then().statusCode(404);
  }

  @Test
  void aRowWithABadScaleDecidesNothingForOthers() {
    takeIn(hire("X-301", "", "board"), hire("X-302", "", "board"), hire("X-303", "", "board"));

    post("/v1/rating-imports", trouble("one-bad-scale.csv"))
        .then()
        .statusCode(207)
        .body("created", equalTo(2))
        .body("results.outcome", contains("REFUSED", "CREATED", "CREATED"))
        .body("results[0].errors.column", contains("scaleSize"));
  }

  @Test
  void aRowThatIsRefusedForAnotherReasonStatesNeitherScaleNorName() {
    importRatings(
            rating("S9", "stated", 2, "Satisfied").replace(",3,,", ",4,,"),
            rating("S1", "stated", 2, "Met").replace("S1,,", "S1,A9,").replace(",3,,", ",5,,"),
            rating("S2", "stated", 2, "Met"),
            rating("S3", "stated", 1, "Below"))
        .then()
        .body("results.outcome", contains("REFUSED", "REFUSED", "CREATED", "CREATED"))
        .body("results[0].errors.column", contains("externalId"))
        .body("results[1].errors.column", contains("assignmentId"));
  }

  @Test
  void whatMostRowsSayHoldsWhereNothingIsKnown() {
    importRatings(
            rating("S1", "most", 2, "Mte").replace(",3,,", ",4,,"),
            rating("S2", "most", 2, "Met"),
            rating("S3", "most", 2, "Met"))
        .then()
        .body("results.outcome", contains("REFUSED", "CREATED", "CREATED"))
        .body("results[0].errors[0].column", equalTo("scaleSize"));
    importRatings(
            rating("S1", "names", 2, "Mte"),
            rating("S2", "names", 2, "Met"),
            rating("S3", "names", 2, "Met"))
        .then()
        .body("results.outcome", contains("REFUSED", "CREATED", "CREATED"))
        .body("results[0].errors[0].detail", containsString("is called Met"));
  }

  @Test
  void ofTwoRowsAboutTheSameABadOneLeavesTheOtherAlone() {
    importRatings(
            rating("S3", "pair", 2, "Met").replace(",3,,", ",5,,"),
            rating("S1", "pair", 2, "Met"),
            rating("S2", "pair", 2, "Met"),
            rating("S3", "pair", 2, "Met"))
        .then()
        .body("results.outcome", contains("REFUSED", "CREATED", "CREATED", "CREATED"));
  }

  @Test
  void aNameThatIsKnownStandsForOneLevelWhateverTheFileHolds() {
    importRatings(rating("S1", "known", 3, "Exceeded")).then().body("created", equalTo(1));

    importRatings(rating("S2", "known", 2, "Exceeded"))
        .then()
        .body("results[0].errors[0].column", equalTo("ordinal"))
        .body("results[0].errors[0].detail", containsString("is ordinal 3"));
  }

  @Test
  void saysWhereTwoNamesThatLookAlikeDiffer() {
    importRatings(rating("S1", "alike", 1, "Below par")).then().body("created", equalTo(1));

    importRatings(rating("S2", "alike", 1, "Below\u00a0par"))
        .then()
        .body("results[0].errors[0].detail", containsString("character 6 is U+00A0 here, U+0020"));
    importRatings(rating("S2", "alike", 1, "\u00a0Below par\u200b"))
        .then()
        .body("created", equalTo(1));
  }

  @Test
  void refusesAKeyThatLooksLikeAKnownOneUnlessItIsMeant() {
    importRatings(rating("S1", "h1-2014", 2, "Met")).then().body("created", equalTo(1));

    importRatings(rating("S2", "H1-2014", 2, "Met"), rating("S3", "ｈ1-2014", 2, "Met"))
        .then()
        .body("refused", equalTo(2))
        .body("results[0].errors[0].column", equalTo("cycle"))
        .body("results[0].errors[0].detail", containsString("similar-key"))
        .body("results[1].errors[0].detail", containsString("U+FF48"));
    post(
            "/v1/rating-imports?similarKeysMeant=true",
            lines(HEADER, rating("S2", "H1-2014", 2, "Met")))
        .then()
        .body("created", equalTo(1));
  }

  @Test
  void saysWhomAnUnknownExternalIdLooksLike() {
    importRatings(rating("s1", "who", 2, "Met"))
        .then()
        .body("results[0].errors[0].detail", containsString("it knows S1, which looks alike"));
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
        .statusCode(404)
        .body("type", equalTo("http://localhost:8080/problems/cycle-unknown"));
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
