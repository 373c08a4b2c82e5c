package org.evenhand.policy.service;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.evenhand.policy.service.TrainingPeople.EMPLOYEE;
import static org.evenhand.policy.service.TrainingPeople.HRIS;
import static org.evenhand.policy.service.TrainingUnderTest.json;
import static org.evenhand.policy.service.TrainingUnderTest.offered;
import static org.evenhand.policy.service.TrainingUnderTest.proposed;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrainingImportTest extends ServiceTest {

  private static final String EARLIER = "2026-01-10";
  private static final String LATER = "2026-02-10";

  @Inject TrainingPeople company;

  @BeforeEach
  void a_company_that_learns() {
    company.arrive();
  }

  @Test
  void a_file_tells_who_has_completed_what_and_the_same_file_again_changes_nothing() {
    var module = offered("RATING");
    String file = "TR-E1,%1$s,2026-01-10\nTR-E2,%1$s,2026-01-11\n".formatted(module.key());

    assertThat(outcomes(sent(file, true))).containsExactly("CREATED", "CREATED");
    assertThat(completions(module)).as("after a dry run").isEmpty();
    assertThat(outcomes(sent(file, false))).containsExactly("CREATED", "CREATED");
    assertThat(outcomes(sent(file, false))).containsExactly("UNCHANGED", "UNCHANGED");
    assertThat(outcomes(sent("TR-E1,%s,2026-02-10\n".formatted(module.key()), false)))
        .containsExactly("CHANGED");
    assertThat(outcomes(sent(file, false))).as("older than what is known").contains("UNCHANGED");

    assertThat(completions(module)).containsExactly("2026-02-10");
  }

  @Test
  void a_row_that_cannot_be_is_refused_alone_with_its_cell() {
    var module = offered();
    var draft = proposed();
    String file =
        """
        NOBODY,%1$s,2026-01-10
        TR-E1,no-such-module,2026-01-10
        TR-E1,%2$s,2026-01-10
        TR-E1,%1$s,2999-01-10
        TR-E2,%1$s,2026-01-10
        """
            .formatted(module.key(), draft.key());

    JsonNode view = sent(file, false);

    assertThat(outcomes(view))
        .containsExactly("REFUSED", "REFUSED", "REFUSED", "REFUSED", "CREATED");
    List<String> columns = new ArrayList<>();
    view.get("results").forEach(row -> columns.add(row.at("/errors/0/column").asText()));
    assertThat(columns).startsWith("externalId", "module", "module", "completedOn");
  }

  @Test
  void of_two_completions_of_a_person_in_a_file_the_later_counts() {
    for (var days : List.of(List.of(EARLIER, LATER), List.of(LATER, EARLIER))) {
      var module = offered();
      String file =
          days.stream()
              .map(day -> "TR-E1,%s,%s\n".formatted(module.key(), day))
              .collect(Collectors.joining());

      assertThat(outcomes(sent(file, false))).containsExactlyInAnyOrder("CREATED", "UNCHANGED");
      assertThat(completions(module)).containsExactly(LATER);
    }
  }

  static JsonNode sent(String rows, boolean dryRun) {
    return json(
        given()
            .header("Authorization", HRIS.bearer())
            .contentType("text/csv; charset=utf-8")
            .queryParam("dryRun", dryRun)
            .body("externalId,module,completedOn\n" + rows)
            .post("/v1/training-imports"),
        207);
  }

  static List<String> outcomes(JsonNode view) {
    List<String> outcomes = new ArrayList<>();
    view.get("results").forEach(row -> outcomes.add(row.get("outcome").asText()));
    return outcomes;
  }

  /** The days on which the employee has completed the module. */
  private static List<String> completions(TrainingUnderTest module) {
    List<String> days = new ArrayList<>();
    json(as(EMPLOYEE).get("/v1/training-completions?moduleId=" + module.id()), 200)
        .get("items")
        .forEach(item -> days.add(item.get("completedOn").asText()));
    return days;
  }
}
