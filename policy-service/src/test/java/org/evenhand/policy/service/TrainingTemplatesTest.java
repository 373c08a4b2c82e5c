package org.evenhand.policy.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.evenhand.policy.service.PolicyUnderTest.as;
import static org.evenhand.policy.service.TrainingPeople.HR;
import static org.evenhand.policy.service.TrainingPeople.MANAGER;
import static org.evenhand.policy.service.TrainingPeople.OTHER_HR;
import static org.evenhand.policy.service.TrainingUnderTest.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.evenhand.kit.test.StarterKit;
import org.evenhand.kit.test.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The modules of the starter kit, taken by one of the two who are to lead them. */
@QuarkusTest
class TrainingTemplatesTest extends ServiceTest {

  private static final String KIND = "/v1/templates/TRAINING_MODULE";
  private static final Map<String, String> LEADS = Map.of("hr", "TR-H1", "manager", "TR-M1");

  @Inject TrainingPeople company;
  @Inject PrecedentsOfTest precedents;

  @BeforeEach
  void a_company_that_learns() {
    company.arrive();
    precedents.publishAll();
  }

  @ParameterizedTest
  @CsvSource({
    "bias-awareness, en",
    "bias-awareness, de",
    "evidence-notes, en",
    "evidence-notes, de"
  })
  void a_workshop_that_is_taken_is_offered_once_the_other_of_the_two_agrees(
      String key, String language) {
    JsonNode written = StarterKit.body("training/" + key, language);
    JsonNode module = taken(HR, key, language, "kit-" + key + "-" + language);
    String path = path(module);

    assertThat(module.path("title")).isEqualTo(written.at("/module/title"));
    assertThat(module.path("agreed")).hasSize(1);
    assertThat(json(as(MANAGER).get(path + "/text"), 200)).isEqualTo(written.path("text"));
    assertThat(state(json(agree(MANAGER, path), 200))).isEqualTo("OFFERED");
  }

  @ParameterizedTest
  @CsvSource({"en", "de"})
  void a_case_study_begins_without_its_cases_and_is_offered_with_those_that_are_published(
      String language) {
    JsonNode module = taken(MANAGER, "case-study", language, "kit-case-study-" + language);
    String path = path(module);

    assertThat(module.path("precedents")).isEmpty();
    JsonNode lacking = json(agree(HR, path), 422);
    assertThat(lacking.at("/errors/0/pointer").asText()).isEqualTo("/precedents");
    json(naming(path, language), 200);
    assertThat(state(json(agree(MANAGER, path), 200))).isEqualTo("OFFERED");
  }

  @Test
  void a_module_has_the_key_of_its_template_and_is_taken_again_under_another() {
    JsonNode first = json(take(HR, "evidence-notes", "en", Map.of("coLeads", LEADS)), 201);
    JsonNode again = json(take(HR, "evidence-notes", "de", Map.of("coLeads", LEADS)), 409);

    assertThat(first.path("key").asText()).isEqualTo("evidence-notes");
    assertThat(again.path("code").asText()).isEqualTo("TRAINING_KEY_TAKEN");
    taken(HR, "evidence-notes", "de", "notizen");
    Map<String, Object> unreadable = Map.of("key", "Notes to keep", "coLeads", LEADS);
    json(take(HR, "evidence-notes", "de", unreadable), 400);
  }

  @Test
  void whoever_takes_one_leads_it_with_somebody_of_the_other_side() {
    var body = Map.of("key", "kit-of-others", "coLeads", LEADS);

    JsonNode problem = json(take(OTHER_HR, "bias-awareness", "en", body), 422);

    assertThat(problem.at("/errors/0/pointer").asText()).isEqualTo("/coLeads");
    json(take(HR, "bias-awareness", "en", Map.of()), 400);
    json(take(HR, "charter", "en", body), 404);
  }

  @Test
  void it_is_open_to_those_alone_who_could_lead_one() {
    assertThat(open(HR)).hasSize(3);
    assertThat(open(MANAGER)).hasSize(3);
    company.joins("TR-K1");
    assertThat(open(Tokens.forEmployee("TR-K1", "employee", "manager"))).isEmpty();
  }

  @Test
  void a_repeat_takes_no_second_module() {
    var body = Map.of("key", "kit-once", "coLeads", LEADS);

    Response first = once("en", body);
    Response again = once("en", body);

    assertThat(again.statusCode()).isEqualTo(201);
    assertThat(again.asString()).isEqualTo(first.asString());
    json(once("de", body), 422);
  }

  private static Response once(String language, Object body) {
    return as(HR)
        .header("Idempotency-Key", "training-kit-once")
        .body(body)
        .post(KIND + "/bias-awareness/drafts?language=" + language);
  }

  private static JsonNode taken(Tokens who, String template, String language, String key) {
    return json(take(who, template, language, Map.of("key", key, "coLeads", LEADS)), 201);
  }

  private static Response take(Tokens who, String template, String language, Object body) {
    return as(who).body(body).post(KIND + "/" + template + "/drafts?language=" + language);
  }

  /** As HR, who agrees to it by that. */
  private static Response naming(String path, String language) {
    Map<String, Object> module = new HashMap<>();
    StarterKit.body("training/case-study", language)
        .path("module")
        .properties()
        .forEach(field -> module.put(field.getKey(), field.getValue()));
    module.put("key", "kit-case-study-" + language);
    module.put("coLeads", LEADS);
    module.put("precedents", PrecedentsOfTest.ids());
    return as(HR).header("If-Match", as(HR).get(path).header("ETag")).body(module).put(path);
  }

  private static List<JsonNode> open(Tokens who) {
    JsonNode page = json(as(who).get("/v1/templates?kind=TRAINING_MODULE"), 200);
    assertThat(page.path("items")).hasSize(3);
    return page.path("items").findValues("actions").stream()
        .filter(actions -> !actions.isEmpty())
        .toList();
  }

  private static Response agree(Tokens who, String path) {
    return TrainingUnderTest.post(who, path, "agreement", null);
  }

  private static String path(JsonNode module) {
    return "/v1/training-modules/" + module.path("id").asText();
  }

  private static String state(JsonNode module) {
    return module.path("state").asText();
  }
}
