package org.evenhand.review.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.kit.web.problem.Violation;
import org.evenhand.review.sample.SamplesView.Part;
import org.evenhand.review.sample.SamplesView.Seen;
import org.junit.jupiter.api.Test;

/** What a person takes out of evidence by hand. */
class BlindEvidenceTest {

  private static final BlindEvidence.Check BY =
      new BlindEvidence.Check(new UUID(0, 1), Instant.parse("2026-12-01T10:00:00Z"));

  private final BlindEvidence redacted =
      BlindEvidence.redacted(
          List.of(
              new Part(
                  "delivery",
                  List.of(
                      new Seen(
                          "Madame Holt asked",
                          "said so to Madame Holt",
                          "none",
                          "Madame Holt was glad of it"),
                      new Seen("a release", "split it", "in time", null)),
                  "As Madame Holt Street shows",
                  null)));

  @Test
  void aPassageGoesWhereverItStands() {
    assertEquals(
        new Part(
            "delivery",
            List.of(
                new Seen(
                    "[Removed] asked", "said so to [Removed]", "none", "[Removed] was glad of it"),
                new Seen("a release", "split it", "in time", null)),
            "As [Removed] Street shows",
            null),
        checked("Madame Holt").parts().get(0));
  }

  @Test
  void aPassageOfAReplyAloneIsFoundToo() {
    assertEquals(
        "Madame Holt was [Removed]",
        checked("glad of it").parts().get(0).observations().get(0).reply());
  }

  @Test
  void passagesThatOverlapGoTogetherAndNothingOfThemIsLeft() {
    assertEquals(
        "As [Removed] shows", checked("Madame Holt", "Holt Street").parts().get(0).narrative());
    assertEquals(
        "As [Removed] Street shows", checked("e Holt", "Madame").parts().get(0).narrative());
  }

  @Test
  void itIsCheckedOnceSomebodyHasReadItAlsoWhereNothingGoes() {
    assertFalse(redacted.isChecked());
    assertTrue(checked().isChecked());
    assertEquals(redacted.parts(), checked().parts());
  }

  @Test
  void whatStandsNowhereIsNamedAndNothingGoes() {
    Problem refused = assertThrows(Problem.class, () -> checked("Madame Holt", "Holt asks"));

    assertEquals(422, refused.status());
    assertEquals(
        List.of("/passages/1"), refused.violations().stream().map(Violation::pointer).toList());
  }

  private BlindEvidence checked(String... passages) {
    return redacted.checked(List.of(passages), BY);
  }
}
