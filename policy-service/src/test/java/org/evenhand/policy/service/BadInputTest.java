package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BadInputTest extends ServiceTest {

  @Test
  void every_wrong_field_of_a_content_is_named_at_once() {
    ObjectNode content = PolicyUnderTest.content();
    content.put("colour", "red").put("noticeDays", "soon").remove("name");
    content.withArray("criteria").addObject().put("key", "third");

    begin(content.toString())
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("requestId", notNullValue())
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/colour", "/noticeDays", "/name", "/criteria/2/title", "/criteria/2/weight"));
  }

  @Test
  void every_contradiction_of_a_content_is_named_at_once() {
    ObjectNode content = PolicyUnderTest.content();
    ((ObjectNode) content.at("/criteria/0")).put("weight", 10);
    ((ObjectNode) content.at("/anchors/0")).put("criterion", "unheard-of");

    begin(content.toString())
        .then()
        .statusCode(422)
        .body("errors.pointer", containsInAnyOrder("/criteria", "/anchors/0/criterion"));
  }

  @Test
  void a_patch_is_held_to_the_same_rules() {
    var policy = PolicyUnderTest.drafted(clock);

    policy
        .edit("{\"colour\": \"red\"}")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/colour"));
    policy
        .edit("{\"criteria\": []}")
        .then()
        .statusCode(400)
        .body("errors.pointer", hasItem("/criteria"));
    policy.edit("{\"scale\": {\"favourableFrom\": 9}}").then().statusCode(422);
    policy.edit("[]").then().statusCode(400);
  }

  @Test
  void broken_bodies_are_told_apart_from_wrong_ones() {
    for (String broken : List.of("{", "", "nul", "{\"a\":1,\"a\":2}", "\"text\"", "[]", "{} {}")) {
      begin(broken).then().statusCode(400).contentType("application/problem+json");
    }
    as(Staff.HR).contentType("text/plain").body("{}").post("/v1/policies").then().statusCode(415);
  }

  @Test
  void a_body_beyond_the_bound_is_not_read() {
    begin("{\"name\": \"" + "x".repeat(2 * 1024 * 1024) + "\"}").then().statusCode(413);
  }

  @Test
  void content_beyond_the_bound_of_an_event_is_refused_also_when_it_grows_by_patches() {
    ObjectNode content = PolicyUnderTest.content();
    content.withArray("exemplars").removeAll();
    for (int i = 0; i < 90; i++) {
      content.withArray("exemplars").addObject().put("ordinal", 1).put("text", "x".repeat(5600));
    }
    var policy = PolicyUnderTest.drafted(clock, content);
    ObjectNode more = content.objectNode();
    for (int i = 0; i < 20; i++) {
      more.withArray("pathways").add("y".repeat(3900));
    }

    policy
        .edit(more.toString())
        .then()
        .statusCode(422)
        .body("type", equalTo("http://localhost:8080/problems/content-too-large"));
  }

  @Test
  void text_that_no_database_stores_is_refused_everywhere() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();

    as(Staff.EMPLOYEE)
        .body("{\"kind\": \"COMMENT\", \"pointer\": \"\", \"text\": \"a\\u0000b\"}")
        .post(policy.path() + "/comments")
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/text"));
    as(Staff.EMPLOYEE)
        .body("{\"kind\": \"COMMENT\", \"pointer\": \"/a\\u0000b\", \"text\": \"a\"}")
        .post(policy.path() + "/comments")
        .then()
        .statusCode(400);
    policy.command(Staff.HR, "withdrawal", "{\"reason\": \"\\u0000\"}").then().statusCode(400);
  }

  @Test
  void a_comment_needs_a_part_that_is_there_and_a_kind_that_is_known() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    String comments = policy.path() + "/comments";

    for (String nowhere :
        List.of("/criteria/9", "criteria", "/criteria/-", "/a~9", "/criteria/99999999999")) {
      as(Staff.EMPLOYEE)
          .body("{\"kind\": \"COMMENT\", \"pointer\": \"" + nowhere + "\", \"text\": \"?\"}")
          .post(comments)
          .then()
          .statusCode(422)
          .body("errors.pointer", contains("/pointer"));
    }
    as(Staff.EMPLOYEE)
        .body("{\"kind\": \"RANT\", \"pointer\": \"\", \"text\": \"?\"}")
        .post(comments)
        .then()
        .statusCode(400)
        .body("errors.pointer", contains("/kind"));
    as(Staff.EMPLOYEE)
        .body("{}")
        .post(comments)
        .then()
        .statusCode(400)
        .body("errors.pointer", containsInAnyOrder("/kind", "/pointer", "/text"));
  }

  @Test
  void an_address_that_leads_nowhere_is_not_found() {
    var policy = PolicyUnderTest.drafted(clock);
    for (String path :
        List.of(
            "/v1/policies/nonsense",
            "/v1/policies/" + UUID.randomUUID(),
            "/v1/policies/" + policy.id() + "/versions/0",
            "/v1/policies/" + policy.id() + "/versions/-1",
            "/v1/policies/" + policy.id() + "/versions/one",
            "/v1/policies/" + policy.id() + "/versions/99999999999",
            policy.path() + "/comments/" + UUID.randomUUID(),
            policy.path() + "/comments/nonsense")) {
      as(Staff.HR).get(path).then().statusCode(404);
    }
  }

  @Test
  void a_malformed_parameter_is_named() {
    var policy = PolicyUnderTest.drafted(clock);
    parameter(as(Staff.HR).queryParam("cursor", "!").get("/v1/policies"), "cursor");
    parameter(as(Staff.HR).queryParam("cursor", "YQ").get("/v1/policies"), "cursor");
    parameter(as(Staff.HR).queryParam("limit", "many").get("/v1/policies"), "limit");
    parameter(as(Staff.HR).queryParam("limit", "201").get("/v1/policies"), "limit");
    parameter(as(Staff.HR).queryParam("cursor", "YQ").get(policy.path() + "/comments"), "cursor");
    parameter(as(Staff.HR).queryParam("from", "x").get(policy.path() + "/difference"), "from");
    as(Staff.HR)
        .header("If-Match", "W/\"x")
        .post(policy.path() + "/consultation")
        .then()
        .statusCode(400);
  }

  @Test
  void dates_that_are_none_or_beyond_all_planning_are_refused() {
    var policy = PolicyUnderTest.drafted(clock).approved();
    for (String date : List.of("tomorrow", "2026-02-30", "20260101", "2026-01-01T00:00:00Z")) {
      announce(policy, date)
          .then()
          .statusCode(400)
          .body("errors.pointer", contains("/effectiveOn"));
    }
    for (String date : List.of("1900-01-01", "9999-12-31", "+999999999-12-31")) {
      int status = announce(policy, date).statusCode();
      assertThat(status).as(date).isIn(400, 422);
    }
  }

  private static Response announce(PolicyUnderTest policy, String date) {
    return policy.command(
        Staff.HR,
        "announcement",
        "{\"rationale\": \"a\", \"expectedImpact\": \"b\", \"effectiveOn\": \"" + date + "\"}");
  }

  private static void parameter(Response response, String name) {
    response.then().statusCode(400).body("errors.parameter", contains(name));
  }

  private static Response begin(String body) {
    return as(Staff.HR).body(body).post("/v1/policies");
  }
}
