package org.evenhand.review;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.HttpClientConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.evenhand.kit.test.HttpClients;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.evenhand.review.live.DueNow;
import org.evenhand.review.live.Tables;

/** The HRIS as a client of this service. */
public final class Hris {

  private static final String ORG_HEADER =
      "externalId,givenName,familyName,email,managerExternalId,relationship,orgUnit,jobLevel,"
          + "jobFamily,workLocation,country,legalEntity,workerType,employmentStatus,assignmentId,"
          + "effectiveFrom,action";

  private static final RestAssuredConfig CONFIG =
      RestAssuredConfig.config()
          .httpClient(HttpClients.of(HttpClientConfig.httpClientConfig()))
          .encoderConfig(
              EncoderConfig.encoderConfig()
                  .encodeContentTypeAs("text/csv", ContentType.TEXT)
                  .encodeContentTypeAs("application/x-ndjson", ContentType.TEXT)
                  .appendDefaultContentCharsetToContentTypeIfUndefined(false));

  static {
    RestAssured.enableLoggingOfRequestAndResponseIfValidationFails();
  }

  private Hris() {}

  public static RequestSpecification asHris() {
    return as(Tokens.forClient("evenhand-hris", "hris"));
  }

  public static RequestSpecification as(Tokens token) {
    return given().config(CONFIG).header("Authorization", token.bearer());
  }

  public static RequestSpecification asEmployee(String externalId, String... roles) {
    return as(Tokens.forEmployee(externalId, roles));
  }

  /** A row that hires somebody into a unit, without further ado. */
  public static String hire(String externalId, String manager, String orgUnit) {
    return "%s,Given,Family,%s@example.org,%s,LINE,%s,L4,engineering,Utrecht,NL,Linden,EMPLOYEE,,,"
            .formatted(externalId, externalId.toLowerCase(java.util.Locale.ROOT), manager, orgUnit)
        + "2020-01-01,HIRE";
  }

  /** A row that tells nothing but an action. */
  public static String row(String externalId, String action, String effectiveFrom) {
    return externalId + ",".repeat(15) + effectiveFrom + "," + action;
  }

  public static String org(String... rows) {
    return ORG_HEADER + "\n" + String.join("\n", rows) + "\n";
  }

  public static Response importOrg(String... rows) {
    return post("/v1/org-imports", org(rows));
  }

  /** Imports rows that all have to be taken. */
  public static void takeIn(String... rows) {
    Response response = importOrg(rows);
    response.then().statusCode(207);
    if (Said.by(response).path("refused").asInt(-1) != 0) {
      throw new AssertionError(response.asString());
    }
  }

  /** Waits until the rooms have followed what was taken in; looks at days to come still wait. */
  public static void followed() {
    done("kind = 'moved-posts' or kind like '%-watch'");
  }

  /**
   * Waits until none of this work is due; what is for days to come, also of other tests, waits on.
   *
   * @param which a condition on rows of {@code due_work}
   */
  public static void done(String which) {
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> {
              DueNow.run();
              return Tables.count(
                      "due_work where (%s) and due_at < now() + interval '1 hour'".formatted(which))
                  == 0;
            });
  }

  public static Response post(String path, String csv) {
    return asHris().contentType("text/csv").body(csv.getBytes(StandardCharsets.UTF_8)).post(path);
  }

  public static Response post(String path, byte[] csv) {
    return asHris().contentType("text/csv").body(csv).post(path);
  }

  /** A file that once went wrong. */
  public static byte[] trouble(String name) {
    try (InputStream file = Hris.class.getResourceAsStream("/trouble/" + name)) {
      return Objects.requireNonNull(file, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets an hr-lead say which units somebody serves, from long ago on. */
  public static void assignHr(String lead, String externalId, String... units) {
    String path = "/v1/hr-assignments/" + externalId;
    String etag = asEmployee(lead, "hr-lead").get(path).header("ETag");
    asEmployee(lead, "hr-lead")
        .contentType("application/json")
        .header("If-Match", etag)
        .body(
            Arrays.stream(units)
                .map("{\"orgUnit\": \"%s\", \"from\": \"2020-01-01\"}"::formatted)
                .collect(Collectors.joining(",", "{\"orgUnits\": [", "]}")))
        .put(path)
        .then()
        .statusCode(200);
  }

  /** Waits for a job that was taken in, and gives its last view. */
  public static Response done(Response accepted) {
    String location = accepted.header("Location");
    return Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> asHris().get(location),
            view -> List.of("DONE", "FAILED").contains(view.<String>path("state")));
  }

  /** Lines joined to a CSV. */
  public static String lines(String... lines) {
    return Arrays.stream(lines).collect(Collectors.joining("\n", "", "\n"));
  }
}
