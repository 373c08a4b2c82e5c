package org.evenhand.policy.service;

import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;

/** Policies in force, with years that have rated under them. */
abstract class PastYearTest extends ServiceTest {

  static final String OTHER_WEIGHTS =
      """
      {"criteria": [{"key": "delivery", "title": "Delivery", "weight": 30},
                    {"key": "together", "title": "Working together", "weight": 70}]}
      """;

  @Inject DataSource database;

  /** The one that was closed last. */
  UUID cycle;

  void execute(String sql) {
    try (var connection = database.getConnection();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  PolicyUnderTest inForceWithAClosedCycle() {
    PolicyUnderTest policy = inForce();
    closed(policy, 30);
    return policy;
  }

  /** With a draft of the next version. */
  PolicyUnderTest inForce() {
    return inForce(quick()).nextVersion();
  }

  PolicyUnderTest inForce(JsonNode content) {
    PolicyUnderTest policy = PolicyUnderTest.drafted(clock, content).announced();
    clock.advance(Duration.ofDays(5));
    runDue();
    return policy;
  }

  /** Of which nothing keeps a version waiting. */
  static ObjectNode quick() {
    return PolicyUnderTest.content().put("noticeDays", 0).put("consultationDays", 0);
  }

  void closed(PolicyUnderTest policy, int daysAgo) {
    var told =
        new Neighbours(clock.instant()).closes(policy.id(), 1, policy.today().minusDays(daysAgo));
    told.tellTwice();
    cycle = told.id();
    awaitKnown(cycle);
  }

  void heard(PolicyUnderTest policy) {
    policy.inConsultation();
    clock.advance(Duration.ofDays(3));
  }

  static void refused(Response answer, String problem) {
    answer
        .then()
        .statusCode(409)
        .body("type", equalTo("http://localhost:8080/problems/" + problem));
  }

  static void waive(PolicyUnderTest policy, String reason) {
    policy
        .command(Staff.HR, "impact-replay-waiver", Map.of("reason", reason))
        .then()
        .statusCode(200)
        .body("replayWaiver.reason", equalTo(reason));
  }

  static void signAndAnnounce(PolicyUnderTest policy) {
    for (var signer : List.of(Staff.MANAGER, Staff.SECOND_MANAGER, Staff.APPROVER)) {
      policy.sign(signer).then().statusCode(200);
    }
    policy.announce(policy.today()).then().statusCode(200);
  }

  void awaitKnown(UUID id) {
    Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> isThere("cycle_id = ?", id));
  }

  boolean isThere(String which, UUID id) {
    return isThere("pinned_version", which, id);
  }

  boolean isThere(String table, String which, UUID id) {
    try (var connection = database.getConnection();
        var select = connection.prepareStatement("select 1 from " + table + " where " + which)) {
      select.setObject(1, id);
      try (var rows = select.executeQuery()) {
        return rows.next();
      }
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }
}
