package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.evenhand.policy.service.TrainingPeople.COLLEAGUE;
import static org.evenhand.policy.service.TrainingPeople.HR;
import static org.evenhand.policy.service.TrainingPeople.MANAGER;
import static org.evenhand.policy.service.TrainingPeople.OTHER_HR;
import static org.evenhand.policy.service.TrainingUnderTest.content;
import static org.evenhand.policy.service.TrainingUnderTest.json;
import static org.evenhand.policy.service.TrainingUnderTest.proposed;
import static org.evenhand.policy.service.TrainingUnderTest.text;
import static org.evenhand.policy.service.TrainingUnderTest.withoutText;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrainingTextTest extends ServiceTest {

  @Inject TrainingPeople company;
  @Inject PrecedentsOfTest precedents;

  @BeforeEach
  void a_company_that_learns() {
    company.arrive();
    precedents.publishAll();
  }

  @Test
  void everybody_reads_what_is_offered_and_nobody_changes_it_any_more() {
    var module = withoutText(content("TR-H1", "TR-M1"));
    json(as(MANAGER).get(module.path() + "/text"), 404);
    json(module.write(HR, text("First", "Second")), 200);
    json(as(COLLEAGUE).get(module.path() + "/text"), 404);
    json(module.step(MANAGER, "agreement", null), 200);

    JsonNode read = json(as(COLLEAGUE).get(module.path() + "/text"), 200);

    assertThat(read.at("/units/1/title").asText()).isEqualTo("Second");
    assertThat(read.at("/units/1/exercises/0/minutes").asInt()).isEqualTo(20);
    json(module.write(HR, text("Other")), 409);
  }

  @Test
  void what_one_of_the_two_writes_the_other_has_to_agree_to_anew() {
    var module = proposed();
    json(module.write(OTHER_HR, text("Other")), 403);
    json(module.write(MANAGER, text("Other")), 200);
    json(module.step(MANAGER, "agreement", null), 409);

    json(module.step(HR, "agreement", null), 200);

    assertThat(json(as(COLLEAGUE).get(module.path() + "/text"), 200).at("/units/0/title").asText())
        .isEqualTo("Other");
  }

  @Test
  void a_workshop_of_which_nobody_has_written_a_unit_is_not_offered() {
    var module = withoutText(content("TR-H1", "TR-M1", "RATING"));
    lacks(module, "/units");
    json(module.write(HR, text()), 200);
    lacks(module, "/units");

    assertThat(module.read(HR).get("state").asText()).isEqualTo("PROPOSED");
  }

  @Test
  void a_case_study_is_offered_once_enough_of_what_it_names_is_published() {
    precedents.withdraw(3);
    var module = withoutText(naming(PrecedentsOfTest.ids()));
    lacks(module, "/precedents");

    precedents.publishAll();
    json(module.step(MANAGER, "agreement", null), 200);

    assertThat(module.read(MANAGER).get("precedents")).hasSize(3);
    assertThat(module.read(COLLEAGUE).has("precedents")).as("they score it blind").isFalse();
    assertThat(module.read(OTHER_HR).has("precedents")).isFalse();
  }

  @Test
  void a_workshop_names_no_precedents() {
    var content = naming(PrecedentsOfTest.ids());
    content.put("format", "WORKSHOP");

    JsonNode problem = json(TrainingUnderTest.propose(HR, content), 422);

    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/precedents");
  }

  private static Map<String, Object> naming(List<?> cases) {
    var content = content("TR-H1", "TR-M1");
    content.put("format", "CASE_STUDY");
    content.put("precedents", cases);
    return content;
  }

  private static void lacks(TrainingUnderTest module, String pointer) {
    JsonNode problem = json(module.step(MANAGER, "agreement", null), 422);
    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }
}
