package org.evenhand.review.growth;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.StarterKit;
import org.evenhand.review.live.Company;
import org.evenhand.review.live.LiveChecklist;
import org.evenhand.review.live.Person;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The guides and checklists of the starter kit, listed and taken into drafts. */
@QuarkusTest
class TemplatesTest {

  private static final String GUIDE = "/v1/templates/CONVERSATION_GUIDE/hard-message";
  private static final String CHECKLIST = "/v1/templates/CHECKLIST_TEMPLATE/role-change";

  private static Company company;

  @BeforeEach
  void found() {
    if (company == null) {
      company = Company.of(1);
    }
  }

  @Test
  void thereIsOneForEachKindOfListAndEachSituation() throws JsonProcessingException {
    JsonNode all = read(company.hr.ask().get("/v1/templates?language=de"));

    assertEquals(
        List.of(
            "cross-border",
            "leaving",
            "manager-handover",
            "onboarding",
            "return",
            "role-change",
            "cross-border",
            "disagreement",
            "hard-message",
            "return"),
        all.path("items").findValuesAsText("key"));
    assertEquals(StarterKit.paths().size(), all.path("items").size(), "files that nobody lists");
    assertEquals(
        List.of("de"), all.path("items").findValuesAsText("language").stream().distinct().toList());
  }

  @Test
  void aGuideThatIsTakenWaitsForTheOtherSideAndIsTakenOverByNoOtherTemplate() {
    company
        .lead
        .ask()
        .get(GUIDE + "?language=de")
        .then()
        .statusCode(200)
        .body("actions", contains("takeGuideTemplate"));
    take(company.hr, GUIDE, "de")
        .then()
        .statusCode(201)
        .header("Location", equalTo("/v1/conversation-guides/HARD_MESSAGE"))
        .body(
            "draft.title",
            equalTo(StarterKit.body("guides/hard-message", "de").path("title").asText()))
        .body("draft.signatures.side", contains("HR"))
        .body("inForce", nullValue());

    take(company.lead, GUIDE, "en").then().statusCode(409).body("code", equalTo("ALREADY_WRITTEN"));
    company.lead.ask().get(GUIDE).then().body("actions", empty());
    String guide = "/v1/conversation-guides/HARD_MESSAGE";
    company
        .lead
        .ask()
        .header("If-Match", company.lead.ask().get(guide).header("ETag"))
        .post(guide + "/signature")
        .then()
        .statusCode(200)
        .body("inForce.number", equalTo(1));
    company.lead.ask().get(GUIDE).then().body("actions", contains("takeGuideTemplate"));
  }

  @Test
  void aChecklistThatIsTakenBeginsListsAndTakesThePlaceOfNoItems() {
    LiveChecklist.put(company, "ROLE_CHANGE", List.of());
    try {
      company.lead.ask().get(CHECKLIST).then().body("actions", empty());
      int items = StarterKit.body("checklists/role-change", "en").path("items").size();
      take(company.hr, CHECKLIST, "en")
          .then()
          .statusCode(201)
          .header("Location", equalTo("/v1/checklist-templates/ROLE_CHANGE"))
          .body("items.size()", equalTo(items))
          .body("changedBy.name", equalTo(company.hr.name()));

      take(company.hrLead, CHECKLIST, "de")
          .then()
          .statusCode(409)
          .body("code", equalTo("ALREADY_WRITTEN"));
      company.hr.ask().get(CHECKLIST).then().body("actions", empty());
      LiveChecklist.begin(company.hr, company.staff.get(0), "ROLE_CHANGE", Map.of())
          .then()
          .statusCode(201);
    } finally {
      LiveChecklist.put(company, "ROLE_CHANGE", List.of());
    }
  }

  @Test
  void managersReadChecklistsAndDontTakeThem() {
    company
        .lead
        .ask()
        .get("/v1/templates?kind=CHECKLIST_TEMPLATE")
        .then()
        .statusCode(200)
        .body("items.actions", everyItem(empty()));
    take(company.lead, CHECKLIST, "en").then().statusCode(403);
    company.staff.get(0).ask().get("/v1/templates").then().statusCode(403);
    take(company.hr, "/v1/templates/CHECKLIST_TEMPLATE/hard-message", "en").then().statusCode(404);
  }

  private static Response take(Person who, String template, String language) {
    return who.ask().post(template + "/drafts?language=" + language);
  }

  private static JsonNode read(Response answer) throws JsonProcessingException {
    assertEquals(200, answer.statusCode());
    return new ObjectMapper().readTree(answer.asString());
  }
}
