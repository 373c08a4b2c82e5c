package org.evenhand.calibration.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.evenhand.calibration.ReviewServiceResource;
import org.evenhand.kit.test.KafkaResource;
import org.evenhand.kit.test.PostgresResource;
import org.evenhand.kit.test.Said;
import org.evenhand.kit.test.StarterKit;
import org.evenhand.kit.test.TokenResource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The cases of the starter kit, listed and taken into precedents. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
@QuarkusTestResource(KafkaResource.class)
@QuarkusTestResource(TokenResource.class)
@QuarkusTestResource(ReviewServiceResource.class)
class TemplatesTest extends PrecedentScene {

  private static final String TEMPLATES = "/v1/templates";

  @BeforeEach
  void a_policy() {
    inForce(1);
  }

  @Test
  void they_are_listed_in_the_language_that_the_reader_prefers_and_none_is_left_out() {
    JsonNode items =
        Said.by(as(co, "manager").header("Accept-Language", "de").get(TEMPLATES)).path("items");

    assertEquals(
        StarterKit.paths(), texts(items, "key").stream().map(key -> "precedents/" + key).toList());
    assertEquals("Sieben von zwölf Monaten", items.path(4).path("title").asText());
    assertEquals("takePrecedentTemplate", items.path(4).at("/actions/0").asText());
    assertEquals(
        StarterKit.body("precedents/double-load", "en"),
        Said.by(as(hr, "hr").get(TEMPLATES + "/PRECEDENT/double-load?language=en")).path("body"));
  }

  @Test
  void each_of_them_is_written_for_a_level_of_ones_own_policy() {
    for (String language : StarterKit.LANGUAGES) {
      for (String path : StarterKit.paths()) {
        JsonNode body = StarterKit.body(path, language);
        Response taken = take(path, language, at(body.path("ordinal").asInt()));

        Said.expect(taken, 201, "PROPOSED");
        JsonNode written = Said.by(taken);
        assertEquals("delivery", written.path("criterion").asText());
        assertEquals(body.path("ordinal"), written.path("ordinal"));
        assertEquals(body.path("reason"), written.path("reason"));
        assertEquals(
            body.at("/parts/0/observations/0/behaviour"),
            written.at("/parts/0/observations/0/behaviour"));
      }
    }
  }

  @Test
  void one_that_is_taken_is_checked_by_the_other_side() {
    var id = Said.id(take("precedents/whose-success", "de", at(3)), 201, "PROPOSED");
    assertEquals(3, Said.by(read(co, id)).path("ordinal").asInt());
    assertEquals(List.of("PRECEDENT_CHECK"), tasks(co, "manager"));

    comesOut(id);

    Said.expect(read(raters.get(0), id), 200, "PUBLISHED");
  }

  @Test
  void a_case_speaks_of_what_the_policy_in_force_has() {
    Response unknown = taking("criterion", "charm");
    refused(unknown, 422, "UNKNOWN_CRITERION");
    assertTrue(unknown.asString().contains("/criterion"));
    refused(taking("ordinal", 6), 422, "LEVEL_NOT_ON_SCALE");
    refused(taking("checkerExternalId", hr), 422, "SECOND_PERSON_REQUIRED");
    refused(taking("ordinal", 0), 400, "MALFORMED_REQUEST");
    refused(taking("reason", "Of my own"), 400, "MALFORMED_REQUEST");
    assertEquals(404, take("precedents/triple-load", "en", at(3)).statusCode());
  }

  @Test
  void where_an_anchor_is_another_than_the_kits_nobody_assumes_a_level() {
    for (String left : List.of("criterion", "ordinal")) {
      Response refused = take("precedents/double-load", "en", without(left));
      refused(refused, 422, "CASE_NOT_PLACED");
      assertEquals(
          List.of("/criterion", "/ordinal"), texts(Said.by(refused).path("errors"), "pointer"));
    }
    var elsewhere = without("ordinal");
    elsewhere.put("policyId", UUID.randomUUID());
    refused(take("precedents/double-load", "en", elsewhere), 422, "POLICY_NOT_IN_FORCE");

    company.policyTookEffect(2, StarterKit.anchor("results", 3, "de"));
    soon(() -> assertEquals("2", PoolProbe.version(company.policy)));
    Response taken = take("precedents/double-load", "en", without("ordinal"));
    Said.expect(taken, 201, "PROPOSED");
    assertEquals(3, Said.by(taken).path("ordinal").asInt());
    refused(
        take("precedents/promise-and-result", "en", without("ordinal")), 422, "CASE_NOT_PLACED");
  }

  private Map<String, Object> without(String field) {
    var chosen = at(3);
    chosen.remove(field);
    return chosen;
  }

  private Map<String, Object> at(int ordinal) {
    return new HashMap<>(
        Map.of(
            "policyId",
            company.policy,
            "criterion",
            "delivery",
            "ordinal",
            ordinal,
            "checkerExternalId",
            co));
  }

  private Response taking(String field, Object value) {
    var chosen = at(3);
    chosen.put(field, value);
    return take("precedents/double-load", "en", chosen);
  }

  private Response take(String path, String language, Map<String, Object> chosen) {
    String key = path.substring(path.indexOf('/') + 1);
    return as(hr, "hr")
        .body(chosen)
        .post(TEMPLATES + "/PRECEDENT/" + key + "/drafts?language=" + language);
  }
}
