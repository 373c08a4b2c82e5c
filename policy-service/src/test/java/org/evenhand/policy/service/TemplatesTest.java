package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.StarterKit;
import org.evenhand.kit.test.Tokens;
import org.evenhand.kit.web.paging.Cursor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The policy and the charter of the starter kit, listed and taken into drafts. */
@QuarkusTest
class TemplatesTest extends ServiceTest {

  private static final String TEMPLATES = "/v1/templates";
  private static final String POLICY = TEMPLATES + "/POLICY/policy";
  private static final String CHARTER = TEMPLATES + "/CHARTER/charter";

  @Inject CharterPeople company;

  @BeforeEach
  void a_company_without_a_charter() {
    company.arrive();
    company.withoutCharter();
  }

  @Test
  void they_are_listed_in_the_language_that_the_reader_prefers_with_who_can_take_them() {
    as(Staff.HR)
        .get(TEMPLATES + "?kind=POLICY&kind=CHARTER")
        .then()
        .statusCode(200)
        .body("items.kind", contains("CHARTER", "POLICY"))
        .body("items.language", contains("en", "en"))
        .body("items.actions.flatten()", contains("takeCharterTemplate", "takePolicyTemplate"))
        .body("items.links.self", contains(CHARTER + "?language=en", POLICY + "?language=en"));
    as(Staff.MANAGER)
        .header("Accept-Language", "fr, de-CH;q=0.8, en;q=0.2")
        .get(TEMPLATES + "?kind=POLICY")
        .then()
        .header("Content-Language", "de")
        .header("Vary", "Accept-Language")
        .body("items.title", contains("Leistungsbeurteilung für alle Tätigkeiten"))
        .body("items.actions.flatten()", empty());
    as(Staff.MANAGER)
        .header("Accept-Language", "de")
        .get(TEMPLATES + "?language=en&kind=POLICY&kind=CHECKLIST_TEMPLATE")
        .then()
        .body("items.language", contains("en"));
  }

  @Test
  void no_file_is_left_out() {
    List<String> listed = as(Staff.HR).get(TEMPLATES).then().extract().path("items.key");

    assertThat(StarterKit.paths())
        .map(path -> path.substring(path.indexOf('/') + 1))
        .containsExactlyInAnyOrderElementsOf(listed);
  }

  @Test
  void pages_go_on_where_the_one_before_ended() {
    String next =
        as(Staff.HR)
            .get(TEMPLATES + "?kind=POLICY&kind=CHARTER&limit=1")
            .then()
            .body("items.kind", contains("CHARTER"))
            .extract()
            .path("next");
    as(Staff.HR)
        .get(TEMPLATES + "?kind=POLICY&kind=CHARTER&limit=1&cursor=" + next)
        .then()
        .body("items.kind", contains("POLICY"))
        .body("next", nullValue());
  }

  @Test
  void a_list_goes_on_in_the_language_in_which_it_began() {
    String next =
        as(Staff.HR).get(TEMPLATES + "?language=de&limit=1").then().extract().path("next");
    as(Staff.HR)
        .header("Accept-Language", "en")
        .get(TEMPLATES + "?cursor=" + next)
        .then()
        .statusCode(200)
        .header("Content-Language", "de")
        .body("items.language.unique()", contains("de"));
    as(Staff.HR)
        .get(TEMPLATES + "?language=en&cursor=" + next)
        .then()
        .statusCode(400)
        .body("errors.parameter", contains("language"));
    String other = Cursor.of("CHARTER", "charter").encode();
    String unspoken = Cursor.of("CHARTER", "charter", "fr").encode();
    as(Staff.HR).get(TEMPLATES + "?cursor=" + other).then().statusCode(400);
    as(Staff.HR).get(TEMPLATES + "?cursor=" + unspoken).then().statusCode(400);
    as(Staff.MANAGER).get(POLICY + "?language=de").then().header("Content-Language", "de");
  }

  @Test
  void what_is_not_there_is_not_found() {
    as(Staff.HR).get(TEMPLATES + "/POLICY/charter").then().statusCode(404);
    as(Staff.HR).get(TEMPLATES + "/RECIPE/soup").then().statusCode(404);
    as(Staff.HR).post(TEMPLATES + "/POLICY/charter/drafts").then().statusCode(404);
    as(Staff.HR).get(TEMPLATES + "?language=fr").then().statusCode(400);
  }

  @Test
  void a_policy_that_is_taken_lacks_nothing_and_goes_to_consultation() {
    String draft =
        take(Staff.HR, POLICY, "de", null).then().statusCode(201).extract().header("Location");

    assertThat(draft).startsWith("/v1/policies/");
    as(Staff.HR)
        .get(draft + "/readiness")
        .then()
        .body("ready", equalTo(true))
        .body("missing", empty());
    Response read = as(Staff.HR).get(draft);
    read.then()
        .body("state", equalTo("DRAFT"))
        .body("authors.id", contains(Staff.id("H1").toString()))
        .body("content.name", equalTo(StarterKit.body("policy", "de").path("name").asText()));
    Response open = command(draft, "consultation", null);
    open.then().statusCode(200).body("state", equalTo("CONSULTATION"));
    command(draft, "withdrawal", Map.of("reason", "Only tried")).then().statusCode(200);
  }

  @Test
  void a_repeat_takes_no_second_draft() {
    Response first = taken("once");
    Response again = taken("once");

    assertThat(again.header("Location")).isEqualTo(first.header("Location"));
    assertThat(again.asString()).isEqualTo(first.asString());
    as(Staff.HR)
        .header("Idempotency-Key", "once")
        .post(POLICY + "/drafts?language=de")
        .then()
        .statusCode(422);
  }

  @Test
  void a_charter_that_is_taken_has_the_owner_and_the_day_that_were_chosen_and_goes_to_sign_off() {
    Map<String, String> chosen = chosen("CH-H1");
    String draft =
        take(CharterPeople.AUTHOR, CHARTER, "en", chosen)
            .then()
            .statusCode(201)
            .body("owner.id", equalTo(chosen.get("owner")))
            .body("content.inForceOn", equalTo(chosen.get("inForceOn")))
            .body("content.terms[0].kind", equalTo("SIGN_OFF"))
            .header("Location", startsWith("/v1/charters/"))
            .extract()
            .header("Location");

    as(CharterPeople.HR)
        .get(TEMPLATES + "?kind=CHARTER")
        .then()
        .body("items.actions.flatten()", empty());
    take(CharterPeople.AUTHOR, CHARTER, "de", chosen)
        .then()
        .statusCode(409)
        .body("code", equalTo("CHARTER_UNDER_WAY"));
    as(CharterPeople.AUTHOR)
        .header("If-Match", as(CharterPeople.AUTHOR).get(draft).header("ETag"))
        .body(Map.of("managers", List.of("CH-M1", "CH-M2", "CH-M3")))
        .post(draft + "/sign-off-opening")
        .then()
        .statusCode(200)
        .body("state", equalTo("SIGN_OFF"));
  }

  @Test
  void a_charter_belongs_to_somebody_who_serves_as_hr() {
    take(CharterPeople.AUTHOR, CHARTER, "en", chosen("CH-M1"))
        .then()
        .statusCode(422)
        .body("code", equalTo("CHARTER_INVALID"))
        .body("errors.pointer", contains("/owner"));
  }

  private Map<String, String> chosen(String owner) {
    LocalDate tomorrow = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
    return Map.of("owner", CharterPeople.id(owner).toString(), "inForceOn", tomorrow.toString());
  }

  private static Response take(Tokens who, String template, String language, Object body) {
    var request = as(who);
    if (body != null) {
      request.body(body);
    }
    return request.post(template + "/drafts?language=" + language);
  }

  private static Response taken(String key) {
    return as(Staff.HR)
        .header("Idempotency-Key", key)
        .post(POLICY + "/drafts")
        .then()
        .statusCode(201)
        .extract()
        .response();
  }

  private static Response command(String draft, String what, Object body) {
    var request = as(Staff.HR).header("If-Match", as(Staff.HR).get(draft).header("ETag"));
    if (body != null) {
      request.body(body);
    }
    return request.post(draft + "/" + what);
  }
}
