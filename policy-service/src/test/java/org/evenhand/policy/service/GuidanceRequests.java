package org.evenhand.policy.service;

import static org.evenhand.policy.service.PolicyUnderTest.as;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.Tokens;
import org.jspecify.annotations.Nullable;

/** Guidance requests over HTTP. */
final class GuidanceRequests {

  static final String ALL = "/v1/guidance-requests";
  static final String PATH = ALL + "/";
  static final String QUESTION = "May I say no, asks Roerdomp?";
  static final String ANSWER = "You may, Roerdomp";

  private GuidanceRequests() {}

  static String asked(Tokens who) {
    return Said.id(as(who).body(Map.of("text", QUESTION)).post(ALL), 201, "ASKED");
  }

  static Response ask(Tokens who, String... excluded) {
    return as(who)
        .body(
            Map.of(
                "text",
                QUESTION,
                "excluded",
                Stream.of(excluded).map(GuidanceRequests::personId).toList()))
        .post(ALL);
  }

  static Response get(Tokens who, String id) {
    return as(who).get(PATH + id);
  }

  static Response command(Tokens who, String id, String what, @Nullable Object body) {
    var request = as(who).header("If-Match", get(who, id).header("ETag"));
    if (body != null) {
      request.body(body);
    }
    return request.post(PATH + id + "/" + what);
  }

  static Response erase(Tokens who, String id) {
    return as(who).header("If-Match", get(who, id).header("ETag")).delete(PATH + id);
  }

  static List<String> listed(Tokens who) {
    return found(as(who).get(ALL + "?limit=200"), "id");
  }

  static List<String> tasks(Tokens who) {
    return found(as(who).get("/v1/tasks?kind=GUIDANCE_ANSWER&limit=200"), "subject").stream()
        .map(path -> path.substring(path.lastIndexOf('/') + 1))
        .toList();
  }

  static List<String> found(Response page, String field) {
    List<String> all = new ArrayList<>();
    Said.by(page).path("items").forEach(item -> all.add(item.path(field).asText()));
    return all;
  }

  static String personId(String externalId) {
    return ChallengePeople.id(externalId).toString();
  }
}
