package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.evenhand.policy.service.TrainingPeople.EMPLOYEE;
import static org.evenhand.policy.service.TrainingPeople.HR;
import static org.evenhand.policy.service.TrainingPeople.MANAGER;
import static org.evenhand.policy.service.TrainingUnderTest.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CaseStudyTest extends ServiceTest {

  @Inject TrainingPeople company;
  @Inject PrecedentsOfTest precedents;

  @BeforeEach
  void a_company_that_learns() {
    company.arrive();
    precedents.publishAll();
  }

  @Test
  void cases_are_scored_blind_and_how_far_one_was_off_is_ones_own() {
    String study = TrainingUnderTest.caseStudy().enrolled("TR-E1") + "/case-study";
    json(as(EMPLOYEE).get(study), 404);

    assertThat(json(as(EMPLOYEE).post(study), 201).get("cases").asInt()).isEqualTo(3);

    JsonNode begun = json(as(EMPLOYEE).get(study), 200);
    assertThat(begun.get("cases")).hasSize(3);
    assertThat(begun.findValues("agreed")).isEmpty();
    json(as(EMPLOYEE).post(study), 409);
    json(score(study, 1, 6), 422);
    json(score(study, 4, 3), 404);
    JsonNode first = json(score(study, 1, 3), 200);
    assertThat(first.findValues("agreed")).as("while others are unscored").isEmpty();
    json(score(study, 1, 2), 409);
    json(score(study, 2, 3), 200);
    JsonNode done = json(score(study, 3, 2), 200);
    assertThat(done.get("done").asBoolean()).isTrue();
    assertThat(done.get("distance").asDouble()).isEqualTo(1.0);
    assertThat(done.at("/cases/2/agreed").asInt()).isEqualTo(4);
    json(as(MANAGER).get(study), 404);
    json(as(HR).get(study), 404);

    precedents.withdraw(4);
    JsonNode left = json(as(EMPLOYEE).get(study), 200);
    assertThat(left.get("cases")).as("without what is withdrawn").hasSize(2);
    assertThat(left.get("distance").asDouble()).isEqualTo(0.5);
    json(as(EMPLOYEE).post(study), 409);
  }

  @Test
  void a_study_of_which_a_case_is_withdrawn_can_be_begun_anew() {
    String study =
        TrainingUnderTest.caseStudy(PrecedentsOfTest.all()).enrolled("TR-E1") + "/case-study";
    json(as(EMPLOYEE).post(study), 201);
    for (int number = 1; number < 4; number++) {
      json(score(study, number, 3), 200);
    }

    precedents.withdraw(5);

    json(score(study, 4, 3), 404);
    assertThat(json(as(EMPLOYEE).post(study), 201).get("cases").asInt()).isEqualTo(3);
  }

  @Test
  void what_is_remembered_of_a_study_that_began_holds_no_words_of_a_case() {
    String study = TrainingUnderTest.caseStudy().enrolled("TR-E1") + "/case-study";
    String key = UUID.randomUUID().toString();
    json(as(EMPLOYEE).header("Idempotency-Key", key).post(study), 201);

    Response again = as(EMPLOYEE).header("Idempotency-Key", key).post(study);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).doesNotContain("Kept release");
  }

  @Test
  void a_workshop_has_no_cases() {
    String study = TrainingUnderTest.offered().enrolled("TR-E1") + "/case-study";

    json(as(EMPLOYEE).post(study), 409);
  }

  private static Response score(String study, int number, int ordinal) {
    return as(EMPLOYEE).body(Map.of("ordinal", ordinal)).put(study + "/cases/" + number + "/score");
  }
}
