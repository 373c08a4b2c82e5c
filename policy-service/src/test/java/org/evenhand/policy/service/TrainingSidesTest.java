package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.evenhand.policy.service.TrainingPeople.COLLEAGUE;
import static org.evenhand.policy.service.TrainingPeople.HR;
import static org.evenhand.policy.service.TrainingPeople.MANAGER;
import static org.evenhand.policy.service.TrainingPeople.OTHER_HR;
import static org.evenhand.policy.service.TrainingPeople.OTHER_MANAGER;
import static org.evenhand.policy.service.TrainingUnderTest.exemption;
import static org.evenhand.policy.service.TrainingUnderTest.json;
import static org.evenhand.policy.service.TrainingUnderTest.offered;
import static org.evenhand.policy.service.TrainingUnderTest.post;
import static org.evenhand.policy.service.TrainingUnderTest.proposed;
import static org.evenhand.policy.service.TrainingUnderTest.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.Tokens;
import org.evenhand.kit.web.time.Days;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What takes two sides to bring about takes two sides to undo. */
@QuarkusTest
class TrainingSidesTest extends ServiceTest {

  @Inject TrainingPeople company;

  @BeforeEach
  void a_company_that_learns() {
    company.arrive();
  }

  @Test
  void an_old_completion_told_by_a_file_or_by_one_of_the_two_ends_no_exemption() {
    var module = offered("RATING");
    String completion = exempt(module);
    LocalDate before = day().minusMonths(11);

    String row = "TR-E1,%s,%s\n".formatted(module.key(), before);
    assertThat(TrainingImportTest.outcomes(TrainingImportTest.sent(row, false)))
        .containsExactly("UNCHANGED");
    assertThat(record(MANAGER, completion, before).statusCode()).isEqualTo(422);

    assertThat(read(completion).get("state").asText()).isEqualTo("EXEMPT");
  }

  @Test
  void an_exemption_holds_again_where_the_completion_after_it_is_taken_back() {
    String completion = exempt(offered("RATING"));
    json(record(MANAGER, completion, day()), 200);

    JsonNode before = json(post(MANAGER, completion, "taking-back", null), 200);

    assertThat(before.get("state").asText()).isEqualTo("EXEMPT");
    assertThat(before.get("validUntil").asText()).isEqualTo(day().plusDays(90).toString());
    assertThat(before.at("/exemption/reason").asText()).isEqualTo("Led it elsewhere");
  }

  @Test
  void one_of_the_two_ends_no_exemption_by_recording_and_taking_back_again_and_again() {
    String completion = exempt(offered("RATING"));
    json(record(MANAGER, completion, day().minusDays(1)), 200);
    json(record(MANAGER, completion, day()), 200);

    json(post(MANAGER, completion, "taking-back", null), 200);
    json(post(MANAGER, completion, "taking-back", null), 200);

    assertThat(read(completion).get("state").asText()).isEqualTo("EXEMPT");
  }

  @Test
  void whoever_takes_a_place_of_an_offered_module_owes_no_agreement() {
    var module = offered();
    json(module.replace(HR, "TR-H1", "TR-H2"), 200);
    company.leaves("TR-M1");
    json(module.replace(HR, "TR-M1", "TR-M2"), 200);

    assertThat(agreements(OTHER_HR)).doesNotContain(module.path());
    assertThat(agreements(OTHER_MANAGER)).doesNotContain(module.path());
  }

  @Test
  void an_exemption_takes_two_sides_also_where_a_place_was_passed_on_in_between() {
    var module = offered("RATING");
    String completion = module.enrolled("TR-E1");
    json(propose(HR, completion), 200);
    json(module.replace(HR, "TR-H1", "TR-H2"), 200);

    json(post(OTHER_HR, completion, "exemption/countersignature", null), 409);
    assertThat(actions(OTHER_HR, completion)).doesNotContain("countersignTrainingExemption");
    json(post(MANAGER, completion, "exemption/countersignature", null), 409);

    json(propose(OTHER_HR, completion), 200);
    json(post(MANAGER, completion, "exemption/countersignature", null), 200);
  }

  @Test
  void an_exemption_that_is_only_proposed_leaves_no_trace_to_others() {
    String completion = offered("RATING").enrolled("TR-E1");
    List<Response> before =
        List.of(as(OTHER_MANAGER).get(completion), as(OTHER_HR).get(completion));
    String etag = as(MANAGER).get(completion).header("ETag");

    json(propose(HR, completion), 200);

    List<Response> after = List.of(as(OTHER_MANAGER).get(completion), as(OTHER_HR).get(completion));
    for (int i = 0; i < before.size(); i++) {
      assertThat(after.get(i).asString()).isEqualTo(before.get(i).asString());
      assertThat(after.get(i).header("ETag")).isEqualTo(before.get(i).header("ETag"));
    }
    assertThat(as(MANAGER).get(completion).header("ETag")).isNotEqualTo(etag);
  }

  @Test
  void an_exemption_lasts_no_longer_than_a_completion_of_its_day_would() {
    String completion = offered("RATING").enrolled("TR-E1");

    for (LocalDate until : List.of(LocalDate.of(9999, 12, 31), day().plusMonths(12).plusDays(1))) {
      JsonNode refused = json(post(HR, completion, "exemption", exemption(until)), 422);
      assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/until");
    }
    json(post(HR, completion, "exemption", exemption(day().plusMonths(12))), 200);
  }

  @Test
  void an_end_that_one_of_the_two_does_not_want_is_declined_and_owed_by_nobody() {
    var module = offered();
    json(module.step(MANAGER, "retirement/withdrawal", null), 409);
    for (Tokens by : List.of(MANAGER, HR)) {
      json(module.step(HR, "retirement", Map.of("reason", "Another takes its place")), 200);
      assertThat(agreements(MANAGER)).contains(module.path());

      JsonNode goesOn = json(module.step(by, "retirement/withdrawal", null), 200);

      assertThat(goesOn.get("state").asText()).isEqualTo("OFFERED");
      assertThat(goesOn.has("retirement")).isFalse();
      assertThat(agreements(MANAGER)).doesNotContain(module.path());
    }
    json(module.step(OTHER_HR, "retirement/withdrawal", null), 403);
  }

  @Test
  void hr_that_is_not_one_of_the_two_says_who_follows_somebody_on_leave() {
    var module = proposed();
    company.goesOnLeave("TR-M1");
    json(module.replace(HR, "TR-M1", "TR-M2"), 403);

    json(module.replace(OTHER_HR, "TR-M1", "TR-M2"), 200);

    json(module.step(OTHER_MANAGER, "agreement", null), 200);
  }

  @Test
  void what_both_bring_about_they_bring_about_as_two_sides() {
    var module = proposed();
    var other = offered("RATING");
    String completion = other.enrolled("TR-E2");
    json(propose(HR, completion), 200);
    json(other.step(HR, "retirement", Map.of("reason", "Over")), 200);
    company.reportsToNobody("TR-E1");

    JsonNode refused = json(module.step(MANAGER, "agreement", null), 422);
    assertThat(refused.at("/errors/0/pointer").asText()).isEqualTo("/coLeads/manager");
    json(post(MANAGER, completion, "exemption/countersignature", null), 422);
    json(other.step(MANAGER, "retirement/countersignature", null), 422);
    json(other.replace(OTHER_HR, "TR-M1", "TR-M2"), 200);
  }

  @Test
  void who_may_ask_for_themself_alone_does_not_learn_who_works_here() {
    var module = offered();

    json(module.enrol(COLLEAGUE, "NOBODY"), 403);
    json(module.enrol(COLLEAGUE, "TR-E1"), 403);
  }

  private String exempt(TrainingUnderTest module) {
    String completion = module.enrolled("TR-E1");
    json(propose(HR, completion), 200);
    json(post(MANAGER, completion, "exemption/countersignature", null), 200);
    return completion;
  }

  private Response propose(Tokens who, String completion) {
    return post(who, completion, "exemption", exemption(day().plusDays(90)));
  }

  private static JsonNode read(String completion) {
    return json(as(HR).get(completion), 200);
  }

  private static List<String> actions(Tokens who, String completion) {
    List<String> actions = new ArrayList<>();
    json(as(who).get(completion), 200).get("actions").forEach(each -> actions.add(each.asText()));
    return actions;
  }

  private static List<String> agreements(Tokens who) {
    List<String> subjects = new ArrayList<>();
    json(as(who).get("/v1/tasks?limit=200&kind=TRAINING_AGREEMENT"), 200)
        .get("items")
        .forEach(task -> subjects.add(task.get("subject").asText()));
    return subjects;
  }

  private LocalDate day() {
    return Days.begun(clock.instant());
  }
}
