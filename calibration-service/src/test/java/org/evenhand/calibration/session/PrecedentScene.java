package org.evenhand.calibration.session;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.evenhand.kit.data.due.DueRunner;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.TestClock;
import org.junit.jupiter.api.AfterEach;

/** A company whose policy is in force, and precedents in it. */
abstract class PrecedentScene extends SessionScene {

  static final String PRECEDENTS = "/v1/precedents";

  @Inject TestClock clock;
  @Inject DueRunner dueWork;

  @AfterEach
  void real_time() {
    clock.reset();
  }

  /** And everybody of the scene is known. */
  void inForce(int version) {
    company.policyTookEffect(version, "What was agreed is there");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                PoolProbe.version(company.policy).equals(Integer.toString(version))
                    && Stream.concat(
                            raters.stream(), Stream.of(hr, co, "CHIEF" + mark, "REPORT" + mark))
                        .allMatch(PoolProbe::knows));
  }

  Map<String, Object> fiction(String checker) {
    var body = new HashMap<String, Object>();
    body.put("policyId", company.policy);
    body.put("criterion", "delivery");
    body.put("ordinal", 3);
    body.put(
        "observations",
        List.of(
            Map.of(
                "situation", "Half of the team was lent to another one",
                "behaviour", "[Reviewee] told Madame Holt what would not be done",
                "impact", "What was promised was there")));
    body.put("reason", "It was agreed anew, openly.");
    body.put("tags", List.of("WORKLOAD"));
    body.put("checkerExternalId", checker);
    return body;
  }

  Response write(String who, String role, Map<String, Object> body) {
    return as(who, role).body(body).post(PRECEDENTS);
  }

  String written(String checker) {
    return Said.id(write(hr, "hr", fiction(checker)), 201, "PROPOSED");
  }

  /** Written by HR, checked by the co-facilitator, and read by all. */
  String published() {
    var id = written(co);
    comesOut(id);
    Said.expect(read(raters.get(0), id), 200, "PUBLISHED");
    return id;
  }

  /** Checked by the co-facilitator, and ten working days later. */
  void comesOut(String id) {
    Said.expect(doing(co, "manager", id, "check"), 200, "CHECKED");
    clock.advance(Duration.ofDays(20));
    run();
  }

  Response doing(String who, String role, String id, String what) {
    return as(who, role).header("If-Match", "*").post(PRECEDENTS + "/" + id + "/" + what);
  }

  Response doing(String who, String role, String id, String what, Object body) {
    return as(who, role)
        .header("If-Match", "*")
        .body(body)
        .post(PRECEDENTS + "/" + id + "/" + what);
  }

  static Response read(String who, String id) {
    return as(who, "employee").get(PRECEDENTS + "/" + id);
  }

  /** The service itself may have taken what is due; then it is waited for. */
  void run() {
    try {
      VertxContextSupport.subscribeAndAwait(() -> dueWork.runDue());
    } catch (Throwable e) {
      throw new AssertionError(e);
    }
    await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(20))
        .until(() -> PoolProbe.due(clock.instant()) == 0);
  }

  static void refused(Response answer, int status, String code) {
    assertEquals(status, answer.statusCode(), answer.asString());
    assertEquals(code, Said.text(answer, "/code"), answer.asString());
  }

  static List<String> ids(Response page) {
    assertEquals(200, page.statusCode(), page.asString());
    return texts(Said.by(page).path("items"), "id");
  }

  static List<String> texts(JsonNode items, String field) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> item.path(field).asText())
        .toList();
  }

  /** What somebody has to do about precedents. */
  static List<String> tasks(String who, String role) {
    Response page = as(who, role).get("/v1/tasks");
    assertEquals(200, page.statusCode());
    return texts(Said.by(page).path("items"), "kind").stream()
        .filter(kind -> kind.startsWith("PRECEDENT_"))
        .toList();
  }

  static void soon(Runnable holds) {
    await().atMost(Duration.ofSeconds(30)).untilAsserted(holds::run);
  }

  static void says_nothing(Response answer, String... fields) {
    JsonNode said = Said.by(answer);
    for (String field : fields) {
      assertTrue(said.path(field).isMissingNode() || said.path(field).isNull(), field);
    }
  }
}
