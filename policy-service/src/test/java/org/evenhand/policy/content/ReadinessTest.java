package org.evenhand.policy.content;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReadinessTest {

  @Test
  void the_example_lacks_nothing() {
    assertThat(Readiness.missing(Contents.example())).isEmpty();
  }

  @Test
  void a_draft_that_says_nothing_lacks_every_part_by_name() {
    var missing =
        missing(
            json -> {
              json.remove(List.of("anchors", "pathways", "outcomes", "exemplars"));
              json.putArray("form")
                  .addObject()
                  .put("key", "only")
                  .put("contributor", "SELF")
                  .put("question", "How was it?");
            });

    assertThat(missing)
        .extracting(MissingPart::pointer)
        .containsExactly(
            "/anchors",
            "/anchors",
            "/anchors",
            "/anchors",
            "/anchors",
            "/anchors",
            "/form",
            "/form",
            "/form",
            "/pathways",
            "/outcomes/rewards",
            "/outcomes/recognition",
            "/outcomes/remediation",
            "/exemplars",
            "/exemplars",
            "/exemplars");
  }

  @Test
  void one_anchor_of_one_level_is_missed() {
    assertThat(missing(json -> json.withArray("anchors").remove(4)))
        .extracting(MissingPart::detail)
        .containsExactly(
            "lacks the behaviour that level 2 (Meets) means for the criterion together");
  }

  @Test
  void one_exemplar_is_missed() {
    assertThat(missing(json -> json.withArray("exemplars").remove(0)))
        .extracting(MissingPart::detail)
        .containsExactly("lacks a case that shows level 1 (Below)");
  }

  @Test
  void an_outcome_is_said_or_said_to_be_none() {
    assertThat(missing(json -> json.withObject("/outcomes").remove("rewards")))
        .extracting(MissingPart::pointer)
        .containsExactly("/outcomes/rewards");
    assertThat(missing(json -> json.withObject("/outcomes").put("recognition", "none"))).isEmpty();
  }

  private static List<MissingPart> missing(Consumer<ObjectNode> change) {
    return Readiness.missing(Contents.with(change));
  }
}
