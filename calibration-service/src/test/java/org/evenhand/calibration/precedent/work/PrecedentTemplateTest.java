package org.evenhand.calibration.precedent.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.evenhand.calibration.precedent.PrecedentTag;
import org.evenhand.calibration.precedent.work.PrecedentRequests.NewPrecedent;
import org.evenhand.kit.test.StarterKit;
import org.junit.jupiter.api.Test;

/** The cases of the starter kit, read as what users write. */
class PrecedentTemplateTest {

  private static final Validator VALIDATOR =
      Validation.buildDefaultValidatorFactory().getValidator();

  @Test
  void nothing_is_wrong_with_a_case_that_has_a_policy_and_a_checker()
      throws JsonProcessingException {
    for (String language : StarterKit.LANGUAGES) {
      for (String path : StarterKit.paths()) {
        assertEquals(Set.of(), VALIDATOR.validate(read(path, language)), path);
      }
    }
  }

  @Test
  void all_that_makes_a_case_hard_occurs() throws JsonProcessingException {
    var tags = EnumSet.noneOf(PrecedentTag.class);
    for (String path : StarterKit.paths()) {
      tags.addAll(read(path, "en").tagged());
    }

    assertEquals(EnumSet.allOf(PrecedentTag.class), tags);
  }

  @Test
  void each_case_is_at_a_level_that_the_kits_policy_words_so() throws JsonProcessingException {
    var anchors = new KitAnchors(new ObjectMapper());
    for (String language : StarterKit.LANGUAGES) {
      for (String path : StarterKit.paths()) {
        NewPrecedent precedent = read(path, language);
        String at = precedent.criterion() + "/" + precedent.ordinal();
        String text = StarterKit.anchor(precedent.criterion(), precedent.ordinal(), language);
        assertTrue(anchors.sayTheSame(text, at), path);
      }
    }
  }

  private static NewPrecedent read(String path, String language) throws JsonProcessingException {
    ObjectNode body = (ObjectNode) StarterKit.body(path, language);
    body.put("policyId", UUID.randomUUID().toString()).put("checkerExternalId", "L007");
    return new ObjectMapper().treeToValue(body, NewPrecedent.class);
  }
}
