package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DirectoryConsumerTest extends ServiceTest {

  private static final String TOPIC = "evenhand.internal.directory";

  @Test
  void a_person_acts_from_the_moment_when_the_directory_knows_them() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    String externalId = "N-" + UUID.randomUUID();
    var newcomer = Tokens.forEmployee(externalId, "employee");
    assertThat(comment(policy, newcomer)).isEqualTo(403);

    UUID id = UUID.randomUUID();
    recorded(id, externalId, "ACTIVE", 1);
    awaitComment(policy, newcomer, 201);

    recorded(id, externalId, "TERMINATED", 2);
    awaitComment(policy, newcomer, 403);
  }

  @Test
  void somebody_hired_again_under_a_new_id_is_the_new_one() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    String externalId = "N-" + UUID.randomUUID();
    var person = Tokens.forEmployee(externalId, "employee");
    recorded(UUID.randomUUID(), externalId, "TERMINATED", 1);
    UUID again = UUID.randomUUID();
    recorded(again, externalId, "ACTIVE", 1);
    awaitComment(policy, person, 201);

    as(Staff.HR)
        .get(policy.path() + "/comments")
        .then()
        .body("items[-1].authorId", equalTo(again.toString()));
  }

  @Test
  void a_tombstone_forgets_a_person() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    String externalId = "N-" + UUID.randomUUID();
    var person = Tokens.forEmployee(externalId, "employee");
    UUID id = UUID.randomUUID();
    recorded(id, externalId, "ACTIVE", 1);
    awaitComment(policy, person, 201);

    publish(id, 2, null);

    awaitComment(policy, person, 403);
  }

  @Test
  void a_record_that_says_nothing_goes_to_the_dead_letters_and_the_rest_flows() {
    var policy = PolicyUnderTest.drafted(clock).inConsultation();
    UUID broken = UUID.randomUUID();
    publish(broken, 1, "{\"employeeId\": \"" + broken + "\"}");
    String externalId = "N-" + UUID.randomUUID();
    recorded(UUID.randomUUID(), externalId, "ACTIVE", 1);

    awaitComment(policy, Tokens.forEmployee(externalId, "employee"), 201);
    assertThat(
            Events.ofTest()
                .await(TOPIC + ".policy-service.dlq", 1, r -> broken.toString().equals(r.key())))
        .hasSize(1);
  }

  private static void recorded(UUID id, String externalId, String status, long sequence) {
    String json =
        """
        {"employeeId": "%s", "externalId": "%s", "status": "%s", "country": "GB",
         "orgUnit": "ignored here", "legalEntity": "Acme", "workerType": "EMPLOYEE"}
        """;
    publish(id, sequence, json.formatted(id, externalId, status));
  }

  private static void publish(UUID id, long sequence, String json) {
    Events.ofTest()
        .publish(
            TOPIC,
            "org.evenhand.employee.recorded.v1",
            "/review-service",
            id.toString(),
            sequence,
            json);
  }

  private static void awaitComment(PolicyUnderTest policy, Tokens who, int status) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> comment(policy, who) == status);
  }

  private static int comment(PolicyUnderTest policy, Tokens who) {
    return as(who)
        .body(Map.of("kind", "COMMENT", "pointer", "", "text", "Hello"))
        .post(policy.path() + "/comments")
        .statusCode();
  }
}
