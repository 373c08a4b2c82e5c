package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class TwoAtOnceTest extends ServiceTest {

  @Test
  void of_two_who_edit_one_version_one_is_told_to_read_again() {
    var policy = PolicyUnderTest.drafted(clock);
    String etag = policy.etag();

    var answers = atOnce(() -> edit(policy, etag, "First"), () -> edit(policy, etag, "Second"));

    assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 412);
    policy.edit("{\"name\": \"Third\"}").then().statusCode(200);
  }

  @Test
  void a_change_without_or_with_a_stale_precondition_is_refused() {
    var policy = PolicyUnderTest.drafted(clock);
    String stale = policy.etag();
    policy.edit("{\"name\": \"Other\"}").then().statusCode(200);

    edit(policy, stale, "Mine").then().statusCode(412);
    as(Staff.HR)
        .contentType("application/merge-patch+json")
        .body("{}")
        .patch(policy.path())
        .then()
        .statusCode(428);
    as(Staff.HR).post(policy.path() + "/consultation").then().statusCode(428);
  }

  @Test
  void an_edit_that_changes_nothing_leaves_the_version_as_it_is() {
    var policy = PolicyUnderTest.drafted(clock);
    String etag = policy.etag();

    policy.edit("{\"noticeDays\": 30}").then().statusCode(200);

    assertThat(policy.etag()).isEqualTo(etag);
  }

  @Test
  void a_repeated_command_has_one_effect_and_one_answer() {
    String key = UUID.randomUUID().toString();
    ObjectNode content = PolicyUnderTest.content();

    var answers = atOnce(() -> begin(key, content), () -> begin(key, content));
    Response later = begin(key, content);

    assertThat(answers).extracting(Response::statusCode).containsOnly(201);
    assertThat(Stream.concat(answers.stream(), Stream.of(later)))
        .extracting(r -> r.path("policyId").toString())
        .containsOnly(later.<String>path("policyId"));
    begin(key, PolicyUnderTest.content())
        .then()
        .statusCode(422)
        .body("type", equalTo("http://localhost:8080/problems/idempotency-key-reused"));
  }

  @Test
  void a_transition_repeated_with_its_key_is_answered_again_although_its_precondition_is_stale() {
    var policy = PolicyUnderTest.drafted(clock);
    String etag = policy.etag();
    String key = UUID.randomUUID().toString();

    for (int i = 0; i < 2; i++) {
      as(Staff.HR)
          .header("If-Match", etag)
          .header("Idempotency-Key", key)
          .post(policy.path() + "/consultation")
          .then()
          .statusCode(200)
          .body("state", equalTo("CONSULTATION"));
    }
  }

  @Test
  void of_two_announcements_for_the_same_people_at_once_one_is_refused() {
    ObjectNode content = PolicyUnderTest.content();
    var one = PolicyUnderTest.drafted(clock, content).approved();
    var other = PolicyUnderTest.drafted(clock, content).approved();
    var day = other.today().plusDays(6);

    var answers = atOnce(() -> one.announce(day), () -> other.announce(day));

    assertThat(answers).extracting(Response::statusCode).containsExactlyInAnyOrder(200, 409);
  }

  @Test
  void no_comment_slips_in_while_the_sign_off_opens() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    clock.advance(java.time.Duration.ofDays(3));

    var answers =
        atOnce(
            policy::openSignOff,
            () ->
                as(Staff.EMPLOYEE)
                    .body(Map.of("kind", "COMMENT", "pointer", "", "text", "Wait"))
                    .post(policy.path() + "/comments"));

    int opened = answers.get(0).statusCode();
    int commented = answers.get(1).statusCode();
    assertThat(List.of(opened, commented)).isIn(List.of(200, 409), List.of(409, 201));
  }

  @Test
  void many_comment_at_once_without_waiting_for_one_another() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    Supplier<Response> comment =
        () ->
            as(Staff.EMPLOYEE)
                .body(Map.of("kind", "COMMENT", "pointer", "", "text", "Good"))
                .post(policy.path() + "/comments");

    var answers = atOnce(comment, comment, comment, comment, comment, comment);

    assertThat(answers).extracting(Response::statusCode).containsOnly(201);
  }

  private static Response edit(PolicyUnderTest policy, String etag, String name) {
    return as(Staff.HR)
        .header("If-Match", etag)
        .contentType("application/merge-patch+json")
        .body("{\"name\": \"" + name + "\"}")
        .patch(policy.path());
  }

  private static Response begin(String key, ObjectNode content) {
    return as(Staff.HR)
        .header("Idempotency-Key", key)
        .body(content.toString())
        .post("/v1/policies");
  }

  @SafeVarargs
  private static List<Response> atOnce(Supplier<Response>... calls) {
    var threads = Executors.newFixedThreadPool(calls.length);
    try {
      var running = Stream.of(calls).map(c -> CompletableFuture.supplyAsync(c, threads)).toList();
      return running.stream().map(CompletableFuture::join).toList();
    } finally {
      threads.shutdown();
    }
  }
}
