package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class VisibilityTest extends ServiceTest {

  @Test
  void a_draft_is_not_there_for_anybody_but_hr() {
    var policy = PolicyUnderTest.drafted(clock);

    for (var other : List.of(Staff.EMPLOYEE, Staff.MANAGER, Staff.AUDITOR)) {
      policy.read(other).then().statusCode(404);
      as(other).get("/v1/policies/" + policy.id()).then().statusCode(404);
      as(other).get("/v1/policies/" + policy.id() + "/versions").then().statusCode(404);
      as(other).get(policy.path() + "/comments").then().statusCode(404);
      as(other).get(policy.path() + "/sign-offs").then().statusCode(404);
      as(other).get(policy.path() + "/acknowledgements").then().statusCode(404);
      assertThat(everyPolicy(other)).doesNotContain(policy.id());
    }
    policy.read(Staff.APPROVER).then().statusCode(200);
    assertThat(everyPolicy(Staff.APPROVER)).contains(policy.id());
  }

  @Test
  void nobody_but_hr_can_act_on_a_draft_or_tell_it_from_nothing() {
    var policy = PolicyUnderTest.drafted(clock);
    String nothing = "/v1/policies/" + UUID.randomUUID() + "/versions/1";

    for (String version : List.of(policy.path(), nothing)) {
      as(Staff.EMPLOYEE)
          .body(Map.of("kind", "COMMENT", "pointer", "", "text", "What is it?"))
          .post(version + "/comments")
          .then()
          .statusCode(404);
      as(Staff.MANAGER)
          .header("If-Match", "\"0\"")
          .body(Map.of("contentHash", "0".repeat(64), "decision", "SIGN"))
          .post(version + "/sign-offs")
          .then()
          .statusCode(404);
      as(Staff.EMPLOYEE)
          .body(Map.of("stage", "INFORMED"))
          .post(version + "/acknowledgements")
          .then()
          .statusCode(404);
      as(Staff.EMPLOYEE).get(version + "/difference").then().statusCode(404);
      as(Staff.EMPLOYEE).get(version + "/anchor-notes").then().statusCode(404);
    }
  }

  @Test
  void a_new_draft_of_a_public_policy_stays_hidden_behind_it() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    policy.withdraw().then().statusCode(200);
    policy.nextVersion();

    policy.read(Staff.EMPLOYEE).then().statusCode(404);
    as(Staff.EMPLOYEE)
        .get("/v1/policies/" + policy.id() + "/versions")
        .then()
        .statusCode(200)
        .body("items.version", contains(1));
    as(Staff.EMPLOYEE)
        .get("/v1/policies/" + policy.id())
        .then()
        .body("latest.version", equalTo(1))
        .body("actions", empty());
    as(Staff.HR)
        .get("/v1/policies/" + policy.id() + "/versions")
        .then()
        .body("items.version", contains(1, 2));
  }

  @Test
  void pages_follow_one_another_without_gap_or_repetition() {
    for (int i = 0; i < 3; i++) {
      PolicyUnderTest.drafted(clock).inConsultation();
    }

    List<String> all = everyPolicy(Staff.EMPLOYEE);

    assertThat(all).hasSizeGreaterThanOrEqualTo(3).isSorted();
    assertThat(new HashSet<>(all)).hasSameSizeAs(all);
  }

  @Test
  void a_comment_shows_its_author_to_hr_and_to_themselves() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    String comment =
        as(Staff.EMPLOYEE)
            .body(Map.of("kind", "EXAMPLE", "pointer", "/anchors/0/text", "text", "Our handbook"))
            .post(policy.path() + "/comments")
            .then()
            .statusCode(201)
            .body("mine", equalTo(true))
            .extract()
            .header("Location");

    String author = Staff.id("E1").toString();
    as(Staff.EMPLOYEE).get(comment).then().body("author.id", equalTo(author));
    as(Staff.HR).get(comment).then().body("author.id", equalTo(author));
    as(Staff.COLLEAGUE)
        .get(comment)
        .then()
        .statusCode(200)
        .body("$", not(hasKey("author")))
        .body("mine", equalTo(false));
    as(Staff.COLLEAGUE).get(policy.path() + "/comments").then().body("items.id.size()", equalTo(1));
  }

  @Test
  void the_actions_are_those_that_work() {
    var policy = PolicyUnderTest.drafted(clock);
    policy
        .read(Staff.HR)
        .then()
        .body(
            "actions",
            contains(
                "editVersion",
                "openConsultation",
                "requestImpactReplay",
                "waiveImpactReplay",
                "withdrawVersion"));
    policy.inConsultation();
    policy.read(Staff.EMPLOYEE).then().body("actions", contains("addComment"));
    policy.read(Staff.AUDITOR).then().body("actions", empty());
    clock.advance(Duration.ofDays(3));
    policy
        .read(Staff.HR)
        .then()
        .body(
            "actions",
            contains(
                "editVersion",
                "addComment",
                "disposeComment",
                "requestImpactReplay",
                "waiveImpactReplay",
                "openSignOff",
                "withdrawVersion"));
    policy.openSignOff().then().statusCode(200);
    policy.read(Staff.MANAGER).then().body("actions", contains("signVersion"));
    policy.sign(Staff.MANAGER).then().statusCode(200);
    policy.read(Staff.MANAGER).then().body("actions", empty());
    policy.read(Staff.EMPLOYEE).then().body("actions", empty());
  }

  @Test
  void somebody_whom_the_directory_does_not_know_neither_reads_nor_acts() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();

    for (Tokens nobody : List.of(Staff.STRANGER, Staff.LEAVER)) {
      policy.read(nobody).then().statusCode(403);
      as(nobody)
          .body(Map.of("kind", "COMMENT", "pointer", "", "text", "Who am I?"))
          .post(policy.path() + "/comments")
          .then()
          .statusCode(403)
          .body("type", equalTo("http://localhost:8080/problems/employee-unknown"));
    }
    as(Staff.STRANGER)
        .body(PolicyUnderTest.content().toString())
        .post("/v1/policies")
        .then()
        .statusCode(403)
        .body("type", equalTo("http://localhost:8080/problems/employee-unknown"));
  }

  @Test
  void a_manager_who_is_not_named_does_not_sign() {
    var policy = PolicyUnderTest.drafted(clock).inSignOff();
    var stranger = Tokens.forEmployee("E2", "employee", "manager");

    policy.sign(stranger).then().statusCode(403);
  }

  private static List<String> everyPolicy(Tokens reader) {
    List<String> ids = new ArrayList<>();
    String next = "";
    String cursor;
    do {
      JsonPath page =
          as(reader).get("/v1/policies?limit=2" + next).then().statusCode(200).extract().jsonPath();
      ids.addAll(page.getList("items.id"));
      cursor = page.getString("next");
      next = "&cursor=" + cursor;
    } while (cursor != null);
    return ids;
  }
}
