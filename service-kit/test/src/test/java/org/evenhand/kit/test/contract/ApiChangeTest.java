package org.evenhand.kit.test.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ApiChangeTest {

  private static final String REVIEWS =
      """
      {"paths": {"/v1/reviews": {
        "get": {
          "operationId": "listReviews",
          "x-roles": ["employee", "hr"],
          "parameters": [{"name": "state", "in": "query", "schema": {"$ref": "#/components/schemas/State"}}],
          "responses": {"200": {
            "headers": {"ETag": {}},
            "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Review"}}}}}},
        "post": {
          "operationId": "openReview",
          "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/New"}}}},
          "responses": {"201": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/Review"}}}}}}
      }},
      "components": {"schemas": {
        "State": {"type": "string", "enum": ["OPEN", "DONE"]},
        "New": {"type": "object", "required": ["name"], "properties": {
          "name": {"type": "string", "maxLength": 80},
          "state": {"$ref": "#/components/schemas/State"},
          "share": {"type": "number"}}},
        "Review": {"type": "object", "required": ["id"], "properties": {
          "id": {"type": "string", "format": "uuid"},
          "size": {"type": "integer"},
          "parts": {"type": "array", "items": {"$ref": "#/components/schemas/Review"}}}}
      }}}
      """;

  private static final String LIST = "/paths/~1v1~1reviews/get";
  private static final String OPEN = "/paths/~1v1~1reviews/post";
  private static final String SCHEMAS = "/components/schemas";

  @Test
  void the_same_document_breaks_nothing() {
    holds(api -> {});
  }

  @Test
  void what_is_added_breaks_nothing() {
    holds(api -> at(api, "/paths").putObject("/v1/cycles").putObject("get"));
    holds(api -> at(api, SCHEMAS + "/Review/properties").putObject("note").put("type", "string"));
    holds(api -> at(api, SCHEMAS + "/New/properties").putObject("note").put("type", "string"));
    holds(api -> at(api, SCHEMAS + "/State").withArray("enum").add("LATE"));
    holds(api -> at(api, SCHEMAS + "/New").putArray("required"));
    holds(api -> at(api, SCHEMAS + "/Review").withArray("required").add("size"));
    holds(api -> at(api, SCHEMAS + "/New/properties/name").put("maxLength", 200));
    holds(api -> at(api, SCHEMAS + "/New/properties/share").put("maximum", Long.MAX_VALUE));
    holds(api -> at(api, OPEN + "/responses").putObject("202"));
    holds(api -> at(api, LIST).withArray("x-roles").add("auditor"));
    holds(
        api ->
            at(api, LIST)
                .withArray("parameters")
                .addObject()
                .put("name", "limit")
                .put("in", "query"));
  }

  @Test
  void an_operation_that_is_gone_or_has_another_name_is_seen() {
    breaks(api -> at(api, "/paths/~1v1~1reviews").remove("post"), "POST /v1/reviews: is gone");
    breaks(api -> at(api, "/paths").removeAll(), "POST /v1/reviews: is gone", 2);
    breaks(
        api -> at(api, LIST).put("operationId", "reviews"),
        "GET /v1/reviews: is called \"reviews\" now");
  }

  @Test
  void a_door_that_is_shut_is_seen() {
    breaks(
        api -> at(api, LIST).putArray("x-roles").add("hr"),
        "GET /v1/reviews: is closed to employee");
  }

  @Test
  void what_an_answer_no_longer_holds_is_seen() {
    breaks(
        api -> at(api, SCHEMAS + "/Review/properties").remove("size"),
        "GET /v1/reviews 200/size: is gone");
    breaks(
        api -> at(api, SCHEMAS + "/Review").remove("required"),
        "GET /v1/reviews 200/id: is no longer always there");
    breaks(
        api -> at(api, SCHEMAS + "/Review/properties/size").put("type", "number"),
        "GET /v1/reviews 200/size: type was [integer] and is [number]");
    breaks(
        api -> at(api, SCHEMAS + "/Review/properties/id").remove("format"),
        "GET /v1/reviews 200/id: format was uuid and is open");
    breaks(
        api -> at(api, SCHEMAS + "/Review/properties/parts").remove("items"),
        "GET /v1/reviews 200/parts/items: type was [object] and is []");
    breaks(
        api -> at(api, LIST + "/responses/200/headers").remove("ETag"),
        "GET /v1/reviews 200: header ETag is gone");
    breaks(
        api -> at(api, OPEN + "/responses").remove("201"),
        "POST /v1/reviews: never answers 201 now");
  }

  @Test
  void what_a_request_needs_now_or_no_longer_takes_is_seen() {
    breaks(
        api -> at(api, SCHEMAS + "/New").withArray("required").add("share"),
        "POST /v1/reviews body/share: is required now");
    breaks(
        api -> at(api, SCHEMAS + "/New/properties").remove("share"),
        "POST /v1/reviews body/share: is gone");
    breaks(
        api -> at(api, SCHEMAS + "/New/properties/share").put("type", "integer"),
        "POST /v1/reviews body/share: type was [number] and is [integer]");
    breaks(
        api -> at(api, SCHEMAS + "/New/properties/name").put("maxLength", 40),
        "POST /v1/reviews body/name: maxLength was 80 and is 40");
    breaks(
        api -> at(api, SCHEMAS + "/New/properties/share").put("minimum", 0),
        "POST /v1/reviews body/share: minimum was open and is 0");
    breaks(
        api -> at(api, OPEN + "/requestBody").put("required", true),
        "POST /v1/reviews body: is required now");
  }

  @Test
  void a_value_or_parameter_that_is_no_longer_taken_is_seen() {
    breaks(
        api -> at(api, SCHEMAS + "/State").putArray("enum").add("OPEN"),
        "GET /v1/reviews ?state: value DONE is gone");
    breaks(
        api -> at(api, SCHEMAS + "/New/properties/name").putArray("enum").add("A"),
        "POST /v1/reviews body/name: takes only [A] now");
    breaks(api -> at(api, LIST).putArray("parameters"), "GET /v1/reviews ?state: is gone");
    breaks(
        api ->
            at(api, LIST)
                .withArray("parameters")
                .addObject()
                .put("name", "cycle")
                .put("in", "query")
                .put("required", true),
        "GET /v1/reviews ?cycle: is required now");
  }

  private static void holds(Consumer<JsonNode> change) {
    assertEquals(List.of(), after(change));
  }

  private static void breaks(Consumer<JsonNode> change, String what) {
    breaks(change, what, 1);
  }

  private static void breaks(Consumer<JsonNode> change, String what, int times) {
    List<String> found = after(change);
    assertEquals(times, found.size(), found::toString);
    assertEquals(true, found.contains(what), found::toString);
  }

  private static List<String> after(Consumer<JsonNode> change) {
    JsonNode changed = document();
    change.accept(changed);
    return ApiChange.breaks(document(), changed);
  }

  private static ObjectNode at(JsonNode document, String pointer) {
    return (ObjectNode) document.at(pointer);
  }

  private static JsonNode document() {
    try {
      return new ObjectMapper().readTree(REVIEWS);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }
}
