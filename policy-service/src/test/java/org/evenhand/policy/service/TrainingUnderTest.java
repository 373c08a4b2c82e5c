package org.evenhand.policy.service;

import static org.evenhand.policy.service.PolicyUnderTest.as;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.evenhand.kit.test.Tokens;
import org.evenhand.policy.content.Contents;
import org.jspecify.annotations.Nullable;

/** One module and its completions over HTTP. */
final class TrainingUnderTest {

  private static final AtomicInteger NEXT = new AtomicInteger();

  private final String key;
  private final String id;

  private TrainingUnderTest(String key, String id) {
    this.key = key;
    this.id = id;
  }

  static Map<String, Object> content(String hr, String manager, String... requiredFor) {
    return new TreeMap<>(
        Map.of(
            "key",
            "tr-" + NEXT.incrementAndGet() + "-" + Long.toString(System.nanoTime(), 36),
            "title",
            "Rating fairly",
            "format",
            "WORKSHOP",
            "topics",
            List.of("EVIDENCE", "BIAS_AWARENESS"),
            "validMonths",
            12,
            "requiredFor",
            List.of(requiredFor),
            "coLeads",
            Map.of("hr", hr, "manager", manager)));
  }

  static Response propose(Tokens who, Map<String, Object> content) {
    return as(who).body(content).post("/v1/training-modules");
  }

  /** With a text of one unit. */
  static TrainingUnderTest proposed(String... requiredFor) {
    var module = withoutText(content("TR-H1", "TR-M1", requiredFor));
    json(module.write(TrainingPeople.HR, text("An observation")), 200);
    return module;
  }

  static TrainingUnderTest withoutText(Map<String, Object> content) {
    String id = json(propose(TrainingPeople.HR, content), 201).get("id").asText();
    return new TrainingUnderTest((String) content.get("key"), id);
  }

  static TrainingUnderTest caseStudy() {
    return caseStudy(PrecedentsOfTest.ids());
  }

  static TrainingUnderTest caseStudy(List<UUID> precedents) {
    var content = content("TR-H1", "TR-M1", "RATING");
    content.put("format", "CASE_STUDY");
    content.put("precedents", precedents);
    return offered(withoutText(content));
  }

  static TrainingUnderTest offered(String... requiredFor) {
    return offered(proposed(requiredFor));
  }

  private static TrainingUnderTest offered(TrainingUnderTest module) {
    json(module.step(TrainingPeople.MANAGER, "agreement", null), 200);
    return module;
  }

  static JsonNode json(Response answer, int status) {
    answer.then().statusCode(status);
    try {
      return Contents.JSON.readTree(answer.asString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  /** A unit of each of these titles. */
  static Map<String, Object> text(String... titles) {
    var exercise = Map.of("title", "In pairs", "minutes", 20, "text", "Rewrite each sentence.");
    return Map.of(
        "description",
        "For everybody who rates",
        "units",
        Stream.of(titles)
            .map(each -> Map.of("title", each, "text", each, "exercises", List.of(exercise)))
            .toList());
  }

  Response write(Tokens who, Map<String, Object> text) {
    return as(who)
        .header("If-Match", as(TrainingPeople.HR).get(path()).header("ETag"))
        .body(text)
        .put(path() + "/text");
  }

  JsonNode read(Tokens who) {
    return json(as(who).get(path()), 200);
  }

  Response step(Tokens who, String what, @Nullable Object body) {
    return post(who, path(), what, body);
  }

  Response enrol(Tokens who, String employee) {
    return as(who)
        .body(Map.of("moduleId", id, "employee", employee))
        .post("/v1/training-completions");
  }

  /** The path of the completion of somebody whom HR, or already their role, has asked. */
  String enrolled(String employee) {
    Response asked = enrol(TrainingPeople.HR, employee);
    JsonNode its =
        asked.statusCode() == 409
            ? completions("&personId=" + TrainingPeople.id(employee)).get(0)
            : json(asked, 201);
    return path(its);
  }

  static String path(JsonNode completion) {
    return "/v1/training-completions/" + completion.get("id").asText();
  }

  /** As whoever leads it for HR sees them. */
  JsonNode completions(String filter) {
    String list = "/v1/training-completions?limit=200&moduleId=" + id + filter;
    return json(as(TrainingPeople.HR).get(list), 200).get("items");
  }

  Response replace(Tokens who, String leaving, String joining) {
    return step(
        who,
        "co-lead-replacement",
        Map.of("leaving", TrainingPeople.id(leaving), "joining", joining));
  }

  /** A request for an exemption until a day. */
  static Map<String, Object> exemption(LocalDate until) {
    return Map.of(
        "code", "TRAINED_ELSEWHERE", "reason", "Led it elsewhere", "until", until.toString());
  }

  static Response record(Tokens who, String completion, LocalDate on) {
    return post(who, completion, "completion", Map.of("completedOn", on.toString()));
  }

  /** As they have read it. */
  static Response post(Tokens who, String path, String what, @Nullable Object body) {
    var request = as(who).header("If-Match", as(who).get(path).header("ETag"));
    return (body == null ? request : request.body(body)).post(path + "/" + what);
  }

  String path() {
    return "/v1/training-modules/" + id;
  }

  String id() {
    return id;
  }

  String key() {
    return key;
  }
}
