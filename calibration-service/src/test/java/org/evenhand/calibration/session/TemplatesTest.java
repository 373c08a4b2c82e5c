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
  void each_of_them_is_written_for_a_criterion_of_ones_own_policy() {
    for (String language : StarterKit.LANGUAGES) {
      for (String path : StarterKit.paths()) {
        JsonNode body = StarterKit.body(path, language);
        Response taken = take(path, language, chosen());

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
    var chosen = chosen();
    chosen.put("ordinal", 3);
    var id = Said.id(take("precedents/whose-success", "de", chosen), 201, "PROPOSED");
    assertEquals(3, Said.by(read(co, id)).path("ordinal").asInt());
    assertEquals(List.of("PRECEDENT_CHECK"), tasks(co, "manager"));

    comesOut(id);

    Said.expect(read(raters.get(0), id), 200, "PUBLISHED");
  }

  @Test
  void a_case_speaks_of_what_the_policy_in_force_has() {
    var without = chosen();
    without.remove("criterion");
    Response unknown = take("precedents/double-load", "en", without);
    refused(unknown, 422, "UNKNOWN_CRITERION");
    assertTrue(unknown.asString().contains("/criterion"));
    refused(taking("ordinal", 6), 422, "LEVEL_NOT_ON_SCALE");
    refused(taking("checkerExternalId", hr), 422, "SECOND_PERSON_REQUIRED");
    refused(taking("ordinal", 0), 400, "MALFORMED_REQUEST");
    refused(taking("reason", "Of my own"), 400, "MALFORMED_REQUEST");
    assertEquals(404, take("precedents/triple-load", "en", chosen()).statusCode());
  }

  private Map<String, Object> chosen() {
    return new HashMap<>(
        Map.of("policyId", company.policy, "criterion", "delivery", "checkerExternalId", co));
  }

  private Response taking(String field, Object value) {
    var chosen = chosen();
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
