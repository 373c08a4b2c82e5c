package org.evenhand.policy.service;

import static org.evenhand.policy.service.PolicyUnderTest.as;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.NamesContract;
import org.evenhand.kit.test.NamesResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.TokenResource;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Authors, signers and commenters by name. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(NamesResource.class)
class NamesTest extends NamesContract {

  @Inject TestClock clock;
  @Inject Staff staff;
  @Inject DataSource database;

  private final ObjectNode content = PolicyUnderTest.content();
  private PolicyUnderTest policy;

  @BeforeEach
  void a_policy_that_a_manager_has_signed() {
    staff.arrive();
    policy = PolicyUnderTest.drafted(clock).inSignOff();
    policy.sign(Staff.MANAGER).then().statusCode(200);
  }

  @AfterEach
  void today() {
    clock.reset();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/sign-offs"})
  void an_auditor_reads_ids_alone(String part) {
    assertUnnamed(as(Staff.AUDITOR).get(policy.path() + part));
    assertUnnamed(as(Tokens.forEmployee("A1", "auditor", "hr")).get(policy.path() + part));
  }

  @Override
  protected Response read() {
    return as(Staff.EMPLOYEE).get(policy.path() + "/sign-offs");
  }

  @Override
  protected Response command(String key) {
    return as(Staff.HR)
        .header("Idempotency-Key", key)
        .body(content.toString())
        .post("/v1/policies");
  }

  @Override
  protected Response elsewhere() {
    return as(Staff.HR).get(policy.path() + "/readiness");
  }

  @Override
  protected DataSource database() {
    return database;
  }
}
