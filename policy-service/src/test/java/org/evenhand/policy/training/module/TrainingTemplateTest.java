package org.evenhand.policy.training.module;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.List;
import org.evenhand.kit.test.StarterKit;
import org.evenhand.policy.content.Contents;
import org.evenhand.policy.training.TrainingText;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The modules of training of the starter kit, read as what users write. */
class TrainingTemplateTest {

  private static final List<String> MODULES =
      List.of("bias-awareness", "case-study", "evidence-notes");

  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void nothing_is_wrong_with_a_module_that_has_co_leads(String language)
      throws JsonProcessingException {
    for (String key : MODULES) {
      JsonNode body = body(key, language);
      ObjectNode module = (ObjectNode) body.path("module");
      assertThat(module.has("coLeads")).isFalse();
      module.putObject("coLeads").put("hr", "L002").put("manager", "L007");

      assertThat(VALIDATOR.validate(Contents.JSON.treeToValue(module, ModuleRequest.class)))
          .as(key)
          .isEmpty();
      assertThat(
              VALIDATOR.validate(Contents.JSON.treeToValue(body.path("text"), TrainingText.class)))
          .as(key)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void exercises_take_ten_to_thirty_minutes(String language) {
    for (String key : MODULES) {
      assertThat(body(key, language).at("/text/units").findValues("minutes"))
          .as(key)
          .isNotEmpty()
          .allSatisfy(minutes -> assertThat(minutes.asInt()).isBetween(10, 30));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void a_module_has_the_key_of_its_template(String language) {
    for (String key : MODULES) {
      assertThat(body(key, language).at("/module/key").asText()).isEqualTo(key);
    }
  }

  private static JsonNode body(String key, String language) {
    return StarterKit.body("training/" + key, language);
  }
}
