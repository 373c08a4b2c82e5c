package org.evenhand.local.journey.chapter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChoiceTest {

  @Test
  void anOfferThatNobodyAnsweredInTimeEndsTheStory() {
    assertThat(choice("DECIDED", "DECLINED", "NOT_SELECTED").isOver()).isTrue();
    assertThat(choice("UNFILLED", "DECLINED", "NOT_SELECTED").isOver()).isTrue();
    assertThat(choice("FILLED", "ACCEPTED", "NOT_SELECTED").isOver()).isTrue();
  }

  @Test
  void aStoryThatWasStoppedGoesOnWhereSomethingStillComes() {
    assertThat(choice("").isOver()).isFalse();
    assertThat(choice("POSTED", "ELIGIBLE").isOver()).isFalse();
    assertThat(choice("CLOSED", "ASSESSED", "ELIGIBLE").isOver()).isFalse();
    assertThat(choice("DECIDED", "OFFERED", "NOT_SELECTED").isOver()).isFalse();
  }

  @Test
  void whoeverHasAssessedAnApplicationDoesNotAssessItAgain() throws JsonProcessingException {
    String seen = "{\"state\": \"ELIGIBLE\", \"actions\": [%s]}";
    String assess = "assessOpportunityApplication";

    assertThat(Choice.leaves(read(seen.formatted("\"" + assess + "\"")), assess)).isTrue();
    assertThat(Choice.leaves(read(seen.formatted("\"declareNotEligible\"")), assess)).isFalse();
  }

  private static JsonNode read(String json) throws JsonProcessingException {
    return new ObjectMapper().readTree(json);
  }

  private static Choice choice(String state, String... applications) {
    return new Choice(state, List.of(applications));
  }
}
