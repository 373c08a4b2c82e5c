package org.evenhand.calibration.session;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What nobody does in calibration without training. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class TrainingGateTest extends SessionScene {

  private static final Duration SOON = Duration.ofSeconds(20);

  private final UUID module = UUID.randomUUID();
  private final String title = "Calibrating " + module;
  private long told;

  /** Nothing is required of other tests. */
  @AfterEach
  void retired() {
    offered("", ", \"retiredAt\": \"" + Instant.now() + "\"");
    await().atMost(SOON).until(() -> PoolProbe.modules(module, true) == 1);
  }

  @Test
  void both_who_hold_a_session_are_trained_for_it() {
    required("FACILITATING");
    opened();
    submitted(2);
    due(plan(Map.of())).body("errors.pointer", contains("", "/coFacilitatorExternalId"));
    holds(hr);
    due(plan(Map.of())).body("errors.pointer", contains("/coFacilitatorExternalId"));
    holds(co);
    var id = planned();

    company.employs("CO2" + mark, "CHIEF" + mark).employs("REPORT2" + mark, "CO2" + mark);
    await().atMost(SOON).until(() -> PoolProbe.knows("REPORT2" + mark));
    var change =
        Map.of(
            "leavingId",
            company.id(co),
            "joiningExternalId",
            "CO2" + mark,
            "reason",
            "Has taken another post.");
    due(post("CHIEF" + mark, "hr-lead", id, "seat-changes", change))
        .body("errors.pointer", contains("/joiningExternalId"));
  }

  @Test
  void whoever_checks_samples_is_trained_for_it() {
    required("CHECKING_SAMPLES");
    opened();
    submitted(2);
    var id = agreed();
    step(hr, "hr", id, "samples").statusCode(200);
    var sample = sampleIds(co, "manager", id).get(0);
    due(step(co, "manager", id, "samples/" + sample + "/check"));

    holds(co);
    step(co, "manager", id, "samples/" + sample + "/check").statusCode(200);
  }

  @Test
  void a_cycle_that_was_open_before_goes_on_without_it() {
    opened();
    required("FACILITATING\", \"CHECKING_SAMPLES", Instant.now().plusSeconds(1));
    submitted(2);

    scoring();
  }

  @Test
  void an_exercise_on_an_old_cycle_asks_for_what_is_required_by_now() {
    opened();
    required("FACILITATING", Instant.now());
    submitted(1);

    due(plan(Map.of("kind", "EXERCISE")))
        .body("errors.pointer", contains("", "/coFacilitatorExternalId"));
  }

  private void opened() {
    company.cycleBecame("OPENED", LocalDate.now().plusDays(30));
    await().atMost(SOON).until(() -> PoolProbe.isOpened(company.cycle));
  }

  private void required(String requirement) {
    required(requirement, Instant.now().minusSeconds(60));
  }

  private void required(String requirement, Instant since) {
    offered("\"" + requirement + "\"", "", since);
    await().atMost(SOON).until(() -> PoolProbe.modules(module, false) == 1);
  }

  private void offered(String requirement, String more) {
    offered(requirement, more, Instant.now());
  }

  private void offered(String requirement, String more, Instant since) {
    tell(
        "training-module.changed",
        module,
        """
        {"moduleId": "%s", "key": "fair", "title": "%s", "requiredFor": [%s], "offeredAt": "%s"%s}
        """
            .formatted(module, title, requirement, since, more));
  }

  private void holds(String person) {
    var completion = UUID.nameUUIDFromBytes((module + person).getBytes(StandardCharsets.UTF_8));
    tell(
        "training.changed",
        completion,
        """
        {"completionId": "%s", "moduleId": "%s", "personId": "%s", "held": true}
        """
            .formatted(completion, module, company.id(person)));
    await().atMost(SOON).until(() -> PoolProbe.holds(completion));
  }

  private void tell(String what, UUID subject, String json) {
    Events.ofTest()
        .publish(
            "evenhand.internal.training",
            "org.evenhand." + what + ".v1",
            "/policy-service",
            subject.toString(),
            ++told,
            json);
  }

  private ValidatableResponse due(ValidatableResponse answer) {
    return answer
        .statusCode(422)
        .body("type", endsWith("/training-due"))
        .body("detail", containsString(title));
  }
}
