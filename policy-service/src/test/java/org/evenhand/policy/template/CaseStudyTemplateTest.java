package org.evenhand.policy.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.evenhand.kit.test.StarterKit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The edge cases of the starter kit, and the case study on them. */
class CaseStudyTemplateTest {

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void each_case_shows_a_level_of_a_criterion_of_the_policy(String language) {
    JsonNode policy = StarterKit.body("policy", language);
    List<String> criteria = policy.path("criteria").findValuesAsText("key");

    assertThat(cases(language))
        .hasSize(6)
        .allSatisfy(
            one -> {
              assertThat(criteria).contains(one.at("/precedent/criterion").asText());
              assertThat(one.at("/precedent/ordinal").asInt())
                  .isBetween(1, policy.at("/scale/levels").size());
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void all_that_makes_a_case_hard_occurs(String language) {
    assertThat(
            cases(language).stream()
                .flatMap(one -> list(one.at("/precedent/tags")).stream())
                .map(JsonNode::asText))
        .containsOnly(
            "HIGH_POTENTIAL_LOW_RESULT",
            "PART_YEAR",
            "ROLE_CHANGE",
            "TEAM_OR_SELF",
            "WORKLOAD",
            "REMOTE",
            "CONDUCT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void the_case_study_goes_through_all_of_them_and_shows_no_level(String language) {
    JsonNode study = StarterKit.body("training/case-study", language);
    List<String> keys = cases(language).stream().map(one -> one.path("key").asText()).toList();

    assertThat(list(study.path("precedents"))).extracting(JsonNode::asText).isEqualTo(keys);
    for (int i = 0; i < keys.size(); i++) {
      assertThat(study.at("/text/units").path(i + 1).path("text").asText())
          .contains(keys.get(i))
          .doesNotContainPattern("\\d");
    }
  }

  private static List<JsonNode> cases(String language) {
    return list(StarterKit.body("precedents", language).path("precedents"));
  }

  private static List<JsonNode> list(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }
}
