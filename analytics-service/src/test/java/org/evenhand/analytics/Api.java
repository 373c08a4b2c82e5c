package org.evenhand.analytics;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.evenhand.kit.test.Tokens;

/** The service as its clients use it. */
public final class Api {

  public static final Tokens HR_LEAD = Tokens.forEmployee("LEAD", "employee", "hr-lead");
  public static final Tokens INSIGHT = Tokens.forClient("evenhand-insight", "insight");
  public static final Tokens HRIS = Tokens.forClient("evenhand-hris", "hris");

  private Api() {}

  /** For what happens before the first test: Quarkus tells REST Assured the port with each test. */
  public static void connect() {
    RestAssured.port =
        URI.create(ConfigProvider.getConfig().getValue("test.url", String.class)).getPort();
  }

  public static RequestSpecification as(Tokens token) {
    return RestAssured.given().header("Authorization", token.bearer());
  }

  public static Response fairness(String cycle, String dimension, String phase) {
    return as(INSIGHT)
        .queryParams(Map.of("cycle", cycle, "dimension", dimension, "phase", phase))
        .get("/v1/fairness");
  }

  public static Response distribution(Tokens token, String cycle, String by) {
    return as(token).queryParams(Map.of("cycle", cycle, "by", by)).get("/v1/distributions");
  }

  public static Response completion(Tokens token, String cycle, String by) {
    return as(token).queryParams(Map.of("cycle", cycle, "by", by)).get("/v1/completion");
  }

  /** Asks until the answer is as expected; a minute is an error. */
  public static Response until(
      java.util.concurrent.Callable<Response> question, Predicate<Response> expected) {
    return Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(150))
        .until(question, expected);
  }

  /** Imports declarations and waits until they are through. */
  public static Response declare(String csv) {
    Response taken =
        as(HRIS)
            .contentType("text/csv; charset=UTF-8")
            .body(csv.getBytes(java.nio.charset.StandardCharsets.UTF_8))
            .post("/v1/demographics");
    if (taken.statusCode() != 202) {
      return taken;
    }
    return until(
        () -> as(HRIS).get(taken.header("Location")), view -> "DONE".equals(view.path("state")));
  }

  public static Response define(String key, Map<String, Object> body) {
    return as(HR_LEAD)
        .contentType("application/json")
        .body(body)
        .put("/v1/demographic-dimensions/" + key);
  }
}
