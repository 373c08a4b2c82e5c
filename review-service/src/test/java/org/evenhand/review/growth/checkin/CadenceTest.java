package org.evenhand.review.growth.checkin;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.evenhand.kit.test.Said;
import org.evenhand.review.Hris;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveCheckIn;
import org.evenhand.review.live.Person;
import org.evenhand.review.live.Policy;
import org.evenhand.review.live.Tables;
import org.junit.jupiter.api.Test;

/** How often two meet, where the policy in force says so. */
@QuarkusTest
class CadenceTest {

  /** Where nobody else's tests have people work. */
  private static final String COUNTRY = "IS";

  @Test
  void peopleMeetAsOftenAsThePolicySaysOrMoreOften() {
    Company company = Company.of(1);
    Person bound = company.person("BOUND", "Hrafn", "Ketilsson", "employee");
    Person other = company.person("OTHER", "Embla", "Flosadottir", "employee");
    for (Person each : new Person[] {bound, other}) {
      Hris.takeIn(company.hire(each, company.lead, company.care()).replace(",NL,", ",IS,"));
    }
    LiveCheckIn before = LiveCheckIn.planned(company.lead, other, Map.of("everyWeeks", 8));
    inEffect(Policy.inEffectIn(COUNTRY, 4));

    Response seldom = LiveCheckIn.plan(company.lead, bound, Map.of("everyWeeks", 5));
    assertEquals(422, seldom.statusCode());
    assertEquals("/everyWeeks", Said.text(seldom, "/errors/0/pointer"));
    LiveCheckIn usual = LiveCheckIn.planned(bound, bound);
    assertEquals(4, read(usual, bound).path("everyWeeks").asInt());
    assertEquals(200, usual.put(bound, "plan", plan(2)).statusCode());
    assertEquals(2, read(usual, company.lead).path("everyWeeks").asInt());
    assertEquals(422, usual.put(bound, "plan", plan(5)).statusCode());
    assertEquals(200, usual.put(bound, "plan", plan(null)).statusCode());
    assertEquals(200, usual.hold(bound).statusCode());
    assertEquals(4, read(LiveCheckIn.next(bound), bound).path("everyWeeks").asInt());

    // What two had agreed on before stays theirs, and so do people whom the policy doesn't bind.
    assertEquals(200, before.put(other, "plan", plan(8)).statusCode());
    assertEquals(422, before.put(other, "plan", plan(9)).statusCode());
    LiveCheckIn elsewhere = LiveCheckIn.planned(company.lead, company.staff.get(0));
    assertFalse(read(elsewhere, company.lead).has("everyWeeks"));
  }

  private static void inEffect(Policy policy) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                Tables.count(
                        "policy_version where state = 'EFFECTIVE' and policy_id = '%s'"
                            .formatted(policy.id()))
                    == 1);
  }

  private static Map<String, Object> plan(Integer everyWeeks) {
    String day = Company.today().plusDays(9).toString();
    return everyWeeks == null
        ? Map.of("plannedFor", day)
        : Map.of("plannedFor", day, "everyWeeks", everyWeeks);
  }

  private static JsonNode read(LiveCheckIn checkIn, Person reader) {
    return Said.by(checkIn.read(reader));
  }
}
