package org.evenhand.local.journey.telling;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ReplayLinesTest {
  private final JsonNode cycle =
      read(
          """
          {"cells": [{"before": 3, "after": 2, "people": 5}, {"before": 3, "after": 3, "people": 10},
                     {"before": 3, "after": 4, "people": 0}],
           "favourable": {"before": 20, "after": 15},
           "notes": [{"code": "CALIBRATION_LEFT_OUT", "text": "What sessions changed is left out."}],
           "fairness": {"attributes": [{"label": "Age", "groups": [
             {"group": "55 and over", "note": "Compared.", "before": {"cliffsDelta": -0.1},
              "after": {"cliffsDelta": -0.25}},
             {"group": "Under 35", "note": "Hidden."}]}]}}
          """);

  @Test
  void pairs_of_levels_that_somebody_has_are_told_then_the_whole_then_what_is_left_out() {
    assertThat(ReplayLines.of(cycle))
        .containsExactly(
            "  5 rated 3 would have had 2",
            "  10 rated 3 would have had 3",
            "  favourable: 20 were, 15 would have been",
            "  What sessions changed is left out.");
  }

  @Test
  void groups_are_told_before_and_after_or_why_they_are_not() {
    assertThat(ReplayLines.byGroup(cycle))
        .containsExactly(
            "  Age, 55 and over: Cliff's delta -0.10 was, -0.25 would have been",
            "  Age, Under 35: Hidden.");
  }

  @Test
  void who_would_have_the_same_level_has_not_moved() {
    assertThat(ReplayLines.moved(cycle)).isEqualTo(5);
  }

  private static JsonNode read(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
