package org.evenhand.review.live;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A checklist, moved on by its people. */
public record LiveChecklist(String id, Person whose) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** One item for each owner, with what else is wanted. */
  public static List<Map<String, Object>> oneEach() {
    return List.of(
        item("EMPLOYEE", "Renew the badge", 5),
        item("MANAGER", "Speak about what has changed", 2),
        item("BUDDY", "Have lunch together", 10),
        item("HR", "Check the contract of work", -3));
  }

  public static Map<String, Object> item(String owner, String title, int offset) {
    return Map.of("owner", owner, "title", title, "offset", offset);
  }

  /** Templates are everybody's: whoever puts one takes it back before others import people. */
  public static void put(Company company, String kind, List<Map<String, Object>> items) {
    String path = "/v1/checklist-templates/" + kind;
    String etag = company.hr.ask().get(path).header("ETag");
    company
        .hr
        .ask()
        .header("If-Match", etag)
        .body(Map.of("items", items))
        .put(path)
        .then()
        .statusCode(200);
  }

  public static Response begin(Person hr, Person whose, String kind, Map<String, Object> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("kind", kind);
    body.put("employeeId", LiveAppeal.idOf(whose));
    return hr.ask().body(body).post("/v1/checklists");
  }

  /** By hand, of a template that is gone again. */
  public static LiveChecklist begun(
      Company company, Person whose, String kind, List<Map<String, Object>> items) {
    put(company, kind, items);
    Response begun = begin(company.hr, whose, kind, Map.of());
    put(company, kind, List.of());
    begun.then().statusCode(201);
    return new LiveChecklist(parsed(begun).path("id").asText(), whose);
  }

  /** The one of a kind that is open for somebody, as they see it. */
  public static LiveChecklist open(Person whose, String kind) {
    JsonNode items =
        parsed(whose.ask().get("/v1/checklists?state=OPEN&kind=" + kind)).path("items");
    if (items.size() != 1) {
      throw new AssertionError(kind + ": " + items);
    }
    return new LiveChecklist(items.get(0).path("id").asText(), whose);
  }

  public static List<String> kinds(Person reader, String state) {
    return parsed(reader.ask().get("/v1/checklists?state=" + state))
        .path("items")
        .findValuesAsText("kind");
  }

  public static JsonNode parsed(Response response) {
    try {
      return JSON.readTree(response.asString());
    } catch (JsonProcessingException e) {
      throw new AssertionError(response.asString(), e);
    }
  }

  public String path() {
    return "/v1/checklists/" + id;
  }

  public Response read(Person reader) {
    return reader.ask().get(path());
  }

  public JsonNode seenBy(Person reader) {
    Response read = read(reader);
    read.then().statusCode(200);
    return parsed(read);
  }

  /** The first item of an owner. */
  public String item(String owner) {
    for (JsonNode item : seenBy(whose).path("items")) {
      if (item.path("owner").asText().equals(owner)) {
        return item.path("id").asText();
      }
    }
    throw new AssertionError("nothing is for " + owner);
  }

  public Response close(Person who, String item, String outcome, @Nullable String reason) {
    Map<String, Object> body = new HashMap<>();
    body.put("outcome", outcome);
    if (reason != null) {
      body.put("reason", reason);
    }
    return send(who, body).post(path() + "/items/" + item + "/closing");
  }

  public Response done(Person who, String owner) {
    return close(who, item(owner), "DONE", null);
  }

  public Response accompanied(Person by, Person buddy) {
    return send(by, Map.of("employeeId", LiveAppeal.idOf(buddy))).put(path() + "/buddy");
  }

  public Response cancel(Person who) {
    return send(who, Map.of("reason", "It was called off")).post(path() + "/cancellation");
  }

  private RequestSpecification send(Person who, Object body) {
    return who.ask().header("If-Match", String.valueOf(read(who).header("ETag"))).body(body);
  }
}
