package org.evenhand.review.growth.feedback.work;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.UUID;
import org.evenhand.kit.web.problem.Problem;
import org.evenhand.review.growth.feedback.FeedbackKind;
import org.evenhand.review.growth.feedback.FeedbackVisibility;
import org.evenhand.review.growth.feedback.work.FeedbackBodies.NewFeedback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedbackFormTest {

  private static final UUID ONE = new UUID(0, 1);
  private static final UUID TWO = new UUID(0, 2);

  @Test
  void critiqueSaysSituationBehaviourImpactAndWish() {
    refused(
        body(
            FeedbackKind.CRITIQUE,
            List.of(ONE),
            FeedbackVisibility.RECIPIENT,
            null,
            null,
            null,
            null),
        "/situation",
        "/impact",
        "/wish");
    assertEquals(
        "wish",
        FeedbackForm.words(
                body(
                    FeedbackKind.CRITIQUE,
                    List.of(ONE),
                    FeedbackVisibility.RECIPIENT,
                    null,
                    null,
                    "said",
                    "wish"))
            .wish());
  }

  @Test
  void critiqueIsGivenToOneAndNeverInPublic() {
    refused(
        body(
            FeedbackKind.CRITIQUE,
            List.of(ONE, TWO),
            FeedbackVisibility.PUBLIC,
            null,
            null,
            "s",
            "w"),
        "/recipientIds",
        "/visibility");
  }

  @Test
  void recognitionNamesACriterionOrAValueAndWishesNothing() {
    refused(
        body(
            FeedbackKind.RECOGNITION,
            List.of(ONE),
            FeedbackVisibility.PUBLIC,
            null,
            null,
            null,
            "w"),
        "/criterion",
        "/wish");
    refused(
        body(
            FeedbackKind.RECOGNITION,
            List.of(ONE),
            FeedbackVisibility.PUBLIC,
            "c",
            "v",
            null,
            null),
        "/value");
  }

  @Test
  void nobodyIsNamedTwice() {
    refused(
        body(
            FeedbackKind.RECOGNITION,
            List.of(ONE, ONE),
            FeedbackVisibility.PUBLIC,
            "c",
            null,
            null,
            null),
        "/recipientIds/1");
  }

  private static void refused(NewFeedback body, String... pointers) {
    Problem problem = assertThrows(Problem.class, () -> FeedbackForm.words(body));
    assertEquals(List.of(pointers), problem.violations().stream().map(v -> v.pointer()).toList());
  }

  private static NewFeedback body(
      FeedbackKind kind,
      List<UUID> to,
      FeedbackVisibility visibility,
      @Nullable String criterion,
      @Nullable String value,
      @Nullable String said,
      @Nullable String wish) {
    return new NewFeedback(kind, to, visibility, criterion, value, said, "did", said, wish, null);
  }
}
