package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.evenhand.policy.service.TrainingPeople.COLLEAGUE;
import static org.evenhand.policy.service.TrainingPeople.EMPLOYEE;
import static org.evenhand.policy.service.TrainingPeople.HR;
import static org.evenhand.policy.service.TrainingPeople.MANAGER;
import static org.evenhand.policy.service.TrainingPeople.OTHER_HR;
import static org.evenhand.policy.service.TrainingPeople.OTHER_MANAGER;
import static org.evenhand.policy.service.TrainingPeople.SOUTH_HR;
import static org.evenhand.policy.service.TrainingUnderTest.content;
import static org.evenhand.policy.service.TrainingUnderTest.json;
import static org.evenhand.policy.service.TrainingUnderTest.offered;
import static org.evenhand.policy.service.TrainingUnderTest.post;
import static org.evenhand.policy.service.TrainingUnderTest.proposed;
import static org.evenhand.policy.service.TrainingUnderTest.record;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.EventSchemas;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.evenhand.kit.web.time.Days;
import org.evenhand.policy.content.Contents;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TrainingTest extends ServiceTest {

  private static final String TOPIC = "evenhand.internal.training";

  @Inject TrainingPeople company;

  @BeforeEach
  void a_company_that_learns() {
    company.arrive();
  }

  @Test
  void a_module_is_offered_once_both_who_lead_it_have_agreed_and_ends_by_both() {
    var module = proposed("RATING");
    json(as(EMPLOYEE).get(module.path()), 404);
    assertThat(module.read(MANAGER).get("state").asText()).isEqualTo("PROPOSED");
    assertThat(subjects(MANAGER, "TRAINING_AGREEMENT")).contains(module.path());
    assertThat(module.step(OTHER_HR, "agreement", null).statusCode()).isEqualTo(403);
    assertThat(module.step(HR, "agreement", null).statusCode()).isEqualTo(409);

    var offered = json(module.step(MANAGER, "agreement", null), 200);

    assertThat(offered.get("state").asText()).isEqualTo("OFFERED");
    assertThat(subjects(MANAGER, "TRAINING_AGREEMENT")).doesNotContain(module.path());
    assertThat(module.read(EMPLOYEE).get("requiredFor").get(0).asText()).isEqualTo("RATING");
    assertThat(told(module.id(), 1).get(0).has("retiredAt")).isFalse();

    json(module.step(HR, "retirement", Map.of("reason", "Another takes its place")), 200);
    assertThat(module.step(HR, "retirement/countersignature", null).statusCode()).isEqualTo(422);
    assertThat(subjects(MANAGER, "TRAINING_AGREEMENT")).contains(module.path());
    var retired = json(module.step(MANAGER, "retirement/countersignature", null), 200);
    assertThat(retired.get("state").asText()).isEqualTo("RETIRED");
    assertThat(told(module.id(), 2).get(1).has("retiredAt")).isTrue();
  }

  @Test
  void a_module_without_one_of_hr_and_a_manager_of_another_side_is_refused() {
    refused(HR, content("TR-H1", "TR-H2"), "/coLeads/manager");
    refused(HR, content("TR-H1", "TR-E1"), "/coLeads/manager");
    refused(HR, content("TR-H1", "TR-H1"), "/coLeads/manager");
    refused(MANAGER, content("TR-E1", "TR-M1"), "/coLeads/hr");
    refused(MANAGER, content("NOBODY", "TR-M1"), "/coLeads/hr");
    refused(OTHER_HR, content("TR-H1", "TR-M1"), "/coLeads");
    var taken = content("TR-H1", "TR-M1");
    json(TrainingUnderTest.propose(HR, taken), 201);
    json(TrainingUnderTest.propose(HR, taken), 409);
  }

  @Test
  void what_one_of_the_two_puts_otherwise_the_other_has_to_agree_to_anew() {
    var module = proposed();
    var changed = content("TR-H1", "TR-M1", "PANEL");
    changed.put("key", module.key());
    json(
        as(MANAGER)
            .header("If-Match", as(MANAGER).get(module.path()).header("ETag"))
            .body(changed)
            .put(module.path()),
        200);

    assertThat(module.step(MANAGER, "agreement", null).statusCode()).isEqualTo(409);
    assertThat(json(module.step(HR, "agreement", null), 200).get("state").asText())
        .isEqualTo("OFFERED");
  }

  @Test
  void each_of_the_two_passes_their_own_place_on_and_hr_that_of_a_leaver() {
    var module = offered();
    assertThat(module.replace(OTHER_HR, "TR-M1", "TR-M2").statusCode()).isEqualTo(422);
    assertThat(module.replace(EMPLOYEE, "TR-M1", "TR-M2").statusCode()).isEqualTo(403);

    company.leaves("TR-M1");
    assertThat(module.replace(HR, "TR-M1", "TR-M2").statusCode()).isEqualTo(403);
    var replaced = json(module.replace(OTHER_HR, "TR-M1", "TR-M2"), 200);

    assertThat(replaced.at("/coLeads/manager/id").asText())
        .isEqualTo(TrainingPeople.id("TR-M2").toString());
  }

  @Test
  void nobody_says_of_themself_that_they_have_completed_something() {
    var module = offered("RATING");
    String own = module.enrolled("TR-M1");
    assertThat(record(MANAGER, own, day()).statusCode()).isEqualTo(403);
    assertThat(post(MANAGER, own, "exemption", exemption()).statusCode()).isEqualTo(403);

    var completed = json(record(HR, own, day()), 200);

    assertThat(completed.get("state").asText()).isEqualTo("COMPLETED");
    assertThat(completed.get("validUntil").asText()).isEqualTo(day().plusMonths(12).toString());
  }

  @Test
  void a_day_that_has_not_begun_and_one_before_the_last_are_refused() {
    String completion = offered().enrolled("TR-E1");
    assertThat(record(HR, completion, day().plusDays(2)).statusCode()).isEqualTo(422);
    json(record(HR, completion, day()), 200);
    assertThat(record(HR, completion, day()).statusCode()).isEqualTo(422);
    assertThat(record(HR, completion, day().minusDays(1)).statusCode()).isEqualTo(422);
  }

  @Test
  void what_is_completed_is_asked_for_again_before_its_last_day_and_expires_after_it() {
    var module = offered("RATING");
    String completion = module.enrolled("TR-E1");
    assertThat(subjects(EMPLOYEE, "TRAINING")).contains(completion);
    json(record(MANAGER, completion, day()), 200);
    assertThat(subjects(EMPLOYEE, "TRAINING")).doesNotContain(completion);

    clock.advance(Duration.ofDays(340));
    runDue();
    assertThat(subjects(EMPLOYEE, "TRAINING")).contains(completion);
    assertThat(state(completion)).isEqualTo("COMPLETED");
    clock.advance(Duration.ofDays(30));
    runDue();

    assertThat(state(completion)).isEqualTo("EXPIRED");
    json(record(MANAGER, completion, day()), 200);
    assertThat(subjects(EMPLOYEE, "TRAINING")).doesNotContain(completion);
  }

  @Test
  void what_counts_stands_still_while_its_person_is_on_leave() {
    var module = offered("RATING");
    String completion = module.enrolled("TR-E1");
    json(record(MANAGER, completion, day()), 200);
    LocalDate until = day().plusMonths(12);
    Response before = as(MANAGER).get(completion);

    becomes("ON_LEAVE");
    await(completion, EMPLOYEE, "standsStillFrom", day().toString());
    Response meanwhile = as(MANAGER).get(completion);
    assertThat(meanwhile.asString()).as("to who leads the module").isEqualTo(before.asString());
    assertThat(meanwhile.header("ETag")).isEqualTo(before.header("ETag"));
    clock.advance(Duration.ofDays(400));
    runDue();
    assertThat(state(completion)).as("as of anybody else").isEqualTo("EXPIRED");
    assertThat(subjects(EMPLOYEE, "TRAINING")).doesNotContain(completion);
    becomes("ACTIVE");

    await(completion, HR, "validUntil", until.plusDays(400).toString());
    List<JsonNode> told = told(id(completion), 4);
    assertThat(told.get(1).has("validUntil")).as("while it stands still").isFalse();
    assertThat(told.get(2).has("validUntil")).as("while it stands still").isFalse();
    assertThat(told.get(2).get("held").asBoolean()).isTrue();
    assertThat(told.get(3).get("validUntil").asText()).isEqualTo(until.plusDays(400).toString());
    runDue();
    assertThat(state(completion)).isEqualTo("COMPLETED");
  }

  @Test
  void a_waived_task_exempts_for_as_long_as_a_completion_would_count() {
    String completion = offered("RATING").enrolled("TR-E1");
    String waiver = task(EMPLOYEE, completion).get("waiver").asText();
    var reason = Map.of("code", "MET_OTHERWISE", "reason", "Has led it elsewhere");
    json(as(MANAGER).body(reason).post(waiver), 201);
    json(
        as(OTHER_HR)
            .header("If-Match", as(OTHER_HR).get(waiver).header("ETag"))
            .post(waiver + "/countersignature"),
        200);

    var exempt = json(as(EMPLOYEE).get(completion), 200);

    assertThat(exempt.get("state").asText()).isEqualTo("EXEMPT");
    assertThat(exempt.get("validUntil").asText()).isEqualTo(day().plusMonths(12).toString());
    assertThat(subjects(EMPLOYEE, "TRAINING")).doesNotContain(completion);
    assertThat(told(id(completion), 1).get(0).get("held").asBoolean()).isTrue();
    clock.advance(Duration.ofDays(370));
    runDue();
    assertThat(state(completion)).isEqualTo("EXPIRED");
    assertThat(subjects(EMPLOYEE, "TRAINING")).contains(completion);
  }

  @Test
  void an_exemption_takes_both_who_lead_the_module_and_its_reason_stays_with_them() {
    String completion = offered("RATING").enrolled("TR-E2");
    json(post(HR, completion, "exemption", exemption()), 200);
    assertThat(post(HR, completion, "exemption/countersignature", null).statusCode())
        .isEqualTo(422);

    var exempt = json(post(MANAGER, completion, "exemption/countersignature", null), 200);

    assertThat(exempt.get("state").asText()).isEqualTo("EXEMPT");
    assertThat(exempt.at("/exemption/reason").asText()).isEqualTo("Led it elsewhere");
    assertThat(json(as(COLLEAGUE).get(completion), 200).has("exemption")).isTrue();
    assertThat(json(as(OTHER_MANAGER).get(completion), 200).has("exemption")).isFalse();
    assertThat(told(id(completion), 1).get(0).toString()).doesNotContain("elsewhere");
  }

  @Test
  void what_was_recorded_in_error_is_asked_for_as_before() {
    String completion = offered("RATING").enrolled("TR-E1");
    json(record(MANAGER, completion, day()), 200);

    json(post(MANAGER, completion, "taking-back", null), 200);

    assertThat(subjects(EMPLOYEE, "TRAINING")).contains(completion);
    assertThat(told(id(completion), 2).get(1).get("held").asBoolean()).isFalse();
  }

  @Test
  void what_was_completed_before_counts_again_where_its_renewal_is_taken_back() {
    String completion = offered("RATING").enrolled("TR-E1");
    json(record(MANAGER, completion, day().minusDays(9)), 200);
    json(record(MANAGER, completion, day()), 200);

    var before = json(post(HR, completion, "taking-back", null), 200);

    assertThat(before.get("state").asText()).isEqualTo("COMPLETED");
    assertThat(before.get("completedOn").asText()).isEqualTo(day().minusDays(9).toString());
    assertThat(before.get("validUntil").asText())
        .isEqualTo(day().minusDays(9).plusMonths(12).toString());
  }

  @Test
  void with_a_person_who_is_erased_goes_what_they_have_completed() {
    company.joins("TR-X1");
    String completion = offered("RATING").enrolled("TR-X1");
    json(record(MANAGER, completion, day()), 200);
    told(id(completion), 1);

    company.isErased("TR-X1");

    Events.ofTest()
        .await(TOPIC, 1, event -> id(completion).equals(event.key()) && event.value() == null);
    json(as(MANAGER).get(completion), 404);
  }

  @Test
  void a_completion_is_seen_by_its_person_their_line_those_who_lead_the_module_and_their_hr() {
    String completion = offered().enrolled("TR-E1");
    for (Tokens reader : List.of(EMPLOYEE, MANAGER, OTHER_MANAGER, HR, OTHER_HR)) {
      json(as(reader).get(completion), 200);
      assertThat(listed(reader)).contains(completion);
    }
    for (Tokens reader : List.of(COLLEAGUE, SOUTH_HR)) {
      json(as(reader).get(completion), 404);
      assertThat(listed(reader)).doesNotContain(completion);
    }
  }

  @Test
  void others_are_asked_by_hr_or_by_those_who_lead_the_module_and_everybody_asks_for_themself() {
    var module = offered();
    assertThat(module.enrol(COLLEAGUE, "TR-E1").statusCode()).isEqualTo(403);
    assertThat(module.enrol(OTHER_MANAGER, "TR-E1").statusCode()).isEqualTo(403);
    assertThat(module.enrol(SOUTH_HR, "TR-E1").statusCode()).isEqualTo(403);
    String own =
        "/v1/training-completions/"
            + json(module.enrol(COLLEAGUE, "TR-E2"), 201).get("id").asText();
    assertThat(subjects(COLLEAGUE, "TRAINING")).doesNotContain(own);
    assertThat(module.enrol(HR, "TR-E2").statusCode()).isEqualTo(409);
    assertThat(module.enrol(HR, "NOBODY").statusCode()).isEqualTo(422);
  }

  @Test
  void nobody_is_asked_for_a_module_that_has_ended() {
    var module = offered("RATING");
    String ended = module.enrolled("TR-E1");
    json(module.step(HR, "retirement", Map.of("reason", "Over")), 200);
    json(module.step(MANAGER, "retirement/countersignature", null), 200);
    runDue();
    assertThat(subjects(EMPLOYEE, "TRAINING")).doesNotContain(ended);
    assertThat(record(HR, ended, day()).statusCode()).isEqualTo(409);
  }

  private void refused(Tokens who, Map<String, Object> content, String pointer) {
    var problem = json(TrainingUnderTest.propose(who, content), 422);
    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo(pointer);
  }

  private Map<String, Object> exemption() {
    return TrainingUnderTest.exemption(day().plusDays(90));
  }

  private void becomes(String status) {
    company.becomes("TR-E1", status, "TR-M1", clock.instant());
  }

  private static void await(String completion, Tokens reader, String field, String value) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(
            () ->
                assertThat(json(as(reader).get(completion), 200).path(field).asText())
                    .isEqualTo(value));
  }

  private static String state(String completion) {
    return json(as(HR).get(completion), 200).get("state").asText();
  }

  private static String id(String completion) {
    return completion.substring(completion.lastIndexOf('/') + 1);
  }

  /** What our services were told of a subject, in its order. */
  private static List<JsonNode> told(String subject, int least) {
    var events = Events.ofTest().await(TOPIC, least, event -> subject.equals(event.key()));
    events.forEach(EventSchemas::check);
    return events.stream().map(event -> Contents.parse(event.value())).toList();
  }

  private static List<String> subjects(Tokens who, String kind) {
    return tasks(who, kind).stream().map(task -> task.get("subject").asText()).toList();
  }

  private static JsonNode task(Tokens who, String subject) {
    return tasks(who, "TRAINING").stream()
        .filter(task -> task.get("subject").asText().equals(subject))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> tasks(Tokens who, String kind) {
    return items(json(as(who).get("/v1/tasks?limit=200&kind=" + kind), 200));
  }

  private static List<String> listed(Tokens who) {
    String of = "&personId=" + TrainingPeople.id("TR-E1");
    return items(json(as(who).get("/v1/training-completions?limit=200" + of), 200)).stream()
        .map(item -> "/v1/training-completions/" + item.get("id").asText())
        .toList();
  }

  private static List<JsonNode> items(JsonNode page) {
    List<JsonNode> items = new ArrayList<>();
    page.get("items").forEach(items::add);
    return items;
  }

  /** Nobody has said where they work: then a day has begun once it has begun anywhere. */
  private LocalDate day() {
    return Days.begun(clock.instant());
  }
}
