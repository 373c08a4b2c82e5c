package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.test.DirectoryContract;
import org.evenhand.kit.test.Events;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
class DirectoryConsumerTest extends DirectoryContract {

  private static final String TOPIC = "evenhand.internal.directory";

  @Inject TestClock clock;
  @Inject Staff staff;

  private PolicyUnderTest policy;

  @BeforeEach
  void a_policy_on_which_everybody_may_comment() {
    staff.arrive();
    policy = PolicyUnderTest.drafted(clock).inConsultation();
  }

  @AfterEach
  void today() {
    clock.reset();
  }

  @Override
  protected int door(Tokens caller) {
    int answered =
        as(caller)
            .body(Map.of("kind", "COMMENT", "pointer", "", "text", "Hello"))
            .post(policy.path() + "/comments")
            .statusCode();
    return answered == 201 ? 200 : answered;
  }

  @Override
  protected UUID actsAs(String externalId, Tokens caller) {
    assertThat(door(caller)).isEqualTo(200);
    List<String> authors =
        as(Staff.HR).get(policy.path() + "/comments?limit=200").path("items.author.id");
    return UUID.fromString(authors.get(authors.size() - 1));
  }

  @Test
  void a_record_that_says_nothing_goes_to_the_dead_letters() {
    UUID broken = UUID.randomUUID();
    Events.ofTest()
        .publish(
            TOPIC,
            "org.evenhand.employee.recorded.v1",
            "/review-service",
            broken.toString(),
            1,
            "{\"employeeId\": \"" + broken + "\"}");

    assertThat(
            Events.ofTest()
                .await(TOPIC + ".policy-service.dlq", 1, r -> broken.toString().equals(r.key())))
        .hasSize(1);
  }
}
