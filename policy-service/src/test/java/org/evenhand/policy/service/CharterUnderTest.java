package org.evenhand.policy.service;

import static org.evenhand.policy.service.PolicyUnderTest.as;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.response.Response;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.Tokens;
import org.evenhand.policy.content.Contents;
import org.jspecify.annotations.Nullable;

/** One charter over HTTP, with short cuts to the states in which a test begins. */
final class CharterUnderTest {

  private final String id;

  private CharterUnderTest(String id) {
    this.id = id;
  }

  static ObjectNode content(LocalDate inForceOn) {
    try (var example =
        CharterUnderTest.class.getResourceAsStream("/openapi/examples/CharterContent.json")) {
      return ((ObjectNode) Contents.JSON.readTree(example))
          .put("owner", CharterPeople.id("CH-H1").toString())
          .put("inForceOn", inForceOn.toString());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  static CharterUnderTest drafted(LocalDate inForceOn) {
    return drafted(content(inForceOn));
  }

  private static CharterUnderTest drafted(ObjectNode content) {
    return new CharterUnderTest(draft(content).then().statusCode(201).extract().path("id"));
  }

  static Response draft(ObjectNode content) {
    return as(CharterPeople.AUTHOR).body(content.toString()).post("/v1/charters");
  }

  static CharterUnderTest inSignOff(LocalDate inForceOn) {
    return inSignOff(content(inForceOn));
  }

  private static CharterUnderTest inSignOff(ObjectNode content) {
    CharterUnderTest charter = drafted(content);
    charter.openSignOff("CH-M1", "CH-M2", "CH-M3").then().statusCode(200);
    return charter;
  }

  static CharterUnderTest signed(LocalDate inForceOn) {
    return signed(content(inForceOn));
  }

  static CharterUnderTest signed(ObjectNode content) {
    CharterUnderTest charter = inSignOff(content);
    charter.sign(CharterPeople.NORTH).then().statusCode(200);
    charter.sign(CharterPeople.SOUTH).then().statusCode(200);
    charter.sign(CharterPeople.HR).then().statusCode(200);
    return charter;
  }

  Response openSignOff(String... managers) {
    return command(CharterPeople.AUTHOR, "sign-off-opening", Map.of("managers", List.of(managers)));
  }

  Response sign(Tokens who) {
    return command(
        who,
        "sign-offs",
        Map.of("decision", "SIGN", "contentHash", read(CharterPeople.HR).path("contentHash")));
  }

  Response replace(String replaced, String successor) {
    return command(
        CharterPeople.AUTHOR,
        "signer-replacement",
        Map.of("replaced", replaced, "successor", successor, "reason", "Has left"));
  }

  Response withdraw() {
    return command(
        CharterPeople.AUTHOR, "sign-off-withdrawal", Map.of("reason", "Asked for more days"));
  }

  Response edit(ObjectNode content) {
    return edit(content, etag());
  }

  Response edit(ObjectNode content, String etag) {
    return as(CharterPeople.AUTHOR).header("If-Match", etag).body(content.toString()).put(path());
  }

  Response command(Tokens who, String what, @Nullable Object body) {
    var request = as(who).header("If-Match", etag());
    if (body != null) {
      request.body(body);
    }
    return request.post(path() + "/" + what);
  }

  Response read(Tokens who) {
    return as(who).get(path());
  }

  Response signOffs(Tokens who) {
    return as(who).get(path() + "/sign-offs");
  }

  String state() {
    return read(CharterPeople.HR).then().statusCode(200).extract().path("state");
  }

  int version() {
    return read(CharterPeople.HR).then().extract().path("version");
  }

  String etag() {
    return read(CharterPeople.HR).header("ETag");
  }

  String id() {
    return id;
  }

  String path() {
    return "/v1/charters/" + id;
  }
}
