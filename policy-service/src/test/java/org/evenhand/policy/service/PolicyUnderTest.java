package org.evenhand.policy.service;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.kit.test.TestClock;
import org.evenhand.kit.test.Tokens;
import org.evenhand.policy.content.Contents;

/** One policy over HTTP, with short cuts to the states in which a test begins. */
final class PolicyUnderTest {

  private final TestClock clock;
  private final String id;
  private int version = 1;

  private PolicyUnderTest(TestClock clock, String id) {
    this.clock = clock;
    this.id = id;
  }

  /** Content of a scope that no other test uses. */
  static ObjectNode content() {
    ObjectNode content = Contents.json();
    content.withObject("/scope").putArray("legalEntities").add(UUID.randomUUID().toString());
    return content;
  }

  static PolicyUnderTest drafted(TestClock clock) {
    return drafted(clock, content());
  }

  static PolicyUnderTest drafted(TestClock clock, JsonNode content) {
    Response response = as(Staff.HR).body(content.toString()).post("/v1/policies");
    return new PolicyUnderTest(
        clock, response.then().statusCode(201).extract().path("policyId").toString());
  }

  static RequestSpecification as(Tokens who) {
    return given().header("Authorization", who.bearer()).contentType(ContentType.JSON);
  }

  PolicyUnderTest inConsultation() {
    command(Staff.HR, "consultation", null).then().statusCode(200);
    return this;
  }

  PolicyUnderTest inSignOff() {
    inConsultation();
    clock.advance(Duration.ofDays(3));
    openSignOff().then().statusCode(200);
    return this;
  }

  Response openSignOff() {
    return command(
        Staff.HR, "sign-off-opening", Map.of("managers", List.of("M1", "M2", "M3"), "quorum", 2));
  }

  PolicyUnderTest approved() {
    inSignOff();
    sign(Staff.MANAGER).then().statusCode(200);
    sign(Staff.SECOND_MANAGER).then().statusCode(200);
    sign(Staff.APPROVER).then().statusCode(200);
    return this;
  }

  /** For the first day that the notice allows. */
  PolicyUnderTest announced() {
    approved();
    announce(today().plusDays(5)).then().statusCode(200);
    return this;
  }

  Response announce(LocalDate on) {
    return command(
        Staff.HR,
        "announcement",
        Map.of("rationale", "Why", "expectedImpact", "What", "effectiveOn", on.toString()));
  }

  Response sign(Tokens who) {
    String hash = now().path("contentHash");
    return command(who, "sign-offs", Map.of("decision", "SIGN", "contentHash", hash));
  }

  Response withdraw() {
    return command(Staff.HR, "withdrawal", Map.of("reason", "Not wanted any more"));
  }

  /** Both sides end what both have agreed to. */
  Response ended() {
    command(Staff.HR, "ending", Map.of("reason", "Not wanted any more")).then().statusCode(200);
    return command(Staff.OTHER_MANAGER, "ending/countersignature", null);
  }

  Response edit(String patch) {
    return as(Staff.HR)
        .header("If-Match", etag())
        .contentType("application/merge-patch+json")
        .body(patch)
        .patch(path());
  }

  /** A command on the version as it is now. */
  Response command(Tokens who, String what, Object body) {
    var request = as(who).header("If-Match", etag());
    if (body != null) {
      request.body(body);
    }
    return request.post(path() + "/" + what);
  }

  Response read(Tokens who) {
    return as(who).get(path());
  }

  String state() {
    return read(Staff.HR).then().statusCode(200).extract().path("state");
  }

  String etag() {
    return now().header("ETag");
  }

  /** What a client has read just before. The test isn't about it, so it isn't checked again. */
  private Response now() {
    return given().header("Authorization", Staff.HR.bearer()).get(path());
  }

  PolicyUnderTest nextVersion() {
    as(Staff.HR).post("/v1/policies/" + id + "/versions").then().statusCode(201);
    version++;
    return this;
  }

  PolicyUnderTest version(int number) {
    var other = new PolicyUnderTest(clock, id);
    other.version = number;
    return other;
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  String id() {
    return id;
  }

  String path() {
    return "/v1/policies/" + id + "/versions/" + version;
  }
}
