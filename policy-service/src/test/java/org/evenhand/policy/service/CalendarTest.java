package org.evenhand.policy.service;

import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

/** What policies put into people's calendars. */
@QuarkusTest
class CalendarTest extends ServiceTest {

  @Test
  void a_consultation_is_everybodys_from_its_opening_to_its_first_possible_end() {
    var policy = PolicyUnderTest.drafted(clock);
    LocalDate opened = policy.today();
    in(Staff.EMPLOYEE, policy).body(of(policy, "kind"), empty());

    policy.inConsultation();
    for (Tokens reader : new Tokens[] {Staff.EMPLOYEE, Staff.HR, Staff.MANAGER}) {
      as(reader)
          .get("/v1/calendar?kind=CONSULTATION")
          .then()
          .statusCode(200)
          .body(of(policy, "first"), contains(opened.toString()))
          .body(of(policy, "last"), contains(opened.plusDays(3).toString()))
          .body(of(policy, "operations.flatten()"), contains("addComment"))
          .body(of(policy, "state"), contains("CONFIRMED"));
    }

    policy.withdraw().then().statusCode(200);
    in(Staff.EMPLOYEE, policy)
        .body(of(policy, "state"), contains("CANCELLED"))
        .body(of(policy, "sequence"), contains(1));
  }

  @Test
  void a_window_that_is_over_stays_as_it_was() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    LocalDate opened = policy.today();
    in(Staff.EMPLOYEE, policy);
    clock.advance(Duration.ofDays(9));

    as(Staff.EMPLOYEE)
        .get("/v1/calendar?from=" + opened)
        .then()
        .body(of(policy, "state"), contains("CONFIRMED"))
        .body(of(policy, "sequence"), contains(0));
  }

  @Test
  void the_day_from_which_a_version_binds_is_known_to_those_whom_it_binds_once_all_are_told() {
    ObjectNode content = PolicyUnderTest.content();
    String entity = content.at("/scope/legalEntities/0").asText();
    String country = content.at("/scope/countries/0").asText("NL");
    String type = content.at("/scope/workerTypes/0").asText("EMPLOYEE");
    Tokens bound = joins(entity, country, type);
    Tokens elsewhere = joins("another", country, type);
    var policy = PolicyUnderTest.drafted(clock, content).announced();
    LocalDate day = policy.today().plusDays(5);

    in(bound, policy).body(of(policy, "kind"), contains("CONSULTATION"));
    clock.advance(Duration.ofDays(2));
    in(bound, policy)
        .body(of(policy, "kind"), contains("CONSULTATION", "POLICY_EFFECTIVE"))
        .body(of(policy, "first"), hasItem(day.toString()));
    in(elsewhere, policy).body(of(policy, "kind"), contains("CONSULTATION"));

    policy.ended().then().statusCode(200);
    in(bound, policy).body(of(policy, "state"), contains("CONFIRMED", "CANCELLED"));
  }

  private Tokens joins(String entity, String country, String type) {
    String externalId = "C" + UUID.randomUUID();
    staff.joins(externalId, entity, country, type);
    return Tokens.forEmployee(externalId, "employee");
  }

  private ValidatableResponse in(Tokens reader, PolicyUnderTest policy) {
    LocalDate today = policy.today();
    return as(reader)
        .get("/v1/calendar?from=%s&to=%s".formatted(today.minusDays(30), today.plusDays(60)))
        .then()
        .statusCode(200);
  }

  private static String of(PolicyUnderTest policy, String field) {
    return "items.findAll { it.subject == '/v1/policies/%s/versions/1' }.%s"
        .formatted(policy.id(), field);
  }
}
