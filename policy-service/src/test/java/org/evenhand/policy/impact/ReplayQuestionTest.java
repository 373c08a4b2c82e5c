package org.evenhand.policy.impact;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.policy.content.Contents;
import org.junit.jupiter.api.Test;

class ReplayQuestionTest {

  private static final UUID CYCLE = new UUID(0, 1);
  private static final ReplayRules DRAFT = ReplayRules.of(Contents.example());

  @Test
  void each_past_criterion_and_each_of_the_draft_is_named_once_and_the_draft_has_it() {
    assertThat(
            pointers(
                List.of(
                    new MappedCriterion("delivery", "delivery"),
                    new MappedCriterion("delivery", "together"),
                    new MappedCriterion("seen", "together"),
                    new MappedCriterion("heard", null),
                    new MappedCriterion("told", null),
                    new MappedCriterion("known", "nowhere")),
                List.of(1, 2, 3)))
        .containsExactlyInAnyOrder("/criteria/1/past", "/criteria/2/draft", "/criteria/5/draft");
  }

  @Test
  void levels_never_fall_and_are_on_the_scale_of_the_draft() {
    assertThat(pointers(List.of(), List.of(1, 1, 3, 3))).isEmpty();
    assertThat(pointers(List.of(), List.of(1, 3, 2, 4)))
        .containsExactlyInAnyOrder("/levels/2", "/levels/3");
  }

  @Test
  void a_cycle_is_named_once() {
    var question = new ReplayQuestion(List.of(CYCLE, CYCLE), List.of(), List.of(1, 2, 3));

    assertThat(question.violations(DRAFT))
        .extracting(Violation::pointer)
        .containsExactly("/cycleIds/1");
  }

  @Test
  void each_criterion_that_the_past_has_too_is_named_and_be_it_for_nothing() {
    var named =
        new ReplayQuestion(
            List.of(CYCLE), List.of(new MappedCriterion("delivery", null)), List.of(1, 2, 3));

    assertThat(named.silences(DRAFT, DRAFT)).singleElement().asString().contains("together");
  }

  @Test
  void rules_that_come_to_the_same_are_the_same_in_whatever_order() {
    var other =
        Contents.with(
            content -> {
              content.put("name", "Another name");
              var criteria = content.withArray("/criteria");
              criteria.add(criteria.remove(0));
            });
    var weighed =
        Contents.with(
            content -> {
              ((ObjectNode) content.at("/criteria/0")).put("weight", 40);
              ((ObjectNode) content.at("/criteria/1")).put("weight", 60);
            });

    assertThat(ReplayRules.of(other)).isEqualTo(DRAFT);
    assertThat(ReplayRules.of(weighed)).isNotEqualTo(DRAFT);
  }

  private static List<String> pointers(List<MappedCriterion> criteria, List<Integer> levels) {
    return new ReplayQuestion(List.of(CYCLE), criteria, levels)
        .violations(DRAFT).stream().map(Violation::pointer).toList();
  }
}
