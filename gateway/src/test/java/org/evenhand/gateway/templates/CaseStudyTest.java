package org.evenhand.gateway.templates;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The kit's case study goes through its cases, which show its policy; each is of a service. */
class CaseStudyTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void each_case_shows_a_level_of_a_criterion_of_the_policy(String language) throws IOException {
    JsonNode policy = body("policy-service", "policy", language);
    List<String> criteria = policy.path("criteria").findValuesAsText("key");

    for (String key : cases(language)) {
      JsonNode shown = body("calibration-service", "precedents/" + key, language);
      assertTrue(criteria.contains(shown.path("criterion").asText()), key);
      int ordinal = shown.path("ordinal").asInt();
      assertTrue(ordinal >= 1 && ordinal <= policy.at("/scale/levels").size(), key);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void the_case_study_goes_through_all_of_them_and_shows_no_level(String language)
      throws IOException {
    List<String> keys = cases(language);
    JsonNode units = study(language).at("/text/units");

    assertEquals(6, keys.size());
    for (int i = 0; i < keys.size(); i++) {
      String text = units.path(i + 1).path("text").asText();
      assertTrue(text.contains(keys.get(i)), text);
      assertFalse(text.matches("(?s).*[0-9].*"), text);
    }
  }

  private static List<String> cases(String language) throws IOException {
    return StreamSupport.stream(study(language).path("precedents").spliterator(), false)
        .map(JsonNode::asText)
        .toList();
  }

  private static JsonNode study(String language) throws IOException {
    return body("policy-service", "training/case-study", language);
  }

  private static JsonNode body(String service, String path, String language) throws IOException {
    Path file =
        Path.of("..", service, "src/main/resources/templates", path + "." + language + ".json");
    return new ObjectMapper().readTree(file.toFile()).path("body");
  }
}
