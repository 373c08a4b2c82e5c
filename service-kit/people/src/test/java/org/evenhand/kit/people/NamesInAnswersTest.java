package org.evenhand.kit.people;

import static io.restassured.RestAssured.given;
import static org.evenhand.kit.people.TrialResource.LEADER;
import static org.evenhand.kit.people.TrialResource.LOOKALIKE;
import static org.evenhand.kit.people.TrialResource.MEMBER;
import static org.evenhand.kit.test.NamesResource.nameOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.evenhand.kit.test.NamesResource;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(NamesResource.class)
class NamesInAnswersTest {

  private static final Tokens EMPLOYEE = Tokens.forEmployee("E1", "employee");

  private final int before = NamesResource.questions();

  @Test
  void everybodyInAnAnswerIsNamedByOneQuestion() {
    get("group", EMPLOYEE)
        .body("leader.id", equalTo(LEADER.toString()))
        .body("leader.name", equalTo(nameOf(LEADER)))
        .body("members.name", contains(nameOf(LEADER), nameOf(MEMBER)))
        .body(containsString("\"share\":0.10"));
    assertEquals(before + 1, NamesResource.questions());
  }

  @Test
  void wordsThatLookLikeAPersonStayAsTheyAre() {
    get("group", EMPLOYEE).body("words", equalTo(LOOKALIKE));
  }

  @Test
  void aStoredAnswerIsNamedAsAnyOther() {
    get("stored", EMPLOYEE).body("leader.name", equalTo(nameOf(LEADER)));
  }

  @Test
  void withoutNamesTheAnswerComesWithIds() {
    NamesResource.whileAway(() -> assertUnnamed(EMPLOYEE));
    assertEquals(before + 1, NamesResource.questions());
  }

  @Test
  void auditorsAndSystemsAreToldNoNames() {
    assertUnnamed(Tokens.forEmployee("E1", "auditor"));
    assertUnnamed(Tokens.forEmployee("E1", "auditor", "employee"));
    assertUnnamed(Tokens.forClient("evenhand-insight", "insight"));
    assertEquals(before, NamesResource.questions());
  }

  @Test
  void anAnswerWithoutPeopleAsksNobody() {
    get("nobody", EMPLOYEE).body("$", contains("nobody"));
    assertEquals(before, NamesResource.questions());
  }

  private static void assertUnnamed(Tokens reader) {
    get("group", reader)
        .body("leader.id", equalTo(LEADER.toString()))
        .body("leader", not(hasKey("name")))
        .body("members.id", contains(LEADER.toString(), MEMBER.toString()));
  }

  private static ValidatableResponse get(String what, Tokens reader) {
    return given()
        .header("Authorization", reader.bearer())
        .get("/v1/trials/" + what)
        .then()
        .statusCode(200);
  }
}
