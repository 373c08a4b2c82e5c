package org.evenhand.analytics.demographics;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.analytics.Api;
import org.evenhand.analytics.Company;
import org.evenhand.analytics.Database;
import org.evenhand.analytics.ReviewStream;
import org.evenhand.analytics.ReviewStream.Sent;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

@QuarkusTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.MethodName.class)
class DeclarationsTest {

  private static final String CYCLE = "declared";
  private static final String CANARY = "Wiccan canary";

  @BeforeAll
  void six_people_have_a_rating() {
    Api.connect();
    List<Sent> events = new ArrayList<>();
    for (int person = 0; person < 6; person++) {
      events.add(Company.employee("D" + person, person == 5 ? Map.of("country", "FR") : Map.of()));
      events.add(Company.recorded("D" + person, CYCLE, 2, 3, 3));
    }
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(events);
    }
    Api.until(
        () -> Api.completion(Api.INSIGHT, CYCLE, "none"), answer -> answer.statusCode() == 200);
    Api.until(
        () -> Api.as(Tokens.forEmployee("D5", "employee")).get("/v1/demographics/me"),
        answer -> answer.statusCode() == 200);
    Api.define("religion", definition(List.of("None", CANARY), "GB")).then().statusCode(201);
  }

  @AfterEach
  void the_cells_are_those_of_the_reviews_one_by_one() {
    assertEquals(Database.recounted(), Database.cells());
  }

  @Test
  void a_dry_run_says_what_would_happen_and_changes_nothing() {
    Response answer =
        Api.as(Api.HRIS)
            .contentType("text/csv; charset=UTF-8")
            .queryParam("dryRun", true)
            .body(csv("D3,religion,None"))
            .post("/v1/demographics");
    answer.then().statusCode(207).body("created", equalTo(1));
    assertEquals(0, held("D3"));
  }

  @Test
  void a_person_of_another_country_is_refused_by_row_and_no_value_is_repeated() {
    Response answer =
        Api.declare(
            text(
                "D4,religion," + CANARY,
                "D5,religion," + CANARY,
                "D4,shoes,45",
                "NOBODY,religion,None"));
    answer
        .then()
        .statusCode(207)
        .body("created", equalTo(1))
        .body("refused", equalTo(3))
        .body("results[1].errors[0].column", equalTo("dimension"))
        .body("results[1].errors[0].detail", containsString("country"))
        .body("results[2].errors[0].detail", containsString("religion"))
        .body("results[3].errors[0].column", equalTo("externalId"));
    assertFalse(answer.asString().contains(CANARY));
    assertEquals(0, held("D5"));
    String errors =
        Api.as(Api.HRIS).get("/v1/demographics/" + answer.path("id") + "/errors").asString();
    assertFalse(errors.contains(CANARY), errors);
  }

  @Test
  void a_second_row_about_the_same_is_refused() {
    Api.declare(text("D3,religion,None", "D3,religion," + CANARY))
        .then()
        .body("created", equalTo(1))
        .body("refused", equalTo(1))
        .body("results[1].errors[0].detail", containsString("earlier row"));
  }

  @Test
  void an_employee_sees_what_is_held_and_withdraws_it_for_good() {
    Tokens own = Tokens.forEmployee("D0", "employee");
    long others = counted(CANARY);
    Api.declare(text("D0,religion," + CANARY)).then().body("created", equalTo(1));
    assertEquals(others + 1, counted(CANARY));
    Api.as(own)
        .get("/v1/demographics/me")
        .then()
        .statusCode(200)
        .body("items.find { it.dimension == 'religion' }.value", equalTo(CANARY))
        .body("items.find { it.dimension == 'religion' }.legalBasis", notNullValue());
    Api.as(own).delete("/v1/demographics/me/religion").then().statusCode(204);
    assertEquals(others, counted(CANARY));
    Api.as(own).delete("/v1/demographics/me/religion").then().statusCode(404);
    Api.as(own)
        .get("/v1/demographics/me")
        .then()
        .body("items.find { it.dimension == 'religion' }.value", nullValue())
        .body("items.find { it.dimension == 'religion' }.withdrawnAt", notNullValue());
    Api.declare(text("D0,religion," + CANARY))
        .then()
        .body("refused", equalTo(1))
        .body("results[0].errors[0].column", equalTo("declaredOn"));
    assertEquals(others, counted(CANARY));
    for (int ahead = 0; ahead <= 3; ahead++) {
      LocalDate day = LocalDate.now(ZoneOffset.UTC).plusDays(ahead);
      Api.declare("externalId,dimension,value,declaredOn\nD0,religion," + CANARY + "," + day + "\n")
          .then()
          .body("refused", equalTo(1))
          .body("results[0].errors[0].column", equalTo("declaredOn"));
    }
    assertEquals(others, counted(CANARY));
  }

  @Test
  void a_bad_row_takes_no_good_one_about_the_same_along() {
    Api.declare(text("D2,religion,Nonsense", "D2,religion,None", "D2,religion,N\u00a0one"))
        .then()
        .body("results.outcome", contains("REFUSED", "CREATED", "REFUSED"))
        .body("results[2].errors[0].detail", containsString("U+00A0"));
  }

  @Test
  void a_country_is_one_of_iso_3166_where_a_legal_basis_is_given() {
    Api.define("elsewhere", definition(List.of("X", "Y"), "UK"))
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/countries/0/country"))
        .body("errors[0].detail", containsString("United Kingdom is GB"));
  }

  @Test
  void another_value_moves_the_rating_from_cell_to_cell() {
    Api.declare(text("D1,religion,None"));
    long before = counted("None");
    Api.declare(text("D1,religion," + CANARY)).then().body("changed", equalTo(1));
    assertEquals(before - 1, counted("None"));
    Api.declare(text("D1,religion," + CANARY)).then().body("unchanged", equalTo(1));
  }

  @Test
  void losing_the_legal_basis_of_a_country_withdraws_what_is_held_there() {
    Api.define("origin", definition(List.of("X", "Y"), "GB")).then().statusCode(201);
    Api.declare(text("D2,origin,X")).then().body("created", equalTo(1));
    Response dimension = Api.as(Api.HR_LEAD).get("/v1/demographic-dimensions/origin");
    Map<String, Object> elsewhere = definition(List.of("X", "Y"), "FR");
    Api.define("origin", elsewhere).then().statusCode(428);
    redefine("origin", elsewhere, "\"41\"").then().statusCode(412);
    assertEquals(1, counted("X"));
    redefine("origin", elsewhere, dimension.header("ETag")).then().statusCode(200);
    assertEquals(0, counted("X"));
  }

  @Test
  void moving_to_a_country_without_a_legal_basis_withdraws_too() {
    Api.declare(text("D2,religion,None")).then().body("refused", equalTo(0));
    try (ReviewStream stream = new ReviewStream()) {
      stream.send(List.of(Company.employee("D2", Map.of("country", "FR", "sequence", 2))));
    }
    Api.until(
        () -> Api.as(Tokens.forEmployee("D2", "employee")).get("/v1/demographics/me"),
        answer -> answer.path("items.find { it.dimension == 'religion' }.value") == null);
    assertEquals(0, held("D2"));
  }

  @Test
  void a_definition_that_can_not_be_counted_is_refused_with_pointers() {
    Map<String, Object> twice = definition(List.of("A", "A"), "GB");
    twice.put("undeclaredValues", List.of("Z"));
    Api.define("caste", twice)
        .then()
        .statusCode(422)
        .body("errors.pointer", hasItem("/values/1"))
        .body("errors.pointer", hasItem("/undeclaredValues/0"));
    Api.define("orgUnit", definition(List.of("A", "B"), "GB"))
        .then()
        .statusCode(422)
        .body("type", containsString("dimension-key-reserved"));
    Map<String, Object> nowhere = definition(List.of("A"), "Britain");
    Api.define("caste", nowhere)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/countries/0/country"));
    Map<String, Object> unknown = definition(List.of("A"), "GB");
    unknown.put("colour", "red");
    Api.define("caste", unknown)
        .then()
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/colour"));
  }

  @Test
  void an_unknown_dimension_is_a_problem_that_names_the_known_ones() {
    Api.fairness(CYCLE, "shoeSize", "AFTER")
        .then()
        .statusCode(404)
        .body("detail", containsString("religion"));
    Api.as(Api.HR_LEAD).get("/v1/demographic-dimensions/shoeSize").then().statusCode(404);
    Api.fairness(CYCLE, "religion", "DURING")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("phase"));
  }

  @Test
  void six_people_are_too_few_and_the_answer_says_so_without_a_figure() {
    Response answer =
        Api.until(
            () -> Api.fairness(CYCLE, "religion", "AFTER"),
            found -> !"GATHERING".equals(found.path("state")));
    answer
        .then()
        .statusCode(200)
        .body("state", equalTo("TOO_FEW_PEOPLE"))
        .body("note", not(equalTo("")))
        .body("groups.findAll { it.n != null }.size()", equalTo(0))
        .body("groups.findAll { it.impactRatio != null }.size()", equalTo(0));
  }

  @Test
  void who_asks_for_a_dry_run_in_other_words_gets_no_real_import() {
    Api.as(Api.HRIS)
        .contentType("text/csv; charset=UTF-8")
        .queryParam("dryRun", "yes")
        .body(csv("D3,religion,None"))
        .post("/v1/demographics")
        .then()
        .statusCode(400)
        .body("errors[0].parameter", equalTo("dryRun"));
  }

  @Test
  void a_file_that_is_no_import_is_a_problem() {
    Api.as(Api.HRIS)
        .contentType("text/csv; charset=UTF-8")
        .body("externalId,colour,value\nD1,religion,None\n".getBytes(StandardCharsets.UTF_8))
        .post("/v1/demographics")
        .then()
        .statusCode(400);
    Api.as(Api.HRIS)
        .contentType("application/json")
        .body("{}")
        .post("/v1/demographics")
        .then()
        .statusCode(415);
  }

  private static Response redefine(String key, Map<String, Object> body, String etag) {
    return Api.as(Api.HR_LEAD)
        .contentType("application/json")
        .header("If-Match", etag)
        .body(body)
        .put("/v1/demographic-dimensions/" + key);
  }

  private static Map<String, Object> definition(List<String> values, String country) {
    return new HashMap<>(
        Map.of(
            "label",
            "A label",
            "values",
            values,
            "countries",
            List.of(Map.of("country", country, "legalBasis", "A law"))));
  }

  private static byte[] csv(String... rows) {
    return text(rows).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String... rows) {
    return "externalId,dimension,value\n" + String.join("\n", rows) + "\n";
  }

  private static long held(String person) {
    return Database.number(
        "select count(*) from demographics.declaration where employee_id = '"
            + Company.id(person)
            + "'");
  }

  /** Ratings of the cycle under a value, after calibration. */
  private static long counted(String value) {
    return Database.number(
        "select coalesce(sum(n), 0) from count_cell where phase = 'AFTER' and stratum = '' and value = '%s' and cycle_id = '%s'"
            .formatted(value, Company.id("cycle " + CYCLE)));
  }
}
