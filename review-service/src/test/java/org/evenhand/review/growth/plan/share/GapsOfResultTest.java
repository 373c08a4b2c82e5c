package org.evenhand.review.growth.plan.share;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import org.evenhand.kit.data.json.Json;
import org.evenhand.review.growth.plan.terms.Gap;
import org.evenhand.review.policy.PolicyContent;
import org.evenhand.review.review.CriterionRating;
import org.junit.jupiter.api.Test;

class GapsOfResultTest {

  private static final PolicyContent POLICY =
      read(
          """
          {"name": "Fair", "scale": {"favourableFrom": 3, "levels": [{"ordinal": 1, "label": "Below"},
             {"ordinal": 2, "label": "Meets"}, {"ordinal": 3, "label": "Exceeds"}]},
           "criteria": [{"key": "delivery", "title": "Delivery", "weight": 60},
             {"key": "together", "title": "Together", "weight": 40}],
           "anchors": [{"criterion": "together", "ordinal": 3, "text": "Asks first"}],
           "overall": "WEIGHTED"}
          """);

  @Test
  void ofEachCriterionTheNextLevelIsLeftInTheOrderOfThePolicy() {
    assertEquals(
        List.of(new Gap("delivery", 2, null), new Gap("together", 3, "Asks first")),
        new GapsOfResult(POLICY, List.of(rated("together", 2), rated("delivery", 1))).gaps());
  }

  @Test
  void atTheTopNothingIsLeft() {
    assertEquals(
        List.of(),
        new GapsOfResult(POLICY, List.of(rated("together", 3), rated("delivery", 3))).gaps());
  }

  private static PolicyContent read(String content) {
    try {
      return Json.mapper().readValue(content, PolicyContent.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static CriterionRating rated(String criterion, int ordinal) {
    return new CriterionRating(criterion, ordinal, "", Instant.EPOCH);
  }
}
