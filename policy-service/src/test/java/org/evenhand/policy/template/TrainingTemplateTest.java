package org.evenhand.policy.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.evenhand.kit.test.StarterKit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The modules of training of the starter kit. */
class TrainingTemplateTest {

  private static final List<String> MODULES =
      List.of("bias-awareness", "case-study", "evidence-notes");

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void exercises_take_ten_to_thirty_minutes(String language) {
    for (String module : MODULES) {
      JsonNode units = StarterKit.body("training/" + module, language).path("units");

      assertThat(units.findValues("minutes"))
          .as(module)
          .isNotEmpty()
          .allSatisfy(minutes -> assertThat(minutes.asInt()).isBetween(10, 30));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void a_module_has_the_key_of_its_template(String language) {
    for (String module : MODULES) {
      assertThat(StarterKit.body("training/" + module, language).at("/module/key").asText())
          .isEqualTo(module);
    }
  }
}
