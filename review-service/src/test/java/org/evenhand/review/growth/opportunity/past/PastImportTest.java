package org.evenhand.review.growth.opportunity.past;

import static org.evenhand.review.Hris.asHris;
import static org.evenhand.review.Hris.hire;
import static org.evenhand.review.Hris.post;
import static org.evenhand.review.Hris.takeIn;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.evenhand.kit.data.json.Json;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Said;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Death;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Opportunities of another system, from a file to what the audit of access is told. */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PastImportTest {

  private static final String PATH = "/v1/opportunity-imports";
  private static final String HEADER = "opportunityId,kind,decidedOn,externalId,stage\n";
  private static final String TOPIC = "evenhand.internal.opportunities";
  private static final Duration SOON = Duration.ofSeconds(30);

  private boolean founded;

  /** One for all tests: each has opportunities of its own. */
  @BeforeEach
  void company() {
    if (!founded) {
      takeIn(hire("PAST1", "", "past"), hire("PAST2", "PAST1", "past"), hire("PAST3", "", "past"));
      founded = true;
    }
  }

  @Test
  void howFarEverybodyCameIsToldAsOfAnOpportunityOfOursAndThenKeptNoLonger() {
    JsonNode taken =
        sent(
            row("told", "SELECTED", "PAST1"),
            row("told", "ELIGIBLE", "PAST2"),
            row("other", "ASSESSED", "PAST2"),
            row("told", "APPLIED", "PAST3"));

    assertEquals(4, taken.get("created").intValue());
    JsonNode told = told(tellings("told", 1).get(0));
    assertEquals("STRETCH", told.get("kind").textValue());
    assertEquals("2019-03-18", told.get("decidedOn").textValue());
    assertEquals(1, told.get("parts").intValue());
    assertTrue(told.get("past").booleanValue(), "who could have applied is what the file says");
    Map<String, String> stages = new TreeMap<>();
    told.get("people")
        .forEach(
            each -> stages.put(each.get("employeeId").textValue(), each.get("stage").textValue()));
    assertEquals(
        Map.of(id("PAST1"), "SELECTED", id("PAST2"), "ELIGIBLE", id("PAST3"), "APPLIED"), stages);
    assertEquals(1, told(tellings("other", 1).get(0)).get("people").size());
    assertEquals(0, Tables.count("opportunity_reach where stage is not null"), "who came how far");
    assertEquals(
        0,
        Tables.count(
            "import_row where import_id = '%s' and \"values\" is not null"
                .formatted(taken.get("id").textValue())),
        "nor what the file said");
  }

  @Test
  void anOpportunityIsTakenWholeOrNotAtAllAndTheOthersOfTheFileGoOn() {
    JsonNode seen =
        sent(
            row("nobody", "SELECTED", "PAST1"),
            row("nobody", "APPLIED", "PAST9"),
            row("whole", "APPLIED", "PAST2"),
            row("form", "CHOSEN", "PAST1"),
            row("form", "APPLIED", "PAST2"));

    assertEquals(1, seen.get("created").intValue());
    assertError(seen, 0, "opportunityId", "row 2, which is refused");
    assertError(seen, 1, "externalId", "bring them by an org import first, or leave them out");
    assertEquals("CREATED", seen.at("/results/2/outcome").textValue());
    assertError(seen, 3, "stage", "ELIGIBLE, APPLIED, ASSESSED, SELECTED");
    assertError(seen, 4, "opportunityId", "row 4, which is refused");
    tellings("whole", 1);
    assertEquals(0, taken("nobody") + taken("form"));
    assertEquals(
        2,
        sent(row("nobody", "SELECTED", "PAST1"), row("nobody", "APPLIED", "PAST2"))
            .get("created")
            .intValue(),
        "once it is put right");
  }

  @Test
  void eachRowIsToldWhatWouldBeRightWhereRowsDisagree() {
    JsonNode seen =
        sent(
            row("kinds", "APPLIED", "PAST1"),
            row("kinds", "APPLIED", "PAST2"),
            row("kinds", "APPLIED", "PAST3").replace("STRETCH", "MOVE"),
            row("days", "APPLIED", "PAST1"),
            row("days", "APPLIED", "PAST2").replace("03-18", "03-19"),
            row("twice", "APPLIED", "PAST1"),
            row("twice", "SELECTED", "PAST1"),
            row("alike", "APPLIED", "past1"));

    assertEquals(8, seen.get("refused").intValue());
    assertError(seen, 2, "kind", "row 1 says STRETCH, decided on 2019-03-18");
    assertError(seen, 4, "decidedOn", "row 4 says STRETCH, decided on 2019-03-18");
    assertError(seen, 5, "externalId", "6, 7; send the furthest stage alone");
    assertError(seen, 6, "externalId", "6, 7; send the furthest stage alone");
    assertError(seen, 7, "externalId", "it knows PAST1, which looks alike");
  }

  @Test
  void aSlipInTheKeyOfOneRowLeavesNoOpportunityWithoutIt() {
    JsonNode seen =
        sent(
            row("slip", "SELECTED", "PAST1"),
            row("slip", "APPLIED", "PAST2"),
            row("Slip", "APPLIED", "PAST3"),
            row("whole-still", "APPLIED", "PAST3"));

    assertError(seen, 0, "opportunityId", "similar-key: looks like past-Slip");
    assertError(seen, 1, "opportunityId", "similar-key: looks like past-Slip");
    assertError(seen, 2, "opportunityId", "similar-key: looks like past-slip");
    assertEquals("CREATED", seen.at("/results/3/outcome").textValue());
    assertEquals(0, taken("slip") + taken("Slip"));

    JsonNode twice =
        sent(
            row("slip", "SELECTED", "PAST1"),
            row("slip", "APPLIED", "PAST2"),
            row("Slip", "APPLIED", "PAST9"));
    assertEquals(3, twice.get("refused").intValue(), "also where the row is refused for itself");
    assertError(twice, 0, "opportunityId", "similar-key: looks like past-Slip");

    JsonNode meant =
        Said.by(
            post(
                PATH + "?similarKeysMeant=true",
                HEADER
                    + Hris.lines(
                        row("slip", "APPLIED", "PAST1"), row("Slip", "APPLIED", "PAST2"))));
    assertEquals(2, meant.get("created").intValue());
  }

  @Test
  void whileARefusedRowNamesNoOpportunityItMayBelongToEach() {
    for (String nameless :
        List.of(
            "past-torn,STRETCH",
            ",STRETCH,2019-03-18,PAST2,APPLIED",
            "p".repeat(101) + ",STRETCH,2019-03-18,PAST2,APPLIED")) {
      JsonNode seen =
          sent(
              row("torn", "SELECTED", "PAST1"),
              nameless,
              row("beside", "APPLIED", "PAST1"),
              row("beside", "APPLIED", "PAST9"));

      assertEquals(4, seen.get("refused").intValue(), nameless);
      assertError(seen, 0, "opportunityId", "may have row 2, which is refused and names no");
      assertError(seen, 2, "opportunityId", "has row 4, which is refused");
      assertEquals(0, taken("torn"));
    }
  }

  @Test
  void aDayThatLiesAheadOrIsCountedByNoAuditIsRefusedAndAYearThatIsNotOverIsTaken() {
    LocalDate today = LocalDate.now(ZoneOffset.UTC);
    JsonNode seen =
        sent(
            on("ahead", today.plusDays(2).toString()),
            on("old", "1999-12-31"),
            on("none", "2019-02-30"),
            on("now", today.toString()),
            on("first", "2000-01-01"));

    assertError(seen, 0, "decidedOn", "lies ahead");
    assertError(seen, 1, "decidedOn", "is before 2000-01-01");
    assertError(seen, 2, "decidedOn", "");
    assertEquals(2, seen.get("created").intValue());
    assertEquals(today.toString(), told(tellings("now", 1).get(0)).get("decidedOn").textValue());
  }

  @Test
  void anOpportunityIsTakenOnceWhicheverFileTellsOfItAgain() {
    String file = HEADER + row("once", "APPLIED", "PAST1");
    String key = UUID.randomUUID().toString();
    String first = keyed(key, file).asString();
    tellings("once", 1);

    assertEquals(first, keyed(key, file).asString(), "a repeat under its key");
    JsonNode again = sent(row("once", "SELECTED", "PAST1"), row("once", "APPLIED", "PAST2"));
    assertError(again, 0, "opportunityId", "as STRETCH decided on 2019-03-18");
    assertError(again, 1, "opportunityId", "was taken before");
    JsonNode alike = sent(row("Once", "APPLIED", "PAST1"));
    assertError(alike, 0, "opportunityId", "looks like past-once");
    assertEquals(
        1,
        Said.by(post(PATH + "?similarKeysMeant=true", HEADER + row("Once", "APPLIED", "PAST1")))
            .get("created")
            .intValue());
    tellings("Once", 1);
    assertEquals(1, tellings("once", 1).size());
  }

  @Test
  void aDryRunSaysWhatWouldBeTakenAndTellsNothing() {
    Response dry = post(PATH + "?dryRun=true", HEADER + row("dry", "APPLIED", "PAST1"));

    assertEquals(1, Said.by(dry).get("created").intValue());
    assertEquals(0, taken("dry"));
    assertEquals(0, Tables.count("opportunity_telling where opportunity_id = " + derived("dry")));
    assertEquals(1, sent(row("dry", "APPLIED", "PAST1")).get("created").intValue());
    assertEquals(1, tellings("dry", 1).size());
  }

  @Test
  void whatIsKilledInTheMiddleIsToldAgainAndNothingTwice() {
    takeIn(
        IntStream.range(0, 510)
            .mapToObj(i -> hire("PAST-C" + i, "PAST1", "past"))
            .toArray(String[]::new));
    try (Death death = Death.at("opportunity_telling", 3, "true")) {
      JsonNode taken =
          sent(
              IntStream.range(0, 510)
                  .mapToObj(i -> row("crowd", "ELIGIBLE", "PAST-C" + i))
                  .toArray(String[]::new));
      assertEquals(510, taken.get("created").intValue());
      Awaitility.await().atMost(SOON).until(death::happened);
    }
    List<ConsumerRecord<String, String>> tellings = tellings("crowd", 2);
    List<String> people = new ArrayList<>();
    tellings.forEach(each -> people.addAll(told(each).findValuesAsText("employeeId")));
    assertEquals(2, tellings.size());
    assertEquals(510, people.size());
    assertEquals(510, people.stream().distinct().count());
  }

  @Test
  void rowsOfAYearWhoseAuditsArePublishedAreRefusedAndThoseOfOthersTaken() {
    UUID year = UUID.randomUUID();
    Events.ofTest()
        .publish(
            "evenhand.findings",
            "org.evenhand.access-year.published.v1",
            "/analytics-service",
            year.toString(),
            1,
            "{\"yearId\":\"%s\",\"year\":2013,\"publishedAt\":\"2014-02-01T12:00:00Z\"}"
                .formatted(year));
    Awaitility.await()
        .atMost(SOON)
        .until(() -> Tables.count("published_access_year where year = 2013") == 1);

    JsonNode seen = sent(on("late", "2013-12-31"), on("next", "2014-01-01"));

    assertError(seen, 0, "decidedOn", "2013, whose audits were published on 2014-02-01");
    assertEquals(1, seen.get("created").intValue());
  }

  private static String row(String opportunity, String stage, String externalId) {
    return "past-%s,STRETCH,2019-03-18,%s,%s".formatted(opportunity, externalId, stage);
  }

  private static String on(String opportunity, String day) {
    return row(opportunity, "APPLIED", "PAST1").replace("2019-03-18", day);
  }

  private static JsonNode sent(String... rows) {
    Response answer = post(PATH, HEADER + Hris.lines(rows));
    assertEquals(207, answer.statusCode(), answer::asString);
    return Said.by(answer);
  }

  private static Response keyed(String key, String file) {
    return asHris()
        .contentType("text/csv")
        .header("Idempotency-Key", key)
        .body(file.getBytes(StandardCharsets.UTF_8))
        .post(PATH);
  }

  /** Of a row by its place in the file, from 0 on. */
  private static void assertError(JsonNode seen, int row, String column, String detail) {
    JsonNode error = seen.at("/results/" + row + "/errors/0");
    assertEquals(column, error.path("column").asText(), seen::toString);
    assertTrue(error.path("detail").asText().contains(detail), error::toString);
  }

  private static long taken(String opportunity) {
    return Tables.count("past_opportunity where external_id = 'past-%s'".formatted(opportunity));
  }

  private static String derived(String opportunity) {
    return "cast(md5('past opportunity past-%s') as uuid)".formatted(opportunity);
  }

  private static List<ConsumerRecord<String, String>> tellings(String opportunity, int parts) {
    String key = Tables.text(derived(opportunity));
    List<ConsumerRecord<String, String>> found =
        Events.ofTest().await(TOPIC, parts, record -> record.key().equals(key));
    found.forEach(EventSchemas::check);
    return found;
  }

  private static JsonNode told(ConsumerRecord<String, String> event) {
    try {
      return Json.mapper().readTree(event.value());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static String id(String externalId) {
    return Tables.text("id from employee where external_id = '%s'".formatted(externalId));
  }
}
