package org.evenhand.policy.charter.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import java.time.LocalDate;
import java.util.UUID;
import org.evenhand.kit.test.StarterKit;
import org.evenhand.policy.charter.CharterContent;
import org.evenhand.policy.charter.kind.KnownDuties;
import org.evenhand.policy.content.Contents;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The charter of the starter kit, with an owner and a day as whoever takes it names them. */
class CharterTemplateTest {

  private static final LocalDate TODAY = LocalDate.of(2027, 1, 4);

  @ParameterizedTest
  @ValueSource(strings = {"en", "de"})
  void nothing_is_wrong_with_it(String language) throws JsonProcessingException {
    ObjectNode body = (ObjectNode) StarterKit.body("charter", language);
    assertThat(body.has("owner") || body.has("inForceOn")).isFalse();
    body.put("owner", UUID.randomUUID().toString()).put("inForceOn", TODAY.toString());

    CharterContent content = Contents.JSON.treeToValue(body, CharterContent.class);

    assertThat(Validation.buildDefaultValidatorFactory().getValidator().validate(content))
        .isEmpty();
    assertThat(CharterRules.violations(new KnownDuties(), content, true, TODAY)).isEmpty();
  }
}
