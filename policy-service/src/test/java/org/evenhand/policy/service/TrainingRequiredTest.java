package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.evenhand.policy.service.TrainingPeople.COLLEAGUE;
import static org.evenhand.policy.service.TrainingPeople.HR;
import static org.evenhand.policy.service.TrainingPeople.MANAGER;
import static org.evenhand.policy.service.TrainingUnderTest.exemption;
import static org.evenhand.policy.service.TrainingUnderTest.json;
import static org.evenhand.policy.service.TrainingUnderTest.offered;
import static org.evenhand.policy.service.TrainingUnderTest.post;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.evenhand.kit.test.Tokens;
import org.evenhand.kit.web.time.Days;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of whom a module is required they hear by a task, and not by a refusal. */
@QuarkusTest
class TrainingRequiredTest extends ServiceTest {

  private static final Tokens NEW_HR = Tokens.forEmployee("TR-H4", "employee", "hr");

  @Inject TrainingPeople company;

  @BeforeEach
  void a_company_that_learns() {
    company.arrive();
    company.joins("TR-E3");
  }

  /** Others have reports of their own alone. */
  @AfterEach
  void nobody_more_reports_to_anybody() {
    company.reportsToNobody("TR-E3");
  }

  @Test
  void whoever_leads_somebody_is_asked_once_for_what_rating_requires() {
    var module = offered("RATING");
    runDue();

    assertThat(asked(module)).contains(id("TR-M1"), id("TR-M2")).doesNotHaveDuplicates();
    assertThat(asked(module)).doesNotContain(id("TR-E1"), id("TR-H1"));
    assertThat(tasks(MANAGER)).contains(module.enrolled("TR-M1"));
  }

  @Test
  void hr_that_serves_a_unit_is_asked_for_what_sessions_and_panels_require() {
    for (String requirement : List.of("FACILITATING", "CHECKING_SAMPLES", "PANEL")) {
      var module = offered(requirement);
      runDue();

      assertThat(asked(module)).contains(id("TR-H1"), id("TR-H3")).doesNotContain(id("TR-M1"));
    }
  }

  @Test
  void a_module_that_is_an_offer_alone_asks_nobody() {
    var module = offered();
    runDue();

    assertThat(asked(module)).isEmpty();
  }

  @Test
  void whoever_comes_to_lead_is_asked_once_however_often_the_directory_says_so() {
    var module = offered("RATING");
    runDue();
    assertThat(asked(module)).doesNotContain(id("TR-E2"));

    company.becomes("TR-E3", "ACTIVE", "TR-E2", clock.instant());
    awaitTask(COLLEAGUE, module, "TR-E2");
    company.becomes("TR-E3", "ACTIVE", "TR-E2", clock.instant());
    company.becomes("TR-E2", "ACTIVE", "TR-M2", clock.instant());
    runDue();

    assertThat(asked(module)).contains(id("TR-E2")).doesNotHaveDuplicates();
  }

  @Test
  void whoever_leads_a_second_assignment_is_asked_once_and_whoever_leads_by_a_dotted_line_is_not() {
    for (String each : List.of("TR-S1", "TR-S2", "TR-S3")) {
      company.joins(each);
      company.reportsToNobody(each);
    }
    var module = offered("RATING");
    runDue();
    assertThat(asked(module)).doesNotContain(id("TR-S2"), id("TR-S3"));

    company.hasLines("TR-S1", "TR-S2", "TR-S3", clock.instant());
    company.becomes("TR-E3", "ACTIVE", "TR-S2", clock.instant());
    awaitTask(Tokens.forEmployee("TR-S2", "employee", "manager"), module, "TR-S2");
    var later = offered("RATING");
    runDue();

    for (var each : List.of(module, later)) {
      assertThat(asked(each))
          .contains(id("TR-S2"))
          .doesNotContain(id("TR-S3"))
          .doesNotHaveDuplicates();
    }
    String below = module.enrolled("TR-S1");
    assertThat(as(Tokens.forEmployee("TR-S2", "employee", "manager")).get(below).statusCode())
        .isEqualTo(200);
    assertThat(as(Tokens.forEmployee("TR-S3", "employee", "manager")).get(below).statusCode())
        .isEqualTo(404);
  }

  @Test
  void hr_does_not_see_what_whoever_leads_their_second_assignment_has_completed() {
    company.joins("TR-S4");
    company.reportsToNobody("TR-S4");
    company.joinsHr("TR-H5", "TR-S4");
    var module = offered("RATING");
    String above = module.enrolled("TR-S4");
    String other = module.enrolled("TR-E1");
    Tokens hr = Tokens.forEmployee("TR-H5", "employee", "hr");

    assertThat(as(hr).get(other).statusCode()).isEqualTo(200);
    assertThat(as(hr).get(above).statusCode()).isEqualTo(404);
  }

  @Test
  void whoever_leads_nobody_any_more_does_not_owe_what_was_asked_of_their_role() {
    var module = offered("RATING");
    company.becomes("TR-E3", "ACTIVE", "TR-E2", clock.instant());
    awaitTask(COLLEAGUE, module, "TR-E2");
    String its = module.enrolled("TR-E2");

    company.becomes("TR-E3", "ACTIVE", "TR-M1", clock.instant());
    company.becomes("TR-E2", "ACTIVE", "TR-M2", clock.instant());

    soon(() -> assertThat(tasks(COLLEAGUE)).doesNotContain(its));
  }

  @Test
  void whoever_begins_to_serve_a_unit_is_asked_on_that_day() {
    var module = offered("PANEL");
    company.serves(
        "TR-H4", LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(9), clock.instant());
    soon(() -> json(as(NEW_HR).get("/v1/training-modules?limit=1"), 200));
    runDue();
    assertThat(asked(module)).doesNotContain(id("TR-H4"));

    clock.advance(Duration.ofDays(10));
    runDue();

    assertThat(asked(module)).contains(id("TR-H4"));
  }

  @Test
  void somebody_exempt_is_not_asked() {
    var module = offered("RATING");
    String its = module.enrolled("TR-E2");
    json(post(HR, its, "exemption", exemption(Days.begun(clock.instant()).plusDays(90))), 200);
    json(post(MANAGER, its, "exemption/countersignature", null), 200);

    company.becomes("TR-E3", "ACTIVE", "TR-E2", clock.instant());
    var other = offered("RATING");
    awaitTask(COLLEAGUE, other, "TR-E2");

    assertThat(tasks(COLLEAGUE)).doesNotContain(its);
    assertThat(json(as(HR).get(its), 200).get("state").asText()).isEqualTo("EXEMPT");
  }

  private static UUID id(String externalId) {
    return TrainingPeople.id(externalId);
  }

  private static List<UUID> asked(TrainingUnderTest module) {
    List<UUID> asked = new ArrayList<>();
    module
        .completions("")
        .forEach(each -> asked.add(UUID.fromString(each.at("/person/id").asText())));
    return asked;
  }

  private static List<String> tasks(Tokens who) {
    JsonNode page = json(as(who).get("/v1/tasks?limit=200&kind=TRAINING"), 200);
    List<String> subjects = new ArrayList<>();
    page.get("items").forEach(task -> subjects.add(task.get("subject").asText()));
    return subjects;
  }

  private static void awaitTask(Tokens who, TrainingUnderTest module, String employee) {
    soon(() -> assertThat(asked(module)).contains(id(employee)));
    assertThat(tasks(who)).contains(module.enrolled(employee));
  }

  private static void soon(ThrowingRunnable what) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(what);
  }
}
