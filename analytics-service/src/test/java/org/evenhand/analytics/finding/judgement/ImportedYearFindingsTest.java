package org.evenhand.analytics.finding.judgement;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.analytics.finding.FindingEvents;
import org.evenhand.kit.test.Events;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * A year from another system is judged when its import is still, and anew when more of it comes.
 */
@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ImportedYearFindingsTest {

  private static final String YEAR = "imported and judged";
  private static final String NEXT = "imported a year later";

  @BeforeAll
  void a_year_is_imported() {
    TwoTeams.exist();
    send(YEAR);
  }

  private static void send(String year) {
    List<Sent> ratings = new ArrayList<>();
    for (int person = 0; person < TwoTeams.PEOPLE; person++) {
      boolean top = TwoTeams.isNorth(person) ? person < 4 : person < 40;
      ratings.add(TwoTeams.recorded(year, person, top ? 3 : 1 + person / 2 % 2, 1));
    }
    TwoTeams.send(ratings);
  }

  @Test
  void
      a_rebuild_raises_nothing_again_a_second_year_in_a_row_is_critical_and_corrections_judge_anew() {
    Response raised =
        Api.until(ImportedYearFindingsTest::found, answer -> !ids(answer, "RAISED").isEmpty());
    List<String> before = ids(raised, "RAISED");
    long judgements = judgements();
    Events.ofTest()
        .await(FindingEvents.TOPIC, (int) judgements, ImportedYearFindingsTest::isJudged);
    int told = told();

    Response rebuild = Api.as(Api.HR_LEAD).post("/v1/rebuilds");
    rebuild.then().statusCode(202);
    Api.until(
        () -> Api.as(Api.HR_LEAD).get(rebuild.header("Location")),
        view -> "DONE".equals(view.path("state")));
    awaitStill();
    assertEquals(before, ids(found(), "RAISED"));
    assertEquals(judgements, judgements());
    assertEquals(told, told());

    send(NEXT);
    Response twice = Api.until(() -> found(NEXT), answer -> !ids(answer, "RAISED").isEmpty());
    assertEquals(Set.of("WARN"), Set.copyOf(raised.jsonPath().getList("items.verdict")));
    assertEquals(Set.of("CRITICAL"), Set.copyOf(twice.jsonPath().getList("items.verdict")));

    promote();
    String finding = before.get(0);
    Api.until(
            () -> Api.as(Api.INSIGHT).get("/v1/findings/" + finding),
            answer -> "CLEARED".equals(answer.path("summary.state")))
        .then()
        .body("cleared.reason", equalTo("NO_LONGER_REACHED"));
    assertEquals(judgements + 1, judgements());
    assertEquals(List.of(), ids(found(), "RAISED"));
  }

  /**
   * Marks come once more, corrected: as many are at the top in the North as in the South. Some of
   * both are raised from each level, so that nobody's region follows from it.
   */
  private static void promote() {
    List<Sent> corrected = new ArrayList<>();
    for (int person = 0; person < 52; person++) {
      corrected.add(TwoTeams.recorded(YEAR, person, 3, 2));
    }
    TwoTeams.send(corrected);
  }

  /** Until the task that looks at the year after the rebuild has run. */
  private static void awaitStill() {
    Api.until(
        ImportedYearFindingsTest::found,
        answer ->
            Database.number(
                    "select count(*) from due_work where kind = 'imported-year-still' and subject ="
                        + " '"
                        + Company.id("cycle " + YEAR)
                        + "'")
                == 0);
  }

  private static Response found() {
    return found(YEAR);
  }

  private static Response found(String year) {
    return Api.as(Api.INSIGHT)
        .queryParams(Map.of("cycle", year, "dimension", TwoTeams.DIMENSION))
        .get("/v1/findings");
  }

  private static List<String> ids(Response found, String state) {
    return found.statusCode() == 200
        ? found.jsonPath().getList("items.findAll { it.state == '" + state + "' }.id")
        : List.of();
  }

  private static long judgements() {
    return Database.number("select count(*) from judgement where cycle_key = '" + YEAR + "'");
  }

  private static boolean isJudged(ConsumerRecord<String, String> event) {
    return event.key().equals(Company.id("cycle " + YEAR).toString())
        && "org.evenhand.cycle.judged.v1".equals(Events.header(event, "ce_type"));
  }

  private static int told() {
    return (int)
        Events.ofTest().all(FindingEvents.TOPIC).stream()
            .filter(event -> event.value().contains(Company.id("cycle " + YEAR).toString()))
            .count();
  }
}
